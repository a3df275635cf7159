import { discountFactors, REFERENCE, scheduledRates } from '#measures'
import type { Exact } from '../../kernel/exact.ts'
import type { AppraisalContent, DeliveryOption } from './model/appraisal.ts'
import { type RankedOption, rankOptions } from './rules/appraisal/rank-options.ts'
import { type TurningWeight, turningWeights } from './rules/appraisal/turning-weights.ts'
import { type WholeLifeCost, wholeLifeCost } from './rules/appraisal/whole-life-cost.ts'

export type Appraised = {
  readonly ranked: readonly (RankedOption & { readonly cost: WholeLifeCost })[]
  readonly turning: readonly TurningWeight[]
  /** The option that costs least in present money, among those whose cost is told. */
  readonly cheapest: DeliveryOption | null
}

/** The Treasury's rates for years 0 to `last`, the first year not discounted (Green Book, through the measures module). */
export const greenBookFactors = (last: number): readonly Exact[] => {
  const schedule = REFERENCE.rates.find(({ id }) => id === 'green-book')
  if (!schedule || last < 1) return []
  const factors = discountFactors(scheduledRates(schedule), last)
  return factors.ok ? factors.value : []
}

/** Options ranked, costed over their whole life, and how firm the first place is. */
export const appraise = ({
  options,
  criteria,
}: Pick<AppraisalContent, 'options' | 'criteria'>): Appraised => {
  const factors = greenBookFactors(Math.max(1, ...options.map(({ costsPence }) => costsPence.length)))
  const ranked = rankOptions(options, criteria).map((one) => ({
    ...one,
    cost: wholeLifeCost(one.option.costsPence, factors),
  }))
  const [cheapest] = ranked
    .filter(({ cost }) => cost.years > 0)
    .sort((a, b) => (a.cost.presentPence < b.cost.presentPence ? -1 : 1))
  return { ranked, turning: turningWeights(options, criteria), cheapest: cheapest?.option ?? null }
}
