import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { findMatching, forgetMatching, type MatchingRecord, setMatching } from '../store/matching.ts'
import type { SpendTables } from '../tables.ts'

/** Asks the worker to match the authority's payees, in the transaction that brought or placed them. */
export const askForMatching = async (
  tx: Writer<SpendTables>,
  ctx: Context,
  authorityId: string,
): Promise<void> => {
  await setMatching(tx, authorityId, ctx.clock.now(), {
    state: 'waiting',
    part: null,
    share: 0,
    asked_at: ctx.clock.now(),
  })
  await ctx.jobs.publish(tx, 'payeesPlaced', { authorityId })
}

/** A person asks for it: the next run looks at every payee again, even where nothing has changed. */
export const requestMatching = (
  ctx: Context & { readonly authorityId: string },
): Promise<MatchingRecord | undefined> =>
  inTransaction<SpendTables, MatchingRecord | undefined>(ctx, async (tx) => {
    await askForMatching(tx, ctx, ctx.authorityId)
    await forgetMatching(tx)
    await recordAudit(tx, ctx, { name: 'MATCHING_ASKED_FOR', subject: ctx.authorityId })
    return findMatching(tx)
  })
