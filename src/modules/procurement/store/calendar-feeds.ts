import type { Reader, Writer } from '../../../platform/database.ts'
import type { PurchaseId } from '../model/purchase.ts'
import type { CalendarFeed } from '../model/timetable.ts'
import type { ProcurementTables } from '../tables.ts'

type Db = Reader<ProcurementTables>
type Tx = Writer<ProcurementTables>

const feedOf = (row: ProcurementTables['procurement.calendar_feed']): CalendarFeed => ({
  id: row.id,
  personId: row.person_id,
  purchaseId: row.purchase_id,
  createdAt: row.created_at,
})

/** The calendars of a person, oldest first. */
export const listFeeds = async (db: Db, personId: string): Promise<CalendarFeed[]> => {
  const rows = await db
    .selectFrom('procurement.calendar_feed')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(feedOf)
}

/** The calendar whose secret has this SHA-256. */
export const findFeed = async (db: Db, secretHash: string): Promise<CalendarFeed | undefined> => {
  const row = await db
    .selectFrom('procurement.calendar_feed')
    .selectAll()
    .where('secret_hash', '=', secretHash)
    .executeTakeFirst()
  return row && feedOf(row)
}

type NewFeed = {
  readonly authorityId: string
  readonly id: string
  readonly personId: string
  readonly purchaseId: PurchaseId | null
  readonly secretHash: string
  readonly createdAt: Date
}

export const insertFeed = async (tx: Tx, feed: NewFeed): Promise<void> => {
  await tx
    .insertInto('procurement.calendar_feed')
    .values({
      authority_id: feed.authorityId,
      id: feed.id,
      person_id: feed.personId,
      purchase_id: feed.purchaseId,
      secret_hash: feed.secretHash,
      created_at: feed.createdAt,
    })
    .execute()
}

export const deleteFeed = async (tx: Tx, personId: string, id: string): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('procurement.calendar_feed')
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
