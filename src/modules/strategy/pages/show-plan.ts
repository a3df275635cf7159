import { h } from 'preact'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { PRINT_SIZES, printSizeOf } from '../rules/plan-fit.ts'
import { listPlansAt } from '../store/plans.ts'
import type { StrategyTables } from '../tables.ts'
import { ShowPlanView } from './show-plan.view.tsx'

const SMALLEST = PRINT_SIZES.at(-1) ?? 7

/** `/plans/northmere-city-council` is the newest edition; a number after it, an edition of the archive. Public. */
export const get = async (request: PageRequest): Promise<Answer> => {
  const { slug = '', edition } = request.params
  const plans = await inReading(request.ctx, (db: Reader<StrategyTables>) => listPlansAt(db, slug))
  const plan = edition === undefined ? plans[0] : plans.find((one) => String(one.edition) === edition)
  if (!plan) throw new NotFound('No plan on a page is published at this address.')
  const view = {
    plan,
    size: printSizeOf(plan.content) ?? SMALLEST,
    editions: plans.map((one) => ({ edition: one.edition, publishedAt: one.publishedAt })),
    address: `${request.ctx.siteUrl}/plans/${slug}/${plan.edition}`,
    isNewest: plan.edition === plans[0]?.edition,
  }
  return page(`${plan.content.title}, ${plan.content.organisation}`, h(ShowPlanView, view), {
    width: 'wide',
    description: plan.content.introduction.slice(0, 160),
  })
}
