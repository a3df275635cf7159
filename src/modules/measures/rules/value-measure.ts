import { refuse } from '../../../kernel/decision.ts'
import {
  type Notice,
  type Range,
  SHARE_NAMES,
  type ShareName,
  type Valuation,
  type ValueOutcome,
  type ValueRequest,
  type WorkedInputs,
} from '../model/valuation.ts'
import { type Pricing, remember } from './pricing.ts'
import { type CountedQuantity, countQuantity } from './quantity.ts'
import { isOrdered, NOTHING, rangeOf } from './ranges.ts'
import { type UnitValues, unitValuesOf } from './unit-values.ts'
import { findQuestions } from './value-questions.ts'
import { returnOf, returnStep } from './value-return.ts'
import { roundingStep, valueSteps, type Workings } from './value-steps.ts'
import { type Timing, timingOf } from './value-timing.ts'
import { findWarnings } from './value-warnings.ts'
import { partsAt, workOut } from './working.ts'

const shareRange = ({ assumptions }: ValueRequest, name: ShareName): Range => {
  const share = assumptions[name]
  return share ? rangeOf(share.share, share.low, share.high) : NOTHING
}

const sharesOf = (request: ValueRequest): WorkedInputs['shares'] => ({
  deadweight: shareRange(request, 'deadweight'),
  displacement: shareRange(request, 'displacement'),
  attribution: shareRange(request, 'attribution'),
  dropOff: shareRange(request, 'dropOff'),
})

const refused = (
  key: string,
  { refusal, facts = {} }: { refusal: string; facts?: Notice['facts'] },
): ValueOutcome => ({
  kind: 'refused',
  key,
  refusals: [{ code: refusal, facts }],
})

const valuationOf = (
  request: ValueRequest,
  quantity: CountedQuantity,
  more: Partial<Valuation>,
): Valuation => {
  const { key, measure, startYear, valuationYear, years, distinctBecause } = request
  const base = {
    key,
    measure,
    startYear,
    valuationYear,
    years,
    distinctBecause,
    basis: measure.basis,
    isTransfer: measure.isTransfer,
  }
  const empty = {
    priceYear: null,
    deflatorVintage: null,
    value: null,
    returned: null,
    worked: null,
    warnings: [],
    steps: () => quantity.steps,
  }
  return { ...base, ...empty, quantity: quantity.total, ...more }
}

/** Pounds as paid stand at face value: no price year, no discount, nothing taken away. */
const atFaceValue = (request: ValueRequest, quantity: CountedQuantity, pricing: Pricing): Valuation => {
  const value = request.measure.basis === 'spend' ? quantity.total : null
  const steps = () => (value ? [...quantity.steps, roundingStep(value)] : quantity.steps)
  return valuationOf(request, quantity, {
    value,
    steps,
    priceYear: value ? 'nominal' : null,
    warnings: findWarnings(request, null, pricing),
  })
}

const workedInputs = (
  request: ValueRequest,
  quantity: CountedQuantity,
  units: UnitValues,
  timing: Timing,
): WorkedInputs => ({
  years: request.years,
  quantities: quantity.byYear,
  unitValues: units.byYear,
  shares: sharesOf(request),
  factors: timing.factors,
  factorsMovedBy: timing.movedBy,
})

const hasRange = ({ quantities, unitValues, shares }: WorkedInputs): boolean =>
  [...quantities, ...unitValues, ...Object.values(shares)].some(
    (range) => range.low !== range.central || range.high !== range.central,
  )

const workingsOf = (inputs: WorkedInputs): Workings => {
  const central = workOut(partsAt('central', inputs))
  if (!hasRange(inputs)) return { low: central, central, high: central }
  return { low: workOut(partsAt('low', inputs)), central, high: workOut(partsAt('high', inputs)) }
}

const presentValues = ({ low, central, high }: Workings): Range => ({
  low: low.present,
  central: central.present,
  high: high.present,
})

/** Joined by a character that no field can hold. */
const unitValueKey = ({
  variant,
  priceYear,
  deflator,
  startYear,
  years,
  assumptions,
  measure,
}: ValueRequest): string => {
  const span = measure.proxy?.from === 'carbon-values' ? `${startYear} ${years}` : startYear
  const growth = assumptions.incomeGrowth
  return [variant, priceYear, deflator, span, growth?.ratio.toString(), growth?.reason].join('\0')
}

const unitValuesFor = (request: ValueRequest, pricing: Pricing) =>
  remember(pricing, request.measure, unitValueKey(request), () => unitValuesOf(request, pricing))

/**
 * What a quantity of a measure is worth, with every step of the sum; or what has to be answered first; or why it
 * cannot be said. Nothing is rounded before the last step. See README.md for the request.
 */
export const valueMeasure = (asked: ValueRequest, pricing: Pricing): ValueOutcome => {
  const request = { ...asked, valuationYear: asked.valuationYear ?? asked.startYear }
  const { key, measure } = request
  // What cannot be right whatever else is answered is said before anybody answers the rest.
  const quantity = countQuantity(request)
  if (request.quantities && !quantity.ok && quantity.refusal !== 'full-time-hours-needed')
    return refused(key, quantity)
  const questions = findQuestions(request)
  if (questions.length > 0) return { kind: 'questions', key, measure, questions }
  for (const name of SHARE_NAMES) {
    if (!isOrdered(shareRange(request, name)))
      return refused(key, refuse('range-not-ordered', { input: name }))
  }
  if (!quantity.ok) {
    return quantity.refusal === 'full-time-hours-needed'
      ? { kind: 'questions', key, measure, questions: [{ code: 'full-time-hours', facts: {} }] }
      : refused(key, quantity)
  }
  if (measure.basis === 'spend' || measure.basis === 'none') {
    return { kind: 'valued', valuation: atFaceValue(request, quantity.value, pricing) }
  }
  const units = unitValuesFor(request, pricing)
  if (!units.ok) return refused(key, units)
  const timing = timingOf(request, pricing)
  if (!timing.ok) return refused(key, timing)
  return priced(request, pricing, quantity.value, units.value, timing.value)
}

const priced = (
  request: ValueRequest,
  pricing: Pricing,
  quantity: CountedQuantity,
  units: UnitValues,
  timing: Timing,
): ValueOutcome => {
  const worked = workedInputs(request, quantity, units, timing)
  const value = presentValues(workingsOf(worked))
  const returned = returnOf(request, value, timing)
  if (returned && !returned.ok) return refused(request.key, returned)
  const steps = () => [
    ...quantity.steps,
    ...units.steps,
    // Worked out again, so that pricing many offers does not keep every year of every one in memory.
    ...valueSteps(request, workingsOf(worked), timing.facts),
    ...(returned ? [returnStep(returned.value, value)] : []),
  ]
  const valuation = valuationOf(request, quantity, {
    basis: units.basis,
    isTransfer: units.isTransfer,
    priceYear: request.priceYear,
    deflatorVintage: units.vintage,
    steps,
    value,
    returned: returned?.value ?? null,
    worked,
    warnings: findWarnings(request, units, pricing),
  })
  return { kind: 'valued', valuation }
}
