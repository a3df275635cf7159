import { Kysely, PostgresDialect } from 'kysely'
import type { PoolClient } from 'pg'
import Cursor from 'pg-cursor'
import { setActing, type Who } from './acting.ts'
import { rememberClient } from './copy.ts'
import type { Writer } from './database.ts'
import { Unusable } from './errors.ts'

/** A pool of the one connection of this transaction. Kysely gives it back when done; the pool that lent it waits for us. */
const poolOf = (client: PoolClient) => ({
  connect: async () => client,
  end: async () => undefined,
  options: {},
})

const DISK_FULL = '53100'
const NO_ROOM =
  'There is no room left on the disk of the database. Nothing was changed. Make room, then try again.'

/** Runs a change: everything in `work` is stored, or nothing is. Importable by actions and jobs only. */
export const inTransaction = async <Tables, Result>(
  who: Who,
  work: (tx: Writer<Tables>) => Promise<Result>,
): Promise<Result> => {
  const client = await who.database.pool.connect()
  const giveBack = client.release.bind(client)
  client.release = () => undefined
  let broken: Error | undefined
  try {
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: poolOf(client), cursor: Cursor }) })
    return await db.transaction().execute(async (tx) => {
      rememberClient(tx, client)
      await setActing(tx, who)
      return work(tx as unknown as Writer<Tables>)
    })
  } catch (error) {
    if ((error as { code?: string }).code === DISK_FULL) throw new Unusable(NO_ROOM)
    // A connection that was lost must not be lent again; one that only refused a statement may.
    if ((error as { code?: string }).code?.startsWith('57') || !('code' in (error as object)))
      broken = error as Error
    throw error
  } finally {
    giveBack(broken)
  }
}
