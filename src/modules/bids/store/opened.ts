import { sql } from 'kysely'
import type { OrganisationId } from '#identity'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { LogCheck, Minutes, OpenedBid, Profile } from '../model.ts'
import type { BidsTables } from '../tables.ts'

type Db = Reader<BidsTables>
type Tx = Writer<BidsTables>

export type TakenBid = {
  readonly id: string
  readonly lot: string
  readonly supplierId: OrganisationId
  readonly tenderVersion: number
  readonly submittedAt: Date
  readonly fingerprint: string
  readonly logNumber: number
  readonly content: Uint8Array
}

/** What came in for a tender of the acting authority and counts. PostgreSQL raises GT004 before the deadline. */
export const takeSealed = async (tx: Tx, tenderId: string): Promise<TakenBid[]> => {
  const { rows } = await sql<TakenBid>`
    select id, lot, supplier_id as "supplierId", tender_version as "tenderVersion", submitted_at as "submittedAt",
      fingerprint, log_number as "logNumber", content from bids.take_sealed(${tenderId})`.execute(tx)
  return rows
}

export const insertOpenedBid = async (
  tx: Tx,
  authorityId: OrganisationId,
  bid: OpenedBid & { readonly profile: Profile | null; readonly openedAt: Date },
): Promise<void> => {
  await tx
    .insertInto('bids.opened_bid')
    .values({
      authority_id: authorityId,
      id: bid.id,
      tender_id: bid.tenderId,
      lot: bid.lot,
      supplier_id: bid.supplierId,
      supplier_name: bid.supplierName,
      supplier_key: bid.supplierKey,
      submitted_at: bid.submittedAt,
      fingerprint: bid.fingerprint,
      tender_version: bid.tenderVersion,
      answers: JSON.stringify(bid.answers),
      profile: JSON.stringify(bid.profile),
      opened_at: bid.openedAt,
    })
    .execute()
}

export const insertMinutes = async (tx: Tx, authorityId: OrganisationId, minutes: Minutes): Promise<void> => {
  await tx
    .insertInto('bids.opening')
    .values({
      authority_id: authorityId,
      tender_id: minutes.tenderId,
      first_officer: minutes.firstOfficer,
      second_officer: minutes.secondOfficer,
      opened_at: minutes.openedAt,
      checks: JSON.stringify(minutes.checks),
    })
    .execute()
}

export const insertChecks = async (
  tx: Tx,
  authorityId: OrganisationId,
  tenderId: string,
  checks: readonly LogCheck[],
): Promise<void> => {
  if (checks.length === 0) return
  await tx
    .insertInto('bids.log_check')
    .values(
      checks.map(({ number, outcome, checkedAt }) => ({
        authority_id: authorityId,
        tender_id: tenderId,
        number,
        outcome,
        checked_at: checkedAt,
      })),
    )
    .execute()
}

export const findMinutes = (db: Db, tenderId: string): Promise<Minutes | undefined> =>
  db
    .selectFrom('bids.opening')
    .select([
      'tender_id as tenderId',
      'first_officer as firstOfficer',
      'second_officer as secondOfficer',
      'opened_at as openedAt',
      'checks',
    ])
    .where('tender_id', '=', tenderId)
    .executeTakeFirst()

/** The opened bids for a tender of the acting authority, lot by lot in the order they came in. None before the opening. */
export const openedBids = <Tables>(db: Reader<Tables>, tenderId: string): Promise<OpenedBid[]> =>
  (db as unknown as Db)
    .selectFrom('bids.opened_bid')
    .select([
      'id',
      'tender_id as tenderId',
      'lot',
      'supplier_id as supplierId',
      'supplier_name as supplierName',
      'supplier_key as supplierKey',
      'submitted_at as submittedAt',
      'fingerprint',
      'tender_version as tenderVersion',
      'answers',
    ])
    .where('tender_id', '=', tenderId)
    .orderBy('lot')
    .orderBy('submitted_at')
    .orderBy('id')
    .execute()
