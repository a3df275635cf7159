import type { OrganisationId } from '#identity'
import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Bid, BidId, DraftFile } from '../model.ts'
import type { BidsTables } from '../tables.ts'

type Db = Reader<BidsTables>
type Tx = Writer<BidsTables>

const COLUMNS = [
  'id',
  'tender_id as tenderId',
  'lot',
  'revision',
  'changed_at as changedAt',
  'sealed_id as sealedId',
  'sealed_revision as sealedRevision',
  'withdrawn_at as withdrawnAt',
] as const

/** The bids of the acting supplier, the last changed first. */
export const listBids = (db: Db, supplierId: OrganisationId): Promise<Bid[]> =>
  db
    .selectFrom('bids.bid')
    .select([...COLUMNS])
    .where('authority_id', '=', supplierId)
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .execute()

/** The bids of the acting supplier for one tender, by lot. */
export const findBidsOf = (db: Db, supplierId: OrganisationId, tenderId: string): Promise<Bid[]> =>
  db
    .selectFrom('bids.bid')
    .select([...COLUMNS])
    .where('authority_id', '=', supplierId)
    .where('tender_id', '=', tenderId)
    .orderBy('lot')
    .execute()

export type StoredBid = Bid & { readonly answers: Uint8Array }

/** Throws NotFound where the acting supplier has no such bid. */
export const getBid = async (db: Db, supplierId: OrganisationId, id: BidId): Promise<StoredBid> => {
  const bid = await db
    .selectFrom('bids.bid')
    .select([...COLUMNS, 'answers'])
    .where('authority_id', '=', supplierId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!bid) throw new NotFound('There is no such bid.')
  return bid
}

/** The same with its row held until the change is stored, so that two savings follow one another. */
export const lockBid = async (tx: Tx, supplierId: OrganisationId, id: BidId): Promise<StoredBid> => {
  const bid = await tx
    .selectFrom('bids.bid')
    .select([...COLUMNS, 'answers'])
    .where('authority_id', '=', supplierId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!bid) throw new NotFound('There is no such bid.')
  return bid
}

/** Begins a bid for a lot; the id of the one that is there already where there is one. */
export const putBid = async (
  tx: Tx,
  supplierId: OrganisationId,
  bid: Pick<StoredBid, 'id' | 'tenderId' | 'lot' | 'changedAt' | 'answers'>,
): Promise<BidId> => {
  await tx
    .insertInto('bids.bid')
    .values({
      authority_id: supplierId,
      id: bid.id,
      tender_id: bid.tenderId,
      lot: bid.lot,
      answers: Buffer.from(bid.answers),
      changed_at: bid.changedAt,
    })
    .onConflict((conflict) => conflict.columns(['authority_id', 'tender_id', 'lot']).doNothing())
    .execute()
  const { id } = await tx
    .selectFrom('bids.bid')
    .select('id')
    .where('authority_id', '=', supplierId)
    .where('tender_id', '=', bid.tenderId)
    .where('lot', '=', bid.lot)
    .executeTakeFirstOrThrow()
  return id
}

/** Stores answers under the next revision. */
export const setAnswers = async (
  tx: Tx,
  supplierId: OrganisationId,
  id: BidId,
  answers: Uint8Array | undefined,
  at: Date,
): Promise<void> => {
  await tx
    .updateTable('bids.bid')
    .set((eb) => ({
      revision: eb('revision', '+', 1),
      changed_at: at,
      ...(answers ? { answers: Buffer.from(answers) } : {}),
    }))
    .where('authority_id', '=', supplierId)
    .where('id', '=', id)
    .execute()
}

export const listFiles = (db: Db, supplierId: OrganisationId, bidId: BidId): Promise<DraftFile[]> =>
  db
    .selectFrom('bids.file')
    .select([
      'id',
      'bid_id as bidId',
      'question',
      'name',
      'bytes',
      'sha256',
      'stored_as as storedAs',
      'scan',
      'refused_because as refusedBecause',
      'added_at as addedAt',
    ])
    .where('authority_id', '=', supplierId)
    .where('bid_id', '=', bidId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()

export const insertFile = async (tx: Tx, supplierId: OrganisationId, file: DraftFile): Promise<void> => {
  await tx
    .insertInto('bids.file')
    .values({
      authority_id: supplierId,
      id: file.id,
      bid_id: file.bidId,
      question: file.question,
      name: file.name,
      bytes: file.bytes,
      sha256: file.sha256,
      stored_as: file.storedAs,
      scan: file.scan,
      refused_because: file.refusedBecause,
      added_at: file.addedAt,
    })
    .execute()
}

export const deleteFile = async (tx: Tx, supplierId: OrganisationId, id: string): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('bids.file')
    .where('authority_id', '=', supplierId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
