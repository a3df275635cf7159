import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import type { DuckDBInstance } from '@duckdb/node-api'
import { newId } from '../ids.ts'
import { type Ask, askOf, duckdb } from './ask.ts'
import { type CopyKey, incomingOf, pathOfCopy } from './copy-name.ts'
import { type CopySource, makeCopy } from './make-copy.ts'
import { openCopies } from './open-copies.ts'
import { rememberAnswers } from './remember-answers.ts'

export type { Ask } from './ask.ts'
export { type CopyKey, schemaOf } from './copy-name.ts'
export type { CopySource } from './make-copy.ts'

export type Columnar = {
  readonly has: (key: CopyKey) => boolean
  readonly make: (owner: string, source: CopySource) => Promise<CopyKey | undefined>
  /** Asks copies, whose tables stand in the schemas `schemaOf` names; undefined where one of them is not there. */
  readonly using: <Result>(
    keys: readonly CopyKey[],
    work: (ask: Ask) => Promise<Result>,
  ) => Promise<Result | undefined>
  readonly close: () => Promise<void>
}

export type ColumnarLimits = {
  /** As DuckDB writes sizes: `1GB`. What does not fit is spilled to the disk. */
  readonly memory: string
  readonly threads: number
  readonly mostOpen: number
}

const LIMITS: ColumnarLimits = { memory: '1GB', threads: Math.min(4, cpus().length), mostOpen: 48 }

const openInstance = async (folder: string, limits: ColumnarLimits): Promise<DuckDBInstance> => {
  await mkdir(incomingOf(folder), { recursive: true, mode: 0o700 })
  const { DuckDBInstance: Instance } = await duckdb()
  return Instance.create(':memory:', {
    memory_limit: limits.memory,
    threads: String(limits.threads),
    temp_directory: join(incomingOf(folder), `spill-${newId()}`),
    preserve_insertion_order: 'false',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
}

/**
 * Copies of tables in columns, for adding up millions of rows (ADR 10). Each is one DuckDB file that never changes: made beside,
 * renamed when whole, read by any number of processes. All of the folder may be deleted at any time.
 */
export const folderColumnar = (folder: string, limits: ColumnarLimits = LIMITS): Columnar => {
  let opening: Promise<DuckDBInstance> | undefined
  const ask = async (): Promise<Ask> => askOf(await (opening ??= openInstance(folder, limits)))
  const copies = openCopies(folder, limits.mostOpen, ask)
  const askCopies = rememberAnswers(async (text, parameters) => (await ask())(text, parameters))
  const making = new Set<Promise<unknown>>()

  const using = async <Result>(
    keys: readonly CopyKey[],
    work: (ask: Ask) => Promise<Result>,
  ): Promise<Result | undefined> => {
    const held: CopyKey[] = []
    try {
      for (const key of keys) {
        if (!(await copies.attach(key))) return undefined
        held.push(key)
      }
      return await work(askCopies)
    } finally {
      if (held.length > 0) await copies.release(held)
    }
  }
  const make = async (owner: string, source: CopySource): Promise<CopyKey | undefined> => {
    const work = ask().then((asked) => makeCopy(folder, asked, owner, source))
    making.add(work)
    try {
      return await work
    } finally {
      making.delete(work)
    }
  }
  const close = async (): Promise<void> => {
    await Promise.allSettled(making)
    const instance = await opening
    opening = undefined
    instance?.closeSync()
  }
  return { has: (key) => existsSync(pathOfCopy(folder, key)), make, using, close }
}
