import type { Reader } from '../../platform/database.ts'
import { nextDueOn } from './rules/assessments.ts'
import { listAdjustments } from './store/adjustments.ts'
import { getContract } from './store/contracts.ts'
import { listAssessments, listIndicators } from './store/indicators.ts'
import { listNotices } from './store/notices.ts'
import { listReviewActions, listReviews } from './store/reviews.ts'
import type { ContractsTables } from './tables.ts'

/** What happened to a contract in its life, for the API and the command line. Throws NotFound. */
export const readLife = async (db: Reader<ContractsTables>, contractId: string) => {
  await getContract(db, contractId)
  const assessments = await listAssessments(db, contractId)
  const reviews = await listReviews(db, contractId)
  const actions = await listReviewActions(db)
  return {
    indicators: (await listIndicators(db, contractId)).map((indicator) => {
      const own = assessments.get(indicator.id) ?? []
      return { ...indicator, assessments: own, nextDueOn: nextDueOn(indicator, own) }
    }),
    reviews: reviews.map((review) => ({ ...review, actions: actions.get(review.id) ?? [] })),
    notices: (await listNotices(db, contractId)).map(({ id, kind, status, eventOn }) => ({
      id,
      kind,
      status,
      eventOn,
    })),
    changes: (await listAdjustments(db, contractId)).map(
      ({ id, title, way, status, valuePence, endsOn, madeOn, changeNoticeOn }) => ({
        id,
        title,
        way,
        status,
        valuePence,
        endsOn,
        madeOn,
        changeNoticeOn,
      }),
    ),
  }
}
