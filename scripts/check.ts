import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'

type Check = { readonly name: string; readonly command: readonly string[] }

const bin = (name: string): string => `node_modules/.bin/${name}`

/** Everything short of the tests that need a database or a browser. */
const CHECKS: readonly Check[] = [
  { name: 'types', command: [bin('tsc'), '-p', 'tsconfig.json'] },
  { name: 'format', command: [bin('biome'), 'ci', '--colors=off', '.'] },
  { name: 'lint', command: [bin('oxlint'), '--type-aware', '--quiet'] },
  { name: 'dead code', command: [bin('knip'), '--no-progress'] },
  {
    name: 'generated files',
    command: [process.execPath, ...process.execArgv, 'scripts/generate.ts', '--check'],
  },
  {
    name: 'boundaries and rules',
    command: [
      process.execPath,
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      'pure',
      '--reporter=dot',
    ],
  },
]

const run = ({ name, command: [program = '', ...args] }: Check): Promise<boolean> =>
  new Promise((resolve) => {
    const began = performance.now()
    let output = ''
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', (text: Buffer) => void (output += text.toString()))
    child.stderr.on('data', (text: Buffer) => void (output += text.toString()))
    child.on('close', (code) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
      if (code !== 0) console.log(output)
      resolve(code === 0)
    })
  })

/** Two at a time: the machines have two cores. */
const runAll = async (): Promise<boolean> => {
  const waiting = [...CHECKS]
  let isClean = true
  const lane = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift()) isClean = (await run(check)) && isClean
  }
  await Promise.all([lane(), lane()])
  return isClean
}

process.exitCode = (await runAll()) ? 0 : 1
