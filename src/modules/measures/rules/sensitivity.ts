import { type Range, SHARE_NAMES, type Swing, type WorkedInputs } from '../model/valuation.ts'
import { type Exact, exact, ONE, ZERO } from './exact.ts'
import { isPoint } from './ranges.ts'
import { type Parts, partsAt, workOut } from './working.ts'

/** How far an input without a range of its own is moved: amounts by a tenth, shares by ten points, rates by one. */
const AMOUNT_STEP = exact('0.1')
const SHARE_STEP = exact('0.1')
const RATE_STEP = exact('0.01')

const within = (value: Exact, low: Exact, high: Exact): Exact =>
  value.lt(low) ? low : value.gt(high) ? high : value

const swingOf = (
  input: string,
  range: Swing['range'],
  ends: readonly [Exact, Exact],
  partsWith: (end: 0 | 1) => Parts,
): Swing => {
  const [resultAtLow, resultAtHigh] = [workOut(partsWith(0)).present, workOut(partsWith(1)).present]
  const swing = resultAtHigh.minus(resultAtLow).abs()
  return { input, range, inputLow: ends[0], inputHigh: ends[1], resultAtLow, resultAtHigh, swing }
}

/** Amounts move together: every year's quantity, or every year's value. */
const amountSwing = (
  input: 'quantity' | 'unitValue',
  field: 'quantities' | 'unitValues',
  ranges: readonly Range[],
  centre: Parts,
): Swing => {
  const isStated = ranges.some((range) => !isPoint(range))
  const moved = (end: 0 | 1): Exact[] =>
    ranges.map((range) => {
      if (isStated) return end === 0 ? range.low : range.high
      return range.central.times(end === 0 ? ONE.minus(AMOUNT_STEP) : ONE.plus(AMOUNT_STEP))
    })
  const ends = [moved(0)[0] ?? ZERO, moved(1)[0] ?? ZERO] as const
  return swingOf(input, isStated ? 'stated' : 'tested', ends, (end) => ({ ...centre, [field]: moved(end) }))
}

const shareSwings = (inputs: WorkedInputs, centre: Parts): Swing[] =>
  SHARE_NAMES.filter((name) => name !== 'dropOff' || inputs.years > 1).map((name) => {
    const range = inputs.shares[name]
    const isStated = !isPoint(range)
    const ends = isStated
      ? ([range.low, range.high] as const)
      : ([
          within(range.central.minus(SHARE_STEP), ZERO, ONE),
          within(range.central.plus(SHARE_STEP), ZERO, ONE),
        ] as const)
    return swingOf(name, isStated ? 'stated' : 'tested', ends, (end) => ({
      ...centre,
      shares: { ...centre.shares, [name]: ends[end] },
    }))
  })

const rateSwing = (inputs: WorkedInputs, centre: Parts): Swing[] => {
  const { factorsMovedBy } = inputs
  if (!factorsMovedBy) return []
  const ends = [RATE_STEP.negated(), RATE_STEP] as const
  return [
    swingOf('discountRate', 'tested', ends, (end) => ({ ...centre, factors: factorsMovedBy(ends[end]) })),
  ]
}

/**
 * Which input moves the result most, one moved at a time between its own low and high while the rest stay at the
 * centre: the data of a tornado chart, largest first. An input without a range is moved by a step of ours and says so.
 */
export const sensitivityOf = (inputs: WorkedInputs): Swing[] => {
  const centre = partsAt('central', inputs)
  return [
    amountSwing('quantity', 'quantities', inputs.quantities, centre),
    amountSwing('unitValue', 'unitValues', inputs.unitValues, centre),
    ...shareSwings(inputs, centre),
    ...rateSwing(inputs, centre),
  ].sort((a, b) => b.swing.comparedTo(a.swing) || a.input.localeCompare(b.input))
}
