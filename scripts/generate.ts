import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { allApi, allPages } from '../src/main/modules.ts'
import { drawModules } from './draw-modules.ts'
import { writeRoutes } from './write-routes.ts'

const FILES: Readonly<Record<string, () => string>> = {
  'docs/routes.md': () => writeRoutes(allPages(true), allApi),
  'docs/modules.svg': () => drawModules(JSON.parse(readFileSync('src/modules/map.json', 'utf8'))),
}

const isCheck = process.argv.includes('--check')
const stale: string[] = []
for (const [path, make] of Object.entries(FILES)) {
  const text = make()
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue
  if (isCheck) stale.push(path)
  else writeFileSync(path, text)
}
if (stale.length > 0) {
  console.log(`Out of date: ${stale.join(', ')}. Run npm run generate.`)
  process.exitCode = 1
}
