import { h } from 'preact'
import { today } from '../../../platform/context.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { explainPurchase } from '../law-of-purchase.ts'
import { type Purchase, STAGES } from '../model/purchase.ts'
import { nextSteps } from '../rules/next-steps.ts'
import { isUnderWay, totalPurchases } from '../rules/pipeline.ts'
import { listPurchases } from '../store/purchases.ts'
import type { ProcurementTables } from '../tables.ts'
import { totalsBasis } from './basis.ts'
import { ProcurementHomeView } from './procurement-home.view.tsx'
import { mayManage } from './purchase-request.ts'
import { soonAround } from './soon.ts'

const MOST_STEPS = 20

export const get = async (request: PageRequest): Promise<Answer> => {
  const all = await inReading<ProcurementTables, Purchase[]>(request.ctx, listPurchases)
  const underWay = all.filter(isUnderWay)
  const explained = underWay.map((purchase) => ({ purchase, law: explainPurchase(purchase) }))
  const steps = nextSteps(
    explained.map(({ purchase, law }) => ({ purchase, timetable: law.timetable })),
    soonAround(today(request.ctx)),
  )
  const isPressing = ({ state }: { state: string }) => state === 'late' || state === 'wrong'
  const totals = totalPurchases(underWay)
  const view = {
    pressing: steps.filter(isPressing).slice(0, MOST_STEPS),
    coming: steps.filter((step) => !isPressing(step)).slice(0, MOST_STEPS),
    asking: explained.flatMap(({ purchase, law }) =>
      law.questions.length > 0
        ? [{ purchase, questions: law.questions.map(({ question }) => question) }]
        : [],
    ),
    stages: STAGES.map((stage) => ({
      stage,
      count: all.filter((purchase) => purchase.stage === stage).length,
    })).filter(({ count }) => count > 0),
    wholePence: totals.wholePence,
    basis: totalsBasis(totals),
    mayManage: mayManage(request),
  }
  return page('Purchases', h(ProcurementHomeView, view), { width: 'wide' })
}
