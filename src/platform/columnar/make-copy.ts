import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '../ids.ts'
import type { Ask } from './ask.ts'
import { type CopyKey, incomingOf, pathOfCopy, quoted } from './copy-name.ts'

/** What a copy is made of: a CSV file as PostgreSQL writes it, and its columns with their types in DuckDB. */
export type CopySource = {
  readonly table: string
  readonly columns: Readonly<Record<string, string>>
  /** Writes the file and returns the stamp of what it wrote; undefined where there is nothing to copy. */
  readonly write: (path: string) => Promise<string | undefined>
}

const ABANDONED_AFTER_MS = 3_600_000

/** Removes what processes that died have left. */
const sweep = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS)
      await rm(path, { recursive: true, force: true })
  }
}

/** Nothing is guessed, and one thread reads: cells may hold line ends. `\N` is nothing, an empty text is an empty text. */
const readCsv = (path: string, columns: CopySource['columns']): string => {
  const typed = Object.entries(columns).map(([column, type]) => `${quoted(column)}: ${quoted(type)}`)
  return `read_csv(${quoted(path)}, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"',
    nullstr = '\\N', allow_quoted_nulls = false, new_line = '\\n', parallel = false, columns = {${typed.join(', ')}})`
}

const fill = async (ask: Ask, copy: string, csv: string, source: CopySource, name: string): Promise<void> => {
  await ask(`attach ${quoted(copy)} as "making_${name}"`)
  try {
    await ask(
      `create table "making_${name}".${source.table} as select * from ${readCsv(csv, source.columns)}`,
    )
    await ask(`checkpoint "making_${name}"`)
  } finally {
    await ask(`detach "making_${name}"`)
  }
}

/** Makes a copy whole or not at all: written beside, renamed when done. The owner's older copies leave. */
export const makeCopy = async (
  folder: string,
  ask: Ask,
  owner: string,
  source: CopySource,
): Promise<CopyKey | undefined> => {
  const name = newId()
  const [csv, copy] = [
    join(incomingOf(folder), `${name}.csv`),
    join(incomingOf(folder), `${name}.duckdb`),
  ] as const
  await sweep(incomingOf(folder))
  try {
    const stamp = await source.write(csv)
    if (stamp === undefined) return undefined
    const key = { owner, stamp }
    const final = pathOfCopy(folder, key)
    if (!existsSync(final)) {
      await fill(ask, copy, csv, source, name)
      await mkdir(join(folder, owner), { recursive: true, mode: 0o700 })
      await rename(copy, final)
    }
    for (const other of await readdir(join(folder, owner)))
      if (other !== `${stamp}.duckdb`) await rm(join(folder, owner, other), { force: true })
    return key
  } finally {
    for (const path of [csv, copy, `${copy}.wal`]) await rm(path, { force: true })
  }
}
