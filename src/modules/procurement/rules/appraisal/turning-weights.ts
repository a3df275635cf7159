import { type Exact, exact } from '../../../../kernel/exact.ts'
import type { AppraisalCriterion, DeliveryOption } from '../../model/appraisal.ts'
import { pointsOf, rankOptions, shareOf, weightOfCriterion } from './rank-options.ts'

export type TurningWeight = {
  readonly criterion: AppraisalCriterion
  /** The weight at which the leader and `rival` are equal, in points of a hundred; beyond it the rival leads. */
  readonly weight: Exact
  readonly change: Exact
  readonly leader: DeliveryOption
  readonly rival: DeliveryOption
}

const HUNDRED = exact(100)

/**
 * With one criterion's weight at w and the others kept in proportion, each option's points are a straight line in w.
 * Leader and rival are equal where their lines cross: w = rest / (rest − own), both differences leader less rival.
 */
const crossing = (
  leader: DeliveryOption,
  rival: DeliveryOption,
  criterion: AppraisalCriterion,
  criteria: readonly AppraisalCriterion[],
): Exact | null => {
  const weight = weightOfCriterion(criterion)
  const others = HUNDRED.minus(weight)
  if (others.isZero()) return null
  const own = shareOf(leader, criterion.code).minus(shareOf(rival, criterion.code))
  const restOf = (option: DeliveryOption) =>
    pointsOf(option, criteria)
      .minus(weight.times(shareOf(option, criterion.code)))
      .div(others)
  const rest = restOf(leader).minus(restOf(rival))
  const slope = rest.minus(own)
  if (slope.isZero()) return null
  const at = rest.div(slope).times(HUNDRED)
  return at.gte(0) && at.lte(100) ? at : null
}

/**
 * For each criterion the smallest change of its weight that would put another option first, nearest first. Empty where
 * the first place is shared, or where no single weight changes it. Weights that do not add up to 100 give nothing.
 */
export const turningWeights = (
  options: readonly DeliveryOption[],
  criteria: readonly AppraisalCriterion[],
): TurningWeight[] => {
  const total = criteria.reduce((sum, criterion) => sum.plus(weightOfCriterion(criterion)), exact(0))
  const [first, second] = rankOptions(options, criteria)
  if (!total.eq(100) || !first || !second || second.place === 1) return []
  const leader = first.option
  return criteria
    .flatMap((criterion): TurningWeight[] => {
      const [nearest] = options
        .filter((rival) => rival.id !== leader.id)
        .flatMap((rival) => {
          const weight = crossing(leader, rival, criterion, criteria)
          return weight === null
            ? []
            : [{ criterion, weight, change: weight.minus(weightOfCriterion(criterion)), leader, rival }]
        })
        .sort((a, b) => a.change.abs().cmp(b.change.abs()))
      return nearest ? [nearest] : []
    })
    .sort((a, b) => a.change.abs().cmp(b.change.abs()))
}
