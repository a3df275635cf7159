import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { actingAs, type Services } from '../../../platform/context.ts'
import { copyToFile } from '../../../platform/copy.ts'
import { inReading } from '../../../platform/reading.ts'
import { PREPARED_TABLES, prepareRegister } from '../matching/prepare-register.ts'
import { type Progress, stepsOf } from '../matching/steps.ts'
import {
  findRegisterEditions,
  MATCHING_COLUMNS,
  matchingRows,
  type RegisterEditions,
} from '../store/matching-source.ts'
import type { SupplierTables } from '../tables.ts'

const FOLDER = 'matching'
/** DuckDB's share of the memory; beyond it, it works on the disk. */
const MEMORY = '1GB'
const THREADS = '2'

type Paths = {
  readonly folder: string
  readonly file: string
  readonly rows: string
  readonly building: string
}

const pathsOf = (services: Services, version: string): Paths => {
  const folder = join(services.dataFolder, FOLDER)
  const file = join(folder, `register-${version}.duckdb`)
  return { folder, file, rows: `${file}.csv`, building: `${file}.building` }
}

const readEditions = (services: Services): Promise<RegisterEditions | null> =>
  inReading<SupplierTables, RegisterEditions | null>(
    actingAs(services, { kind: 'worker' }, null),
    findRegisterEditions,
  )

/** The registers as they stand now, and whether they were made ready for matching already. */
export const lookAtMatchingRegister = async (
  services: Services,
): Promise<(RegisterEditions & { readonly isReady: boolean }) | null> => {
  const editions = await readEditions(services)
  return editions && { ...editions, isReady: existsSync(pathsOf(services, editions.version).file) }
}

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`

const settings = (folder: string) => ({
  threads: THREADS,
  memory_limit: MEMORY,
  temp_directory: join(folder, 'spill'),
  preserve_insertion_order: 'false',
})

const prepare = async (paths: Paths, progress: Progress): Promise<void> => {
  const instance = await DuckDBInstance.create(paths.building, settings(paths.folder))
  const connection = await instance.connect()
  try {
    const columns = MATCHING_COLUMNS.map((name) => `${text(name)}: 'VARCHAR'`).join(', ')
    await connection.run(`create temp view register as select * from read_csv(${text(paths.rows)},
      header = false, delim = ',', quote = '"', escape = '"', auto_detect = false, columns = {${columns}})`)
    await prepareRegister(connection, stepsOf(progress), 'register')
    await connection.run('checkpoint')
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** Files of editions before, and what a process that was killed has left. */
const removeOthers = ({ folder, file }: Paths): void => {
  for (const name of readdirSync(folder))
    if (name.startsWith('register-') && join(folder, name) !== file)
      rmSync(join(folder, name), { force: true })
}

const build = async (services: Services, editions: RegisterEditions, progress: Progress): Promise<void> => {
  const paths = pathsOf(services, editions.version)
  mkdirSync(paths.folder, { recursive: true })
  if (existsSync(paths.file)) return
  removeOthers(paths)
  for (const [at, part] of editions.parts.entries()) {
    progress('reading the registers', at / editions.parts.length)
    await copyToFile(services.database, matchingRows(editions, part), paths.rows)
  }
  await prepare(paths, progress)
  renameSync(paths.building, paths.file)
  rmSync(paths.rows)
}

/** Lets one process at a time make the file; a process that ends, however it ends, lets the next one in. */
const oneAtATime = async (services: Services, work: () => Promise<void>): Promise<void> => {
  const client = await services.database.pool.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtextextended('suppliers.matching', 0))`)
    await work()
  } finally {
    // The lock belongs to the session, which ends here.
    client.release(true)
  }
}

export type MatchingRegister = {
  readonly version: string
  readonly entries: number
  readonly connection: DuckDBConnection
  readonly close: () => void
}

/**
 * The registers in the form that matching reads: a DuckDB file in the data folder, one for each set of editions, made
 * when it is first wanted and shared by whoever matches. Null where no register is loaded.
 */
export const openMatchingRegister = async (
  services: Services,
  progress: Progress,
): Promise<MatchingRegister | null> => {
  const editions = await readEditions(services)
  if (!editions) return null
  const paths = pathsOf(services, editions.version)
  if (!existsSync(paths.file)) await oneAtATime(services, () => build(services, editions, progress))
  const instance = await DuckDBInstance.create(':memory:', settings(paths.folder))
  const connection = await instance.connect()
  await connection.run(`attach ${text(paths.file)} as prepared (read_only)`)
  for (const table of PREPARED_TABLES)
    await connection.run(`create view ${table} as select * from prepared.${table}`)
  return {
    version: editions.version,
    entries: editions.entries,
    connection,
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
