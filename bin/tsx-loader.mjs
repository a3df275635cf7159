// Node runs .ts as it is; .tsx goes through esbuild, all files at once. What was made of both is kept in dist, so that the
// next start takes half as long; a checkout that cannot be written to works without.
import { createHash } from 'node:crypto'
import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { enableCompileCache, registerHooks } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildSync, version } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const keptFile = `${root}dist/tsx.json`
let built

const build = (entryPoints) => {
  const outdir = `${root}.tsx`
  const result = buildSync({
    entryPoints,
    absWorkingDir: root,
    outdir,
    outbase: root,
    write: false,
    format: 'esm',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'inline',
    logLevel: 'error',
  })
  return result.outputFiles.map((file) => [
    pathToFileURL(file.path.replace(outdir, root.replace(/\/$/, '')).replace(/\.js$/, '.tsx')).href,
    file.text,
  ])
}

/** What stands in the files, where they stand, and what makes something of them. */
const keyOf = (files) => {
  const hash = createHash('sha256').update(`${version} ${root}`)
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(root + file))
  return hash.digest('hex')
}

const readKept = (key) => {
  try {
    const kept = JSON.parse(readFileSync(keptFile, 'utf8'))
    return kept.key === key ? kept.files : undefined
  } catch {
    return undefined
  }
}

const keep = (key, files) => {
  try {
    mkdirSync(`${root}dist`, { recursive: true })
    const incoming = `${keptFile}.${process.pid}`
    writeFileSync(incoming, JSON.stringify({ key, files }))
    renameSync(incoming, keptFile)
  } catch {
    // Another user's checkout: made anew each time.
  }
  return files
}

const builtFiles = () => {
  const files = globSync('src/**/*.tsx', { cwd: root })
    .filter((file) => !file.includes('.test.'))
    .sort()
  const key = keyOf(files)
  return new Map(readKept(key) ?? keep(key, build(files)))
}

enableCompileCache(`${root}dist/compiled`)

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context)
    built ??= builtFiles()
    const source = built.get(url)
    if (source === undefined) throw new Error(`${url} was not built`)
    return { format: 'module', source, shortCircuit: true }
  },
})
