import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string }

/** A new folder for one test file's data, removed after it. */
export const aDataFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-cli-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const collect = (child: ChildProcess, input: string | null): Promise<Ran> =>
  new Promise((resolve) => {
    let out = ''
    let err = ''
    child.stdout?.on('data', (text: Buffer) => void (out += text.toString()))
    child.stderr?.on('data', (text: Buffer) => void (err += text.toString()))
    child.stdin?.end(input ?? '')
    child.on('close', (code) => resolve({ code, out, err }))
  })

/** Starts `goldthread …` as a process of its own, on the embedded database in a folder. */
export const startCommand = (dataFolder: string, args: readonly string[]): ChildProcess => {
  const { DATABASE_URL: _ours, ...env } = process.env
  return spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', './bin/tsx-loader.mjs', 'src/main/cli.ts', ...args],
    {
      env: { ...env, GOLDTHREAD_DATA: dataFolder },
      stdio: 'pipe',
    },
  )
}

/** Runs `goldthread …` to its end. */
export const runCommand = (
  dataFolder: string,
  args: readonly string[],
  input: string | null = null,
): Promise<Ran> => collect(startCommand(dataFolder, args), input)

/** The JSON that a command printed; fails with what it said instead. */
export const jsonOf = (ran: Ran): Record<string, never> => {
  try {
    return JSON.parse(ran.out)
  } catch {
    throw new Error(`not one JSON object: ${ran.out}\n${ran.err}`)
  }
}
