import { getOrganisation, type IdentityTables, whoActs } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { StrategyRefusal } from '../model.ts'
import { buildPlan, type PlanDraft } from '../plan-content.ts'
import { decidePlan } from '../rules/plan-fit.ts'
import { insertPlan, listPlansOf } from '../store/plans.ts'
import { listRoles } from '../store/roles.ts'
import { listShared } from '../store/sharing.ts'
import { listTrees } from '../store/trees.ts'
import type { StrategyTables } from '../tables.ts'

export type PublishedPlan = { readonly edition: number; readonly slug: string }

/** Publishes the plan on a page from the adopted priorities. The page it makes never changes again. */
export const publishPlan = (
  ctx: Context,
  draft: PlanDraft,
): Promise<Decision<PublishedPlan, StrategyRefusal | 'plan-too-long'>> =>
  inTransaction<StrategyTables, Decision<PublishedPlan, StrategyRefusal | 'plan-too-long'>>(
    ctx,
    async (tx) => {
      const who = await whoActs(tx, ctx)
      const organisation = await getOrganisation(tx as unknown as Reader<IdentityTables>, who.authorityId)
      const trees = await listTrees(tx, ['adopted'])
      const content = buildPlan(draft, {
        organisation: organisation.name,
        trees,
        roles: await listRoles(tx),
        shared: await listShared(tx),
      })
      if (content.priorities.length < draft.priorityIds.length) return refuse('plan-not-adopted')
      const decision = decidePlan(content)
      if (!decision.ok) return decision
      const [newest] = await listPlansOf(tx, who.authorityId)
      const edition = (newest?.edition ?? 0) + 1
      const { slug } = organisation
      await insertPlan(tx, who.authorityId, {
        edition,
        slug,
        publishedAt: ctx.clock.now(),
        personName: who.personName,
        content,
      })
      await recordAudit(tx, ctx, { name: 'PLAN_PUBLISHED', subject: slug, facts: { edition } })
      return accept({ edition, slug })
    },
  )
