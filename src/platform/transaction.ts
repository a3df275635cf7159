import { Kysely, PostgresDialect } from 'kysely'
import type { PoolClient } from 'pg'
import Cursor from 'pg-cursor'
import { setActing, type Who } from './acting.ts'
import { rememberClient } from './copy.ts'
import type { Writer } from './database.ts'

const poolOf = (client: PoolClient) => ({
  // Kysely ends with the transaction; the connection goes back to the pool that lent it.
  connect: async () => Object.assign(Object.create(client), { release: () => undefined }) as PoolClient,
  end: async () => undefined,
  options: {},
})

/** Runs a change: everything in `work` is stored, or nothing is. Importable by actions and jobs only. */
export const inTransaction = async <Tables, Result>(
  who: Who,
  work: (tx: Writer<Tables>) => Promise<Result>,
): Promise<Result> => {
  const client = await who.database.pool.connect()
  let broken: Error | undefined
  try {
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: poolOf(client), cursor: Cursor }) })
    return await db.transaction().execute(async (tx) => {
      rememberClient(tx, client)
      await setActing(tx, who)
      return work(tx as unknown as Writer<Tables>)
    })
  } catch (error) {
    // A connection that was lost must not be lent again; one that only refused a statement may.
    if ((error as { code?: string }).code?.startsWith('57') || !('code' in (error as object))) broken = error as Error
    throw error
  } finally {
    client.release(broken)
  }
}
