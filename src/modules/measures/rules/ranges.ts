import type { Range } from '../model/valuation.ts'
import { type Exact, ZERO } from './exact.ts'

/** A range around a centre. An end that is not known is the centre itself. */
export const rangeOf = (central: Exact, low: Exact | null = null, high: Exact | null = null): Range => ({
  low: low ?? central,
  central,
  high: high ?? central,
})

export const NOTHING: Range = rangeOf(ZERO)

export const mapRange = (range: Range, change: (value: Exact) => Exact): Range => {
  const central = change(range.central)
  return {
    low: range.low === range.central ? central : change(range.low),
    central,
    high: range.high === range.central ? central : change(range.high),
  }
}

/** Worst with worst, best with best: the widest the sum can be. */
export const addRanges = (a: Range, b: Range): Range => ({
  low: a.low.plus(b.low),
  central: a.central.plus(b.central),
  high: a.high.plus(b.high),
})

export const sumRanges = (ranges: readonly Range[]): Range => ranges.reduce(addRanges, NOTHING)

export const isPoint = ({ low, central, high }: Range): boolean => low.eq(central) && high.eq(central)

export const isOrdered = ({ low, central, high }: Range): boolean => low.lte(central) && central.lte(high)
