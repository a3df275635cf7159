import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { DeflatorSeries } from '../model/reference.ts'
import type { PriceYear } from '../model.ts'
import { type Exact, exact } from './exact.ts'
import { financialPriceYear, firstYearOf, isFinancialYear } from './price-years.ts'

/** One index over another, with the vintage that has to be kept beside every figure uprated by it. */
export type Uprating = {
  readonly from: PriceYear
  readonly to: PriceYear
  readonly indexFrom: Exact
  readonly indexTo: Exact
  readonly series: string
  readonly source: string
  readonly vintage: string
  readonly isForecast: boolean
  /** A calendar year was read as the financial year that begins in it; HM Treasury's index has financial years. */
  readonly readsCalendarAsFinancial: boolean
}

const indexOf = (series: DeflatorSeries, year: PriceYear) => {
  const asked =
    series.years === 'financial' && !isFinancialYear(year) ? financialPriceYear(firstYearOf(year)) : year
  return series.points.find((point) => point.year === asked)
}

const isFor = (series: DeflatorSeries, from: PriceYear, to: PriceYear): boolean =>
  series.years === 'financial' || (!isFinancialYear(from) && !isFinancialYear(to))

/**
 * The indices that take a figure from the prices of one year to those of another. Two calendar years use the
 * calendar index where it covers both; everything else the financial one. `only` names a series to use instead.
 */
export const findUprating = (
  deflators: readonly DeflatorSeries[],
  from: PriceYear,
  to: PriceYear,
  only: string | null = null,
): Decision<Uprating, 'price-year-not-covered' | 'unknown-deflator'> => {
  if (only !== null && !deflators.some(({ id }) => id === only))
    return refuse('unknown-deflator', { deflator: only, known: deflators.map(({ id }) => id).join(', ') })
  const eligible = deflators
    .filter((series) => (only === null ? series.purpose === 'current' : series.id === only))
    .filter((series) => isFor(series, from, to))
    .sort((a, b) => a.years.localeCompare(b.years))
  for (const series of eligible) {
    const [start, end] = [indexOf(series, from), indexOf(series, to)]
    if (!start || !end) continue
    return accept({
      from,
      to,
      indexFrom: exact(start.index),
      indexTo: exact(end.index),
      series: series.id,
      source: series.source,
      vintage: series.vintage,
      isForecast: start.isForecast || end.isForecast,
      readsCalendarAsFinancial: start.year !== from || end.year !== to,
    })
  }
  const years = eligible.flatMap(({ points }) => points.map(({ year }) => year)).toSorted()
  const ends = years.length > 0 ? { first: years[0] ?? '', last: years.at(-1) ?? '' } : {}
  return refuse('price-year-not-covered', { from, to, ...ends })
}

/** v(to) = v(from) x I(to) / I(from). HM Treasury, GDP deflators: how to use the series. */
export const uprate = (
  value: Exact,
  { indexFrom, indexTo }: Pick<Uprating, 'indexFrom' | 'indexTo'>,
): Exact => value.times(indexTo).div(indexFrom)
