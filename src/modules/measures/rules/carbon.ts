import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { CarbonSeries } from '../model/reference.ts'
import type { Range } from '../model/valuation.ts'
import { exact } from './exact.ts'
import { rangeOf } from './ranges.ts'

/**
 * Pounds per tonne of an emission in a year, in the prices of the series. The year is that of the emission, not that
 * of the prices. DESNZ, Valuation of energy use and greenhouse gas emissions for appraisal.
 */
export const carbonValue = (
  series: CarbonSeries,
  emissionYear: number,
): Decision<Range, 'carbon-year-not-covered'> => {
  const point = series.points.find(({ year }) => year === emissionYear)
  if (point) return accept(rangeOf(exact(point.central), exact(point.low), exact(point.high)))
  const years = series.points.map(({ year }) => year)
  return refuse('carbon-year-not-covered', {
    year: emissionYear,
    first: Math.min(...years),
    last: Math.max(...years),
  })
}

/** The value of each of `count` years from the first. */
export const carbonValues = (
  series: CarbonSeries,
  firstYear: number,
  count: number,
): Decision<readonly Range[], 'carbon-year-not-covered'> => {
  const values: Range[] = []
  for (let offset = 0; offset < count; offset++) {
    const decision = carbonValue(series, firstYear + offset)
    if (!decision.ok) return decision
    values.push(decision.value)
  }
  return accept(values)
}
