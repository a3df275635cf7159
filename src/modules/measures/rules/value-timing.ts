import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { DiscountConvention, ValueRequest, WorkedInputs } from '../model/valuation.ts'
import { factorsFor, flatRate, type Rates, scheduledRates, yearsDiscounted } from './discounting.ts'
import { type Exact, ONE, ZERO } from './exact.ts'
import { type Pricing, remember } from './pricing.ts'
import type { DiscountFacts } from './value-steps.ts'

export type Timing = {
  readonly factors: readonly Exact[]
  readonly facts: DiscountFacts | null
  readonly movedBy: WorkedInputs['factorsMovedBy']
  readonly rates: Rates | null
}
type Span = { readonly offset: number; readonly years: number; readonly convention: DiscountConvention }
type Told = { readonly source: string | null; readonly reason: string | null }

const UNDISCOUNTED: Timing = { factors: [ONE], facts: null, movedBy: null, rates: null }

const moved = (rates: Rates, points: Exact): Rates => ({
  rateOf: (year) => {
    const rate = rates.rateOf(year)?.plus(points)
    return rate?.lt(0) ? ZERO : rate
  },
})

const timingAt = (
  rates: Rates,
  { offset, years, convention }: Span,
  told: Told,
): Decision<Timing, 'year-beyond-rates'> => {
  const factors = factorsFor(rates, offset, years, convention)
  if (!factors.ok) return factors
  const movedBy = (points: Exact): readonly Exact[] => {
    const decision = factorsFor(moved(rates, points), offset, years, convention)
    return decision.ok ? decision.value : factors.value
  }
  const firstYears = yearsDiscounted(offset, convention)
  const isAtOnce = years === 1 && firstYears === 0
  const facts: DiscountFacts = { ...told, firstYears, convention, rateOf: rates.rateOf }
  return accept({ factors: factors.value, facts, movedBy: isAtOnce ? null : movedBy, rates })
}

/** The factors of the years of a request, and what they rest on. Nothing is discounted where nothing lies ahead. */
export const timingOf = (
  { startYear, valuationYear, years, assumptions }: ValueRequest,
  pricing: Pricing,
): Decision<Timing, 'unknown-rates' | 'year-beyond-rates' | 'starts-before-valuation'> => {
  const offset = startYear === null || valuationYear === null ? 0 : startYear - valuationYear
  if (offset < 0)
    return refuse('starts-before-valuation', { start: startYear ?? 0, valuation: valuationYear ?? 0 })
  const { discount } = assumptions
  if (!discount?.convention || !discount.rates) return accept(UNDISCOUNTED)
  const { rates, convention } = discount
  const span = { offset, years, convention }
  if ('rate' in rates) return timingAt(flatRate(rates.rate), span, { source: null, reason: rates.reason })
  const schedule = pricing.reference.rates.find(({ id }) => id === rates.schedule)
  if (!schedule)
    return refuse('unknown-rates', {
      schedule: rates.schedule,
      known: pricing.reference.rates.map(({ id }) => id).join(', '),
    })
  return remember(pricing, schedule, `${offset} ${years} ${convention}`, () =>
    timingAt(scheduledRates(schedule), span, { source: schedule.source, reason: null }),
  )
}
