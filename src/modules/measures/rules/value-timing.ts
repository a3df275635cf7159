import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { ValueRequest, WorkedInputs } from '../model/valuation.ts'
import { factorsFor, flatRate, type Rates, scheduledRates, yearsDiscounted } from './discounting.ts'
import { type Exact, ONE, ZERO } from './exact.ts'
import type { Pricing } from './pricing.ts'
import type { DiscountFacts } from './value-steps.ts'

type Discounting = { readonly rates: Rates; readonly source: string | null; readonly reason: string | null }
export type Timing = {
  readonly factors: readonly Exact[]
  readonly facts: DiscountFacts | null
  readonly movedBy: WorkedInputs['factorsMovedBy']
  readonly rates: Rates | null
}

const UNDISCOUNTED: Timing = { factors: [ONE], facts: null, movedBy: null, rates: null }

const findRates = (
  { assumptions }: ValueRequest,
  { reference }: Pricing,
): Decision<Discounting, 'unknown-rates'> => {
  const chosen = assumptions.discount?.rates ?? null
  if (chosen === null || 'rate' in chosen) {
    return accept({ rates: flatRate(chosen?.rate ?? ZERO), source: null, reason: chosen?.reason ?? null })
  }
  const schedule = reference.rates.find(({ id }) => id === chosen.schedule)
  if (!schedule)
    return refuse('unknown-rates', {
      schedule: chosen.schedule,
      known: reference.rates.map(({ id }) => id).join(', '),
    })
  return accept({ rates: scheduledRates(schedule), source: schedule.source, reason: null })
}

const moved = (rates: Rates, points: Exact): Rates => ({
  rateOf: (year) => {
    const rate = rates.rateOf(year)?.plus(points)
    return rate?.lt(0) ? ZERO : rate
  },
})

/** The factors of the years of a request, and what they rest on. Nothing is discounted where nothing lies ahead. */
export const timingOf = (
  request: ValueRequest,
  pricing: Pricing,
): Decision<Timing, 'unknown-rates' | 'year-beyond-rates' | 'starts-before-valuation'> => {
  const { startYear, valuationYear, years, assumptions } = request
  const offset = startYear === null || valuationYear === null ? 0 : startYear - valuationYear
  if (offset < 0)
    return refuse('starts-before-valuation', { start: startYear ?? 0, valuation: valuationYear ?? 0 })
  const { discount } = assumptions
  if (!discount?.convention) return accept(UNDISCOUNTED)
  const { convention } = discount
  const found = findRates(request, pricing)
  if (!found.ok) return found
  const { rates, source, reason } = found.value
  const factors = factorsFor(rates, offset, years, convention)
  if (!factors.ok) return factors
  const movedBy = (points: Exact): readonly Exact[] => {
    const decision = factorsFor(moved(rates, points), offset, years, convention)
    return decision.ok ? decision.value : factors.value
  }
  const firstYears = yearsDiscounted(offset, convention)
  const isAtOnce = years === 1 && firstYears === 0
  const facts: DiscountFacts = { source, reason, firstYears, convention, rateOf: rates.rateOf }
  return accept({ factors: factors.value, facts, movedBy: isAtOnce ? null : movedBy, rates })
}
