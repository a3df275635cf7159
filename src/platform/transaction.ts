import { setActing, type Who } from './acting.ts'
import type { Writer } from './database.ts'

/** Runs a change: everything in `work` is stored, or nothing is. Importable by actions and jobs only. */
export const inTransaction = <Tables, Result>(
  who: Who,
  work: (tx: Writer<Tables>) => Promise<Result>,
): Promise<Result> =>
  who.database.kysely.transaction().execute(async (tx) => {
    await setActing(tx, who)
    return work(tx as unknown as Writer<Tables>)
  })
