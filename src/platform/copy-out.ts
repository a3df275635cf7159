import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { to } from 'pg-copy-streams'
import type { Who } from './acting.ts'

/**
 * Writes what a query finds to a file as CSV, nothing as `\N`, in one snapshot as the acting authority. `when` is asked
 * in the same snapshot; where it finds no row, nothing is written and undefined is returned.
 */
export const copyOut = async <Found extends object>(
  who: Who,
  when: { readonly text: string; readonly values: readonly unknown[] },
  query: string,
  pathOf: (found: Found) => string,
): Promise<Found | undefined> => {
  const client = await who.database.pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query(`select set_config('app.authority', $1, true), set_config('app.person', '', true)`, [
      who.authorityId ?? '',
    ])
    const [found] = (await client.query<Found>(when.text, [...when.values])).rows
    if (found) {
      const rows = client.query(to(`copy (${query}) to stdout (format csv, null '\\N')`))
      await pipeline(rows, createWriteStream(pathOf(found), { mode: 0o600 }))
    }
    await client.query('rollback')
    return found
  } catch (error) {
    broken = error as Error
    throw error
  } finally {
    // A connection that broke off in the middle of a copy must not be lent again.
    client.release(broken)
  }
}
