import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { ClientConfig } from 'pg'
import { openAsOwner } from './database.ts'

const FOLDER = join(import.meta.dirname, '../../migrations')

const loadMigrations = async (): Promise<Record<string, Migration>> => {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort()
  const entries = names.map(async (name): Promise<[string, Migration]> => {
    const text = await readFile(join(FOLDER, name), 'utf8')
    return [name.replace('.sql', ''), { up: async (db) => void (await sql.raw(text).execute(db)) }]
  })
  return Object.fromEntries(await Promise.all(entries))
}

/** Brings a database up to date, as its owner; returns the names of the migrations that ran. Throws the first failure. */
export const migrate = async (connection: ClientConfig): Promise<string[]> => {
  const db = openAsOwner<unknown>(connection)
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: loadMigrations } })
    const { error, results = [] } = await migrator.migrateToLatest()
    if (error) throw error
    return results.filter((result) => result.status === 'Success').map((result) => result.migrationName)
  } finally {
    await db.destroy()
  }
}
