import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { Unit } from '../model/units.ts'
import type { Notice, Range, Step, ValueRequest } from '../model/valuation.ts'
import { convertQuantity, findUnit } from './conversions.ts'
import { exact, ONE } from './exact.ts'
import { isOrdered, mapRange, NOTHING, sumRanges } from './ranges.ts'

export type CountedQuantity = {
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

/** Counts add up over the years; a share, a level or a ratio is that of the last year. */
const totalOf = (ranges: readonly Range[], unit: Unit): Range =>
  unit.max === null ? sumRanges(ranges) : (ranges.at(-1) ?? NOTHING)

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
  const max = unit.max === null ? null : exact(unit.max)
  for (const range of ranges) {
    if (!isOrdered(range)) return { code: 'range-not-ordered', facts: { input: 'quantity' } }
    if (range.low.lt(unit.min) || (max && range.high.gt(max))) {
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
): Decision<CountedQuantity, Refusal> => {
  const trial = convertQuantity(ONE, from, to, request.fullTimeHours)
  if (!trial.ok) return trial
  if (trial.value.formula === '') return accept({ byYear: ranges, total: totalOf(ranges, to), steps: [] })
  const change = (range: Range): Range =>
    mapRange(range, (value) => {
      const decision = convertQuantity(value, from, to, request.fullTimeHours)
      return decision.ok ? decision.value.quantity : value
    })
  const byYear = ranges.map(change)
  const steps = byYear.map((result, year) =>
    stepOf(
      'unit-conversion',
      trial.value.formula,
      { [from.many]: ranges[year] ?? result, divisor: trial.value.by },
      result,
      { from: from.code, to: to.code },
    ),
  )
  return accept({ byYear, total: totalOf(byYear, to), steps })
}

const shared = ({ sharedBetween }: ValueRequest, counted: CountedQuantity): CountedQuantity => {
  if (!sharedBetween || sharedBetween.lte(1)) return counted
  const byYear = counted.byYear.map((range) => mapRange(range, (value) => value.div(sharedBetween)))
  const steps = byYear.map((result, year) =>
    stepOf(
      'shared-between',
      'quantity / contracts',
      { quantity: counted.byYear[year] ?? result, contracts: sharedBetween },
      result,
    ),
  )
  return {
    byYear,
    total: mapRange(counted.total, (value) => value.div(sharedBetween)),
    steps: [...counted.steps, ...steps],
  }
}

/** What is counted, in the unit of the measure, in each year, after its part of an activity shared with other contracts. */
export const countQuantity = (request: ValueRequest): Decision<CountedQuantity, Refusal> => {
  const to = findUnit(request.measure.unit)
  const from = request.unit === null ? to : findUnit(request.unit)
  if (!from || !to) return refuse('unknown-unit', { unit: request.unit ?? request.measure.unit })
  const given = request.quantities ?? []
  if (given.length > 1 && given.length !== request.years)
    return refuse('quantities-and-years-differ', { quantities: given.length, years: request.years })
  const fault = firstFault(given, from)
  if (fault) return refuse(fault.code as Refusal, fault.facts)
  const ranges = given.length === 1 ? Array.from({ length: request.years }, () => given[0] as Range) : given
  const counted = converted(request, ranges, from, to)
  return counted.ok ? accept(shared(request, counted.value)) : counted
}
