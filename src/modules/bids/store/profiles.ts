import type { OrganisationId } from '#identity'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { Profile } from '../model.ts'
import type { BidsTables } from '../tables.ts'

export const findProfile = async (
  db: Reader<BidsTables>,
  supplierId: OrganisationId,
): Promise<Profile | undefined> =>
  (
    await db
      .selectFrom('bids.profile')
      .select('content')
      .where('authority_id', '=', supplierId)
      .executeTakeFirst()
  )?.content

export const putProfile = async (
  tx: Writer<BidsTables>,
  supplierId: OrganisationId,
  profile: Profile,
  at: Date,
): Promise<void> => {
  const values = { content: JSON.stringify(profile), changed_at: at }
  await tx
    .insertInto('bids.profile')
    .values({ authority_id: supplierId, ...values })
    .onConflict((conflict) => conflict.column('authority_id').doUpdateSet(values))
    .execute()
}
