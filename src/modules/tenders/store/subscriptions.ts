import { sql } from 'kysely'
import type { Writer } from '../../../platform/database.ts'
import type { TendersTables } from '../tables.ts'

type Tx = Writer<TendersTables>

export type Wish = {
  readonly email: string
  /** Letters about one tender; null for all that fit what follows. */
  readonly tenderId: string | null
  readonly words: string
  /** CPV codes, or how they begin. */
  readonly categories: readonly string[]
  readonly place: string
}
type NewSubscription = Wish & {
  readonly id: string
  readonly confirmHash: string
  readonly leaveKey: string
  readonly at: Date
}

/** Keeps a wish for letters until its address is proved; false where too many wait already. */
export const insertSubscription = async (tx: Tx, wish: NewSubscription): Promise<boolean> => {
  const { id, email, tenderId, words, categories, place, confirmHash, leaveKey, at } = wish
  const { rows } = await sql<{
    taken: boolean
  }>`select tenders.subscribe(${id}, ${email}, ${tenderId}, ${words},
    ${[...categories]}::text[], ${place}, ${confirmHash}, ${leaveKey}, ${at}) as taken`.execute(tx)
  return rows[0]?.taken ?? false
}

export const confirmSubscription = async (tx: Tx, hash: string, at: Date): Promise<boolean> => {
  const { rows } = await sql<{
    id: string | null
  }>`select tenders.confirm_subscription(${hash}, ${at}) as id`.execute(tx)
  return rows[0]?.id != null
}

/** Ends letters; whether there were any. */
export const endSubscription = async (tx: Tx, key: string): Promise<boolean> => {
  const { rows } = await sql<{ gone: number }>`select tenders.end_subscription(${key}) as gone`.execute(tx)
  return (rows[0]?.gone ?? 0) > 0
}

/** To whom a letter about a tender goes, with the key that ends their letters. */
export const readersOf = async (
  tx: Tx,
  tenderId: string,
  isNew: boolean,
): Promise<{ readonly email: string; readonly leaveKey: string }[]> => {
  const { rows } = await sql<{ email: string; leaveKey: string }>`
    select email, leave_key as "leaveKey" from tenders.readers_of(${tenderId}, ${isNew})`.execute(tx)
  return rows
}

/** Notes that news was told; false where it was told before. A second worker waits here for the first. */
export const noteTold = async (
  tx: Tx,
  authorityId: string,
  told: { readonly newsId: string; readonly tenderId: string; readonly letters: number },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('tenders.told')
    .values({
      authority_id: authorityId,
      news_id: told.newsId,
      tender_id: told.tenderId,
      letters: told.letters,
    })
    .onConflict((conflict) => conflict.columns(['authority_id', 'news_id']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
