import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { ImpactDraft, ImpactRefusal, NoImpact } from '../model/impact.ts'
import type { PurchaseId } from '../model/purchase.ts'
import { decideImpact, decideNoImpact } from '../rules/impact.ts'
import { mayEdit } from '../rules/purchase.ts'
import {
  deleteImpact,
  deleteNoImpact,
  insertImpact,
  listImpacts,
  setImpact,
  setNoImpact,
} from '../store/impacts.ts'
import { lockPurchase } from '../store/purchases.ts'
import type { ProcurementTables } from '../tables.ts'
import { actorText, authorityOf } from './authority.ts'

type Outcome = Decision<null, ImpactRefusal>

/** Runs a change to the assessment of a purchase that suppliers have not seen yet. */
const changing = (
  ctx: Context,
  purchaseId: PurchaseId,
  work: (tx: Writer<ProcurementTables>) => Promise<Outcome>,
): Promise<Outcome> =>
  inTransaction<ProcurementTables, Outcome>(ctx, async (tx) =>
    mayEdit(await lockPurchase(tx, purchaseId)) ? work(tx) : refuse('impact-of-published'),
  )

/** Writes an effect down, or changes the one with this id. */
export const recordImpact = (
  ctx: Context,
  purchaseId: PurchaseId,
  draft: ImpactDraft,
  impactId: string | null = null,
): Promise<Outcome> =>
  changing(ctx, purchaseId, async (tx) => {
    const decision = decideImpact(draft)
    if (!decision.ok) return decision
    const { value } = decision
    const id = impactId ?? newId()
    const origin = {
      authorityId: authorityOf(ctx),
      id,
      purchaseId,
      createdBy: actorText(ctx),
      createdAt: ctx.clock.now(),
    }
    if (impactId === null) await insertImpact(tx, value, origin)
    else await setImpact(tx, purchaseId, impactId, value)
    await deleteNoImpact(tx, purchaseId, value.dimension)
    await recordAudit(tx, ctx, {
      name: impactId === null ? 'IMPACT_RECORDED' : 'IMPACT_CHANGED',
      subject: purchaseId,
      facts: { direction: value.direction, effect: value.effect, answer: value.answer },
    })
    return accept(null)
  })

export const removeImpact = (ctx: Context, purchaseId: PurchaseId, impactId: string): Promise<Outcome> =>
  changing(ctx, purchaseId, async (tx) => {
    const impact = (await listImpacts(tx, purchaseId)).find(({ id }) => id === impactId)
    if (!impact) return accept(null)
    await deleteImpact(tx, purchaseId, impactId)
    const facts = { direction: impact.direction, effect: impact.effect }
    await recordAudit(tx, ctx, { name: 'IMPACT_REMOVED', subject: purchaseId, facts })
    return accept(null)
  })

/** Says that no effect of a kind is expected, and why. */
export const recordNoImpact = (ctx: Context, purchaseId: PurchaseId, none: NoImpact): Promise<Outcome> =>
  changing(ctx, purchaseId, async (tx) => {
    const decision = decideNoImpact(none, await listImpacts(tx, purchaseId))
    if (!decision.ok) return decision
    await setNoImpact(tx, authorityOf(ctx), purchaseId, decision.value)
    const { dimension, reason } = decision.value
    await recordAudit(tx, ctx, {
      name: 'NO_IMPACT_RECORDED',
      subject: purchaseId,
      facts: { dimension, reason },
    })
    return accept(null)
  })
