import { entry, proxy } from './framework/open/entry.ts'
import { OPEN_FRAMEWORK } from './framework/open-framework.ts'
import type { Assumptions, Range, Share, Valuation, ValueRequest } from './model/valuation.ts'
import type { Basis, Measure } from './model.ts'
import { REFERENCE } from './reference/loaded.ts'
import { exact } from './rules/exact.ts'
import { type Pricing, preparePricing } from './rules/pricing.ts'
import { rangeOf } from './rules/ranges.ts'
import { valueMeasure } from './rules/value-measure.ts'

export const aPricing = (): Pricing => preparePricing(OPEN_FRAMEWORK, REFERENCE, '2026-11-22')

export const share = (text: string, low: string | null = null, high: string | null = null): Share => ({
  share: exact(text),
  low: low === null ? null : exact(low),
  high: high === null ? null : exact(high),
  reason: 'as agreed',
})

export const NOTHING_TAKEN_AWAY: Assumptions = {
  deadweight: share('0'),
  displacement: share('0'),
  attribution: share('0'),
  dropOff: share('0'),
  discount: null,
  incomeGrowth: null,
}

type MeasureFacts = {
  readonly basis?: Basis
  readonly proxy?: string
  readonly low?: string
  readonly high?: string
  readonly priceYear?: string
}

export const aMeasure = ({
  basis = 'economic',
  proxy: value = '100',
  low,
  high,
  priceYear = '2026/27',
}: MeasureFacts = {}): Measure =>
  entry({
    code: 'a-measure',
    outcome: '',
    name: 'A measure',
    counts: '',
    doesNotCount: '',
    unit: 'item',
    howToCount: '',
    evidence: [],
    deadweight: '',
    basis,
    proxy: proxy(value, priceYear, { low: low ?? null, high: high ?? null }),
    status: 'ready',
  })

/** One of a measure worth £100 in prices of 2026/27, with nothing taken away, unless said otherwise. */
export const anItem = (facts: Partial<ValueRequest> & MeasureFacts = {}): ValueRequest => {
  const { basis, proxy: value, low, high, priceYear, ...request } = facts
  const measure = aMeasure({
    ...(basis && { basis }),
    ...(value && { proxy: value }),
    ...(low && { low }),
    ...(high && { high }),
  })
  return {
    key: '1',
    measure,
    variant: null,
    quantities: [rangeOf(exact(1))],
    unit: null,
    fullTimeHours: null,
    sharedBetween: null,
    years: 1,
    startYear: null,
    valuationYear: null,
    priceYear: priceYear ?? '2026/27',
    deflator: null,
    assumptions: NOTHING_TAKEN_AWAY,
    investment: null,
    distinctBecause: null,
    openQuestions: [],
    ...request,
  }
}

/** The valuation of a request, or an error with what stood in its way. */
export const valued = (request: ValueRequest, pricing: Pricing = aPricing()): Valuation => {
  const outcome = valueMeasure(request, pricing)
  if (outcome.kind === 'valued') return outcome.valuation
  throw new Error(JSON.stringify(outcome.kind === 'questions' ? outcome.questions : outcome.refusals))
}

export const stepsOf = (valuation: Valuation, code: string): Range[] =>
  valuation
    .steps()
    .filter((step) => step.code === code)
    .map(({ result }) => ('central' in result ? result : rangeOf(result)))
