import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { Notice, Range, Step, ValueRequest } from '../model/valuation.ts'
import type { Measure, PricedBasis, PriceYear, Proxy, Variant } from '../model.ts'
import { carbonValues } from './carbon.ts'
import { type Exact, exact } from './exact.ts'
import { NOMINAL } from './price-years.ts'
import type { Pricing } from './pricing.ts'
import { mapRange, rangeOf } from './ranges.ts'
import { findUprating, type Uprating, uprate } from './uprating.ts'
import { growWithIncome, INCOME_ELASTICITY } from './wellby.ts'

/** What one unit is worth in the prices asked for, by year; one entry where it is the same in every year. */
export type UnitValues = {
  readonly basis: PricedBasis
  readonly isTransfer: boolean
  readonly byYear: readonly Range[]
  readonly steps: readonly Step[]
  readonly warnings: readonly Notice[]
  readonly vintage: string | null
}

type Refusal =
  | 'unknown-variant'
  | 'no-value'
  | 'price-year-not-covered'
  | 'unknown-deflator'
  | 'carbon-year-not-covered'
type Found = {
  readonly values: readonly Range[]
  readonly priceYear: PriceYear
  readonly basis: PricedBasis
  readonly isTransfer: boolean
  readonly entry: string
}

const fromVariant = (variant: Variant): Found => ({
  values: [rangeOf(exact(variant.value))],
  priceYear: variant.priceYear,
  basis: variant.basis,
  isTransfer: variant.isTransfer,
  entry: variant.name,
})

const optional = (text: string | null): Exact | null => (text === null ? null : exact(text))

const fromProxy = (measure: Measure, proxy: Proxy): Found => ({
  values: [rangeOf(exact(proxy.value), optional(proxy.low), optional(proxy.high))],
  priceYear: proxy.priceYear,
  basis: measure.basis as PricedBasis,
  isTransfer: measure.isTransfer,
  entry: proxy.entry ?? '',
})

const findValues = (
  { measure, variant, startYear, years }: ValueRequest,
  { reference }: Pricing,
): Decision<Found, Refusal> => {
  if (variant !== null) {
    const chosen = measure.variants.find(({ code }) => code === variant)
    return chosen
      ? accept(fromVariant(chosen))
      : refuse('unknown-variant', { variant, known: measure.variants.map(({ code }) => code).join(', ') })
  }
  if (!measure.proxy) return refuse('no-value', { measure: measure.code })
  const found = fromProxy(measure, measure.proxy)
  if (measure.proxy.from === 'fixed') return accept(found)
  const carbon = carbonValues(reference.carbon, startYear ?? 0, years)
  return carbon.ok
    ? accept({ ...found, values: carbon.value, priceYear: reference.carbon.priceYear })
    : carbon
}

const POUNDS = { unit: 'pounds', reason: null } as const

const valueSteps = (request: ValueRequest, found: Found, isCarbon: boolean): Step[] =>
  found.values.map((value, offset) => ({
    ...POUNDS,
    code: isCarbon ? 'carbon-value' : 'unit-value',
    formula: '',
    inputs: {},
    result: value,
    source: request.measure.source,
    facts: { priceYear: found.priceYear, entry: found.entry, year: (request.startYear ?? 0) + offset },
  }))

const upratingSteps = (values: readonly Range[], uprating: Uprating): Step[] =>
  values.map((value) => ({
    ...POUNDS,
    code: 'uprating',
    formula: 'unit value x index(to) / index(from)',
    inputs: { 'unit value': value, 'index(to)': uprating.indexTo, 'index(from)': uprating.indexFrom },
    result: mapRange(value, (amount) => uprate(amount, uprating)),
    source: uprating.source,
    facts: { from: uprating.from, to: uprating.to, vintage: uprating.vintage, series: uprating.series },
  }))

const upratingWarnings = ({ measure }: ValueRequest, found: Found, uprating: Uprating): Notice[] => {
  const warnings: Notice[] = []
  const facts = { from: uprating.from, to: uprating.to }
  if (uprating.readsCalendarAsFinancial) warnings.push({ code: 'calendar-as-financial', facts })
  if (uprating.isForecast)
    warnings.push({ code: 'forecast-index', facts: { ...facts, vintage: uprating.vintage } })
  if (measure.proxy?.isYearlyRate) warnings.push({ code: 'yearly-rate-uprated', facts })
  if (found.basis === 'wellbeing') warnings.push({ code: 'prices-only', facts: {} })
  return warnings
}

const incomeStep = (values: readonly Range[], { ratio, reason }: { ratio: Exact; reason: string }): Step[] =>
  values.map((value) => ({
    ...POUNDS,
    code: 'income-growth',
    formula: 'unit value x (real income per head ratio) ^ 1.3',
    inputs: { 'unit value': value, ratio, exponent: INCOME_ELASTICITY },
    result: growWithIncome(value, ratio),
    source: null,
    reason,
    facts: {},
  }))

const resultsOf = (steps: readonly Step[]): Range[] => steps.map(({ result }) => result as Range)

/** Takes the figure of a measure to the prices asked for, showing the index and its vintage. */
export const unitValuesOf = (request: ValueRequest, pricing: Pricing): Decision<UnitValues, Refusal> => {
  const decision = findValues(request, pricing)
  if (!decision.ok) return decision
  const found = decision.value
  const isCarbon = request.variant === null && request.measure.proxy?.from === 'carbon-values'
  const steps = valueSteps(request, found, isCarbon)
  const warnings: Notice[] = []
  let values = found.values
  let vintage: string | null = null
  if (found.priceYear === NOMINAL) warnings.push({ code: 'nominal-not-uprated', facts: {} })
  else if (found.priceYear !== request.priceYear) {
    const uprating = findUprating(
      pricing.reference.deflators,
      found.priceYear,
      request.priceYear,
      request.deflator,
    )
    if (!uprating.ok) return uprating
    const uprated = upratingSteps(values, uprating.value)
    steps.push(...uprated)
    values = resultsOf(uprated)
    vintage = `${uprating.value.series}, ${uprating.value.vintage}`
    warnings.push(...upratingWarnings(request, found, uprating.value))
  }
  const { incomeGrowth } = request.assumptions
  if (incomeGrowth && found.basis === 'wellbeing') {
    const grown = incomeStep(values, incomeGrowth)
    steps.push(...grown)
    values = resultsOf(grown)
  }
  const left = incomeGrowth ? warnings.filter(({ code }) => code !== 'prices-only') : warnings
  return accept({
    basis: found.basis,
    isTransfer: found.isTransfer,
    byYear: values,
    steps,
    warnings: left,
    vintage,
  })
}
