import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { Unit } from '../model/units.ts'
import type { Notice, Range, Step, ValueRequest } from '../model/valuation.ts'
import { convertQuantity, findUnit, findUnitBeside, perContract } from './conversions.ts'
import { type Exact, exact, ONE, ZERO } from './exact.ts'
import { isOrdered, mapRange, NOTHING, sumRanges } from './ranges.ts'

export type CountedQuantity = {
  /** One for each year, or a single one that holds in all of them. */
  readonly byYear: readonly Range[]
  readonly total: Range
  readonly steps: readonly Step[]
}
type Refusal =
  | 'unknown-unit'
  | 'unit-does-not-fit'
  | 'full-time-hours-needed'
  | 'quantity-out-of-range'
  | 'range-not-ordered'
  | 'quantities-and-years-differ'

type Given = { readonly ranges: readonly Range[]; readonly steps: readonly Step[] }

/** Counts add up over the years; a share, a level or a ratio is that of the last year. */
const totalOf = (ranges: readonly Range[], unit: Unit, years: number): Range => {
  const last = ranges.at(-1) ?? NOTHING
  if (unit.max !== null) return last
  return ranges.length === 1 && years > 1 ? mapRange(last, (value) => value.times(years)) : sumRanges(ranges)
}

const stepOf = (
  code: string,
  formula: string,
  inputs: Step['inputs'],
  result: Range,
  facts: Step['facts'] = {},
): Step => ({
  code,
  formula,
  inputs,
  result,
  unit: 'quantity',
  source: null,
  reason: null,
  facts,
})

const firstFault = (ranges: readonly Range[], unit: Unit): Notice | undefined => {
  const min = unit.min === '0' ? ZERO : exact(unit.min)
  const max = unit.max === null ? null : exact(unit.max)
  for (const range of ranges) {
    if (!isOrdered(range)) return { code: 'range-not-ordered', facts: { input: 'quantity' } }
    if (range.low.lt(min) || (max && range.high.gt(max))) {
      return { code: 'quantity-out-of-range', facts: { min: unit.min, max: unit.max ?? '', unit: unit.many } }
    }
  }
  return undefined
}

const converted = (
  request: ValueRequest,
  ranges: readonly Range[],
  from: Unit,
  to: Unit,
): Decision<Given, Refusal> => {
  if (from === to) return accept({ ranges, steps: [] })
  const trial = convertQuantity(ONE, from, to, request.fullTimeHours)
  if (!trial.ok) return trial
  if (trial.value.formula === '') return accept({ ranges, steps: [] })
  const change = (value: Exact): Exact => {
    const decision = convertQuantity(value, from, to, request.fullTimeHours)
    return decision.ok ? decision.value.quantity : value
  }
  const changed = ranges.map((range) => mapRange(range, change))
  const steps = changed.map((result, year) => {
    const inputs = { [from.many]: ranges[year] ?? result, divisor: trial.value.by }
    return stepOf('unit-conversion', trial.value.formula, inputs, result, { from: from.code, to: to.code })
  })
  return accept({ ranges: changed, steps })
}

const shared = ({ sharedBetween }: ValueRequest, { ranges, steps }: Given): Given => {
  if (!sharedBetween || sharedBetween.lte(1)) return { ranges, steps }
  const parts = ranges.map((range) => mapRange(range, (value) => perContract(value, sharedBetween)))
  const more = parts.map((result, year) =>
    stepOf(
      'shared-between',
      'quantity / contracts',
      { quantity: ranges[year] ?? result, contracts: sharedBetween },
      result,
    ),
  )
  return { ranges: parts, steps: [...steps, ...more] }
}

/** What is counted, in the unit of the measure, in each year, after its part of an activity shared with other contracts. */
export const countQuantity = (request: ValueRequest): Decision<CountedQuantity, Refusal> => {
  const to = findUnit(request.measure.unit)
  if (!to) return refuse('unknown-unit', { unit: request.measure.unit, wanted: '' })
  const from = request.unit === null ? to : findUnitBeside(request.unit, to)
  if (!from) return refuse('unknown-unit', { unit: request.unit ?? '', wanted: to.many })
  const given = request.quantities ?? []
  if (given.length > 1 && given.length !== request.years)
    return refuse('quantities-and-years-differ', { quantities: given.length, years: request.years })
  const fault = firstFault(given, from)
  if (fault) return refuse(fault.code as Refusal, fault.facts)
  const counted = converted(request, given, from, to)
  if (!counted.ok) return counted
  const { ranges, steps } = shared(request, counted.value)
  return accept({ byYear: ranges, total: totalOf(ranges, to, request.years), steps })
}
