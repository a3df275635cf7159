// Runs on any Node from 18: makes sure that the dependencies and Node 24 are there, then hands over.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const mark = join(root, 'node_modules', '.goldthread-lock')

export const give = (sentence) => {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

/** Installs what package-lock.json names, when it names something else than what is there. */
export const installDependencies = () => {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return
  try {
    accessSync(root, constants.W_OK)
  } catch {
    give(
      `The folder ${root} cannot be written to, so its dependencies cannot be installed. Run this once as its owner.`,
    )
  }
  process.stderr.write('Installing dependencies (once, about a minute) …\n')
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 'inherit'],
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) give('The dependencies could not be installed. The lines above say why.')
  writeFileSync(mark, lock)
}

/** The path of a Node that can run the project: this one, or the one among the dependencies. */
export const findNode = () => {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const shipped = join(root, 'node_modules', '.bin', 'node')
  if (existsSync(shipped)) return shipped
  return give(
    `Goldthread needs Node 24 or later; this is ${process.versions.node}, and none is shipped for this machine.`,
  )
}

/** Hands over to a program of ours: its signals and exit code become ours. */
export const handOver = (args, options = {}) => {
  const child = spawn(findNode(), args, {
    cwd: options.cwd ?? process.cwd(),
    stdio: 'inherit',
    env: { ...process.env, ...options.env },
  })
  // Ctrl-C reaches the child by itself, being sent to the whole group; we only wait for it to finish.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
}

/** How our own TypeScript and TSX run. */
export const loader = [
  '--disable-warning=ExperimentalWarning',
  '--import',
  new URL('./tsx-loader.mjs', import.meta.url).href,
]
