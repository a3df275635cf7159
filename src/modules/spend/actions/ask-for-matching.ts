import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { setMatching } from '../store/matching.ts'
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
