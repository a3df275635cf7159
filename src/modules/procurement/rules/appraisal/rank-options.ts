import { type Exact, exact, readDecimal, sum, ZERO } from '../../../../kernel/exact.ts'
import type { AppraisalCriterion, DeliveryOption } from '../../model/appraisal.ts'

export const HIGHEST_SCORE = 5

export type RankedOption = {
  readonly option: DeliveryOption
  /** Points of a hundred. */
  readonly points: Exact
  /** 1 is the best; equals share a place. */
  readonly place: number
  /** Criteria nobody scored; they count as nothing. */
  readonly unscored: readonly string[]
  /** Points that rest on low confidence. */
  readonly shaky: Exact
}

export const weightOfCriterion = ({ weight }: AppraisalCriterion): Exact => readDecimal(weight) ?? ZERO

/** A score as a share of the highest; 0 where there is none. */
export const shareOf = (option: DeliveryOption, code: string): Exact => {
  const found = option.scores.find(({ criterion }) => criterion === code)
  return found ? exact(found.score).div(HIGHEST_SCORE) : ZERO
}

export const pointsOf = (option: DeliveryOption, criteria: readonly AppraisalCriterion[]): Exact =>
  sum(criteria.map((criterion) => weightOfCriterion(criterion).times(shareOf(option, criterion.code))))

/** Weighted points of each option, best first; options with equal points share a place. */
export const rankOptions = (
  options: readonly DeliveryOption[],
  criteria: readonly AppraisalCriterion[],
): RankedOption[] => {
  const scored = options.map((option) => ({ option, points: pointsOf(option, criteria) }))
  return scored
    .map(({ option, points }) => ({
      option,
      points,
      place: scored.filter((other) => other.points.gt(points)).length + 1,
      unscored: criteria
        .filter(({ code }) => !option.scores.some(({ criterion }) => criterion === code))
        .map(({ name }) => name),
      shaky: sum(
        criteria
          .filter(({ code }) =>
            option.scores.some(({ criterion, confidence }) => criterion === code && confidence === 'low'),
          )
          .map((criterion) => weightOfCriterion(criterion).times(shareOf(option, criterion.code))),
      ),
    }))
    .sort((a, b) => a.place - b.place || (a.option.name < b.option.name ? -1 : 1))
}
