import { setActing, type Who } from './acting.ts'
import type { Reader } from './database.ts'

/**
 * Runs reads as a person for an authority, in one snapshot. PostgreSQL itself refuses a write in here,
 * so a page cannot change anything even by mistake.
 */
export const inReading = <Tables, Result>(
  who: Who,
  work: (db: Reader<Tables>) => Promise<Result>,
): Promise<Result> =>
  who.database.kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      await setActing(tx, who)
      return work(tx as unknown as Reader<Tables>)
    })

/** The same for a long answer that is handed over row by row. The transaction ends when the receiver stops asking. */
export async function* streamReading<Tables, Row>(
  who: Who,
  rows: (db: Reader<Tables>) => AsyncIterable<Row>,
): AsyncGenerator<Row> {
  const tx = await who.database.kysely
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
  try {
    await setActing(tx, who)
    yield* rows(tx as unknown as Reader<Tables>)
  } finally {
    await tx.rollback().execute()
  }
}
