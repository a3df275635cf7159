import { type Context, today } from '../../platform/context.ts'
import { readBound } from './actions/bound.ts'
import type { Indicator, Review, SeenRating } from './model/life.ts'
import { type ContractReport, readContract } from './read-contract.ts'
import { nextDueOn } from './rules/assessments.ts'
import { inTiers, type Tiered } from './rules/sub-contractors.ts'
import { findHandover, type Handover } from './store/handovers.ts'
import { listIndicators, listRatings } from './store/indicators.ts'
import { listReviews } from './store/reviews.ts'
import { listSubContractors } from './store/sub-contractors.ts'
import type { LinkedContract } from './store/supplier-links.ts'

export type SeenIndicator = {
  readonly indicator: Indicator
  /** Oldest first. */
  readonly ratings: readonly SeenRating[]
  readonly dueOn: string | null
}
export type ForSupplier = {
  readonly report: ContractReport
  readonly indicators: readonly SeenIndicator[]
  readonly subContractors: readonly Tiered[]
  readonly handover: Handover | undefined
  /** Reviews to come. */
  readonly reviews: readonly Review[]
}

/** What a supplier reads of a contract that it reports on. */
export const readForSupplier = (ctx: Context, linked: LinkedContract): Promise<ForSupplier> =>
  readBound(ctx, linked, async (db) => {
    const { contractId } = linked
    const ratings = await listRatings(db)
    return {
      report: await readContract(db, contractId, today(ctx)),
      indicators: (await listIndicators(db, contractId)).map((indicator) => {
        const own = ratings.get(indicator.id) ?? []
        return { indicator, ratings: own, dueOn: nextDueOn(indicator, own) }
      }),
      subContractors: inTiers(await listSubContractors(db, contractId)),
      handover: await findHandover(db, contractId),
      reviews: (await listReviews(db, contractId)).filter(({ heldOn }) => heldOn === null),
    }
  })
