import { type ContractsTables, listDeliveries } from '#contracts'
import { whoActs } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { decideName, type NamingDecision, saveStoryDecision } from '../store/review.ts'
import type { PublishingTables } from '../tables.ts'

export type ReviewRefusal = 'name-unknown' | 'note-needed' | 'story-unknown'

/** Decides how a name that may be an individual's is published from now on. What was said before stays said. */
export const decideOnName = (
  ctx: Context,
  nameKey: string,
  { decision, note }: { readonly decision: NamingDecision; readonly note: string },
): Promise<Decision<string, ReviewRefusal>> =>
  inTransaction<PublishingTables, Decision<string, ReviewRefusal>>(ctx, async (tx) => {
    // Naming somebody needs a reason that can be shown to them.
    if (decision === 'named' && note.trim() === '') return refuse('note-needed')
    const { personName } = await whoActs(tx, ctx)
    const at = ctx.clock.now()
    if (!(await decideName(tx, nameKey, { decision, note: note.trim(), by: personName, at })))
      return refuse('name-unknown')
    await recordAudit(tx, ctx, { name: 'NAME_DECIDED', subject: nameKey, facts: { decision } })
    return accept(decision)
  })

/** Approves the story of a delivery for the public as it stands now, or takes the approval back. */
export const decideOnStory = (
  ctx: Context,
  deliveryId: string,
  verdict: 'approve' | 'refuse',
): Promise<Decision<string, ReviewRefusal>> =>
  inTransaction<PublishingTables, Decision<string, ReviewRefusal>>(ctx, async (tx) => {
    const deliveries = await listDeliveries(tx as unknown as Reader<ContractsTables>)
    const story = deliveries.find(({ id }) => id === deliveryId)?.story ?? ''
    if (story === '') return refuse('story-unknown')
    const { authorityId, personName } = await whoActs(tx, ctx)
    await saveStoryDecision(tx, authorityId, {
      deliveryId,
      story,
      isApproved: verdict === 'approve',
      decidedBy: personName,
      decidedAt: ctx.clock.now(),
    })
    await recordAudit(tx, ctx, { name: 'STORY_DECIDED', subject: deliveryId, facts: { verdict } })
    return accept(deliveryId)
  })
