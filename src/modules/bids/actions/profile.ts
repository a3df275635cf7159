import { actingAuthority, type IdentityTables, setOrganisationNames } from '#identity'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Profile } from '../model.ts'
import { putProfile } from '../store/profiles.ts'
import type { BidsTables } from '../tables.ts'

/** Stores what the acting supplier says of itself. It goes with every bid that is submitted from then on. */
export const changeProfile = async (ctx: Context, profile: Profile): Promise<void> => {
  const supplierId = actingAuthority(ctx)
  await inTransaction(ctx, async (tx: Writer<BidsTables>) => {
    await putProfile(tx, supplierId, profile, ctx.clock.now())
    await setOrganisationNames(tx as unknown as Writer<IdentityTables>, supplierId, profile)
    await recordAudit(tx, ctx, { name: 'SUPPLIER_PROFILE_CHANGED', subject: supplierId })
  })
}
