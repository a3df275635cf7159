import type { OrganisationId } from '#identity'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { SealedBidId } from '../model.ts'
import type { BidsTables } from '../tables.ts'

export const insertOwnCopy = async (
  tx: Writer<BidsTables>,
  supplierId: OrganisationId,
  sealedId: SealedBidId,
  content: Uint8Array,
): Promise<void> => {
  await tx
    .insertInto('bids.own_copy')
    .values({ authority_id: supplierId, sealed_id: sealedId, content: Buffer.from(content) })
    .execute()
}

/** The encrypted copy; undefined where none was kept. */
export const findOwnCopy = async (
  db: Reader<BidsTables>,
  supplierId: OrganisationId,
  sealedId: SealedBidId,
): Promise<Uint8Array | undefined> =>
  (
    await db
      .selectFrom('bids.own_copy')
      .select('content')
      .where('authority_id', '=', supplierId)
      .where('sealed_id', '=', sealedId)
      .executeTakeFirst()
  )?.content
