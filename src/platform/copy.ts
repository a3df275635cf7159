import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from, to } from 'pg-copy-streams'
import type { Database, Writer } from './database.ts'

const clients = new WeakMap<object, PoolClient>()

/** Called where a transaction begins, so that COPY can use the transaction's own connection. */
export const rememberClient = (tx: object, client: PoolClient): void => void clients.set(tx, client)

export type CopyValue = string | number | null

const NEEDS_ESCAPE = /[\\\t\n\r\0]/
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\0': '' }

const cell = (value: CopyValue): string => {
  if (value === null) return '\\N'
  if (typeof value === 'number') return String(value)
  return NEEDS_ESCAPE.test(value) ? value.replaceAll(/[\\\t\n\r\0]/g, (found) => ESCAPES[found] ?? '') : value
}

/** One row as PostgreSQL's COPY text. PostgreSQL has no NUL character: it is left out. */
export const copyLine = (values: readonly CopyValue[]): string => {
  let line = ''
  for (let i = 0; i < values.length; i++) line += (i === 0 ? '' : '\t') + cell(values[i] ?? null)
  return `${line}\n`
}

/**
 * Streams rows into a table by COPY, inside the transaction: the fastest way in. PostgreSQL refuses COPY into
 * a table under row-level security, so rows go into a temporary table and from there by one checked INSERT.
 * `lines` are made by `copyLine`; an element may hold many.
 */
export const copyInto = async <T>(
  tx: Writer<T>,
  temporaryTable: string,
  columns: readonly string[],
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<void> => {
  const client = clients.get(tx)
  if (!client) throw new Error('copyInto works inside a transaction only')
  const copy = client.query(from(`copy ${temporaryTable} (${columns.join(', ')}) from stdin`))
  await pipeline(Readable.from(lines, { objectMode: true }), copy)
}

/**
 * Appends the rows of a query to a file by COPY, as CSV without a header: memory stays flat whatever their number. It
 * runs for no authority, so tables of tenants are empty to it. The query must hold no words of a user.
 */
export const copyToFile = async (database: Database, query: string, path: string): Promise<void> => {
  const client = await database.pool.connect()
  let broken: Error | undefined
  try {
    await pipeline(
      client.query(to(`copy (${query}) to stdout (format csv)`)),
      createWriteStream(path, { flags: 'a' }),
    )
  } catch (error) {
    broken = error as Error
    throw error
  } finally {
    client.release(broken)
  }
}
