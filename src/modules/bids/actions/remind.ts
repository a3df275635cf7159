import { sql } from 'kysely'
import { type IdentityTables, listMembers, notify, type OrganisationId } from '#identity'
import { getTender, type TendersTables } from '#tenders'
import { actingAs, type Context, type Services } from '../../../platform/context.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { reminderNote } from '../letters.ts'
import { type BidId, REMINDERS, type ReminderMark } from '../model.ts'
import { dueReminder } from '../rules/reminders.ts'
import { lockBid } from '../store/bids.ts'
import type { BidsTables } from '../tables.ts'

type Unsubmitted = { readonly supplierId: OrganisationId; readonly bidId: BidId }

const listUnsubmitted = async (db: Reader<BidsTables>, before: Date): Promise<Unsubmitted[]> => {
  const { rows } = await sql<Unsubmitted>`
    select supplier_id as "supplierId", bid_id as "bidId" from bids.unsubmitted(${before})`.execute(db)
  return rows
}

const remind = async (ctx: Context, tx: Writer<BidsTables>, bidId: BidId): Promise<number> => {
  const supplierId = ctx.authorityId ?? ''
  const bid = await lockBid(tx, supplierId, bidId)
  const tender = await getTender(tx as unknown as Reader<TendersTables>, bid.tenderId)
  const sent = await tx
    .selectFrom('bids.reminder')
    .select('mark')
    .where('authority_id', '=', supplierId)
    .where('bid_id', '=', bidId)
    .where('deadline', '=', tender.deadline)
    .execute()
  const now = ctx.clock.now()
  const due = dueReminder(
    tender.deadline,
    now,
    sent.map(({ mark }) => mark),
  )
  if (!due) return 0
  await tx
    .insertInto('bids.reminder')
    .values(
      due.passed.map((mark: ReminderMark) => ({
        authority_id: supplierId,
        bid_id: bidId,
        deadline: tender.deadline,
        mark,
        sent_at: now,
      })),
    )
    .execute()
  const members = await listMembers(tx as unknown as Reader<IdentityTables>, supplierId)
  const readers = members.filter(({ isDisabled }) => !isDisabled)
  for (const { id } of readers)
    await notify(tx, ctx, { ...reminderNote(tender, bid, due.mark), to: { personId: id } })
  return readers.length
}

/**
 * Tells suppliers of bids that are prepared and not submitted as they stand: a day, two hours and half an hour before the
 * deadline, each once, however often this runs. Gives how many letters were written.
 */
export const remindSuppliers = async (services: Services): Promise<number> => {
  const anybody = actingAs(services, { kind: 'worker' }, null)
  const before = new Date(services.clock.now().getTime() + REMINDERS[0].minutes * 60_000)
  const found = await inReading(anybody, (db: Reader<BidsTables>) => listUnsubmitted(db, before))
  let letters = 0
  for (const { supplierId, bidId } of found) {
    const theirs = { ...anybody, authorityId: supplierId }
    letters += await inTransaction(theirs, (tx: Writer<BidsTables>) => remind(theirs, tx, bidId))
  }
  return letters
}
