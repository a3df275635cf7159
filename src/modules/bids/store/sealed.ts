import { sql } from 'kysely'
import type { OrganisationId } from '#identity'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { BidId, LogCheck, LogEntry, Receipt, SealedBidId } from '../model.ts'
import type { BidsTables } from '../tables.ts'

type Db = Reader<BidsTables>
type Tx = Writer<BidsTables>

export type Entered = { readonly submittedAt: Date; readonly number: number; readonly hash: string }

export type NewSealedBid = {
  readonly bidId: BidId
  readonly revision: number
  readonly id: SealedBidId
  readonly tenderVersion: number
  readonly fingerprint: string
  readonly content: Uint8Array
}

/** Hands a sealed bid in. PostgreSQL raises GT001 where the deadline has passed, here or at the commit. */
export const insertSealed = async (tx: Tx, bid: NewSealedBid): Promise<Entered> => {
  const { rows } = await sql<Entered>`
    select submitted_at as "submittedAt", number, hash
    from bids.submit(${bid.bidId}, ${bid.revision}, ${bid.id}, ${bid.tenderVersion}, ${bid.fingerprint},
      ${Buffer.from(bid.content)})`.execute(tx)
  const [entered] = rows
  if (!entered) throw new Error('a bid was handed in and left no entry')
  return entered
}

export const withdrawSealed = async (tx: Tx, bidId: BidId): Promise<Date> => {
  const { rows } = await sql<{ at: Date }>`select withdrawn_at as at from bids.withdraw(${bidId})`.execute(tx)
  const [done] = rows
  if (!done) throw new Error('a bid was withdrawn and left no entry')
  return done.at
}

const receipts = (db: Db, supplierId: OrganisationId) =>
  db
    .selectFrom('bids.sealed_bid')
    .select([
      'id',
      'tender_id as tenderId',
      'lot',
      'tender_version as tenderVersion',
      'submitted_at as submittedAt',
      'fingerprint',
      'log_number as logNumber',
      sql<boolean>`replaced_by is not null`.as('isReplaced'),
      'withdrawn_at as withdrawnAt',
    ])
    .where('supplier_id', '=', supplierId)

/** One thing that the acting supplier has handed in. */
export const findReceipt = (
  db: Db,
  supplierId: OrganisationId,
  id: SealedBidId,
): Promise<Receipt | undefined> => receipts(db, supplierId).where('id', '=', id).executeTakeFirst()

/** All that the acting supplier has handed in for a lot, the latest first. */
export const listReceipts = (
  db: Db,
  supplierId: OrganisationId,
  { tenderId, lot }: Pick<Receipt, 'tenderId' | 'lot'>,
): Promise<Receipt[]> =>
  receipts(db, supplierId)
    .where('tender_id', '=', tenderId)
    .where('lot', '=', lot)
    .orderBy('log_number', 'desc')
    .execute()

/** The public log of a tender, from its first entry. */
export const listLog = (db: Db, tenderId: string): Promise<LogEntry[]> =>
  db
    .selectFrom('bids.log_entry')
    .select([
      'tender_id as tenderId',
      'number',
      'at',
      'kind',
      'fingerprint',
      'previous_hash as previousHash',
      'hash',
    ])
    .where('tender_id', '=', tenderId)
    .orderBy('number')
    .execute()

/** What the opening said of each entry; none before it. */
export const listChecks = (db: Db, tenderId: string): Promise<LogCheck[]> =>
  db
    .selectFrom('bids.log_check')
    .select(['number', 'outcome', 'checked_at as checkedAt'])
    .where('tender_id', '=', tenderId)
    .orderBy('number')
    .execute()

/** The database's own clock, which decides on lateness. */
export const databaseTime = async (db: Db): Promise<Date> => {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db)
  return rows[0]?.now ?? new Date(Number.NaN)
}
