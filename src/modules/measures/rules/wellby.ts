import type { Range } from '../model/valuation.ts'
import { type Exact, exact } from './exact.ts'
import { mapRange } from './ranges.ts'

/** How much faster than income the value of wellbeing grows: HM Treasury, Wellbeing guidance for appraisal (2021). */
export const INCOME_ELASTICITY: Exact = exact('1.3')

/** Points of life satisfaction (0 to 10), for so many people, for so many years. */
export const wellbys = (points: Exact, persons: Exact, years: Exact): Exact =>
  points.times(persons).times(years)

/** Treasury's second uprating of a wellbeing value: by real income per head, to the power 1.3. */
export const growWithIncome = (value: Range, realIncomeRatio: Exact): Range => {
  const factor = realIncomeRatio.pow(INCOME_ELASTICITY)
  return mapRange(value, (amount) => amount.times(factor))
}
