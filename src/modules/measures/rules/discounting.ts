import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { RateSchedule } from '../model/reference.ts'
import type { DiscountConvention } from '../model/valuation.ts'
import { type Exact, exact, ONE, sum } from './exact.ts'

/** The rate of every year from the first after the year of valuation. */
export type Rates = { readonly rateOf: (year: number) => Exact | undefined }

export const flatRate = (rate: Exact): Rates => ({ rateOf: () => rate })

export const scheduledRates = (schedule: RateSchedule): Rates => {
  const bands = schedule.bands.map((band) => ({ ...band, exactRate: exact(band.rate) }))
  return {
    rateOf: (year) =>
      bands.find(({ fromYear, toYear }) => year >= fromYear && (toYear === null || year <= toYear))
        ?.exactRate,
  }
}

/** The social time preference rate: pure time preference, catastrophic risk, and growth times its elasticity (Green Book). */
export const socialTimePreferenceRate = (parts: {
  delta: Exact
  risk: Exact
  elasticity: Exact
  growth: Exact
}): Exact => parts.delta.plus(parts.risk).plus(parts.elasticity.times(parts.growth))

/**
 * The factors of years 0 to `last`: year 0 is 1, and each later year divides by one plus its own rate, so that a rate
 * that steps down applies to its own years only.
 */
export const discountFactors = (
  rates: Rates,
  last: number,
): Decision<readonly Exact[], 'year-beyond-rates'> => {
  const factors = [ONE]
  for (let year = 1; year <= last; year++) {
    const rate = rates.rateOf(year)
    if (!rate) return refuse('year-beyond-rates', { year })
    factors.push((factors[year - 1] ?? ONE).div(ONE.plus(rate)))
  }
  return accept(factors)
}

/** How many years a flow is discounted: `offset` is its year less the year of valuation. */
export const yearsDiscounted = (offset: number, convention: DiscountConvention): number =>
  convention === 'end-of-year' ? offset + 1 : offset

/** The factor of each of `count` years that begin `offset` years after the year of valuation. */
export const factorsFor = (
  rates: Rates,
  offset: number,
  count: number,
  convention: DiscountConvention,
): Decision<readonly Exact[], 'year-beyond-rates'> => {
  const first = yearsDiscounted(offset, convention)
  const all = discountFactors(rates, first + count - 1)
  return all.ok ? accept(all.value.slice(first)) : all
}

export const presentValue = (flows: readonly Exact[], factors: readonly Exact[]): Exact =>
  sum(flows.map((flow, year) => flow.times(factors[year] ?? ONE)))
