import type { Exact } from '../../../../kernel/exact.ts'
import { type Competition, isRelative, type Leaf, type Method } from '../../model.ts'
import { type Field, fieldOf, shareOf } from '../comparison.ts'
import { isLowerBetter, keyOf, rankBids } from '../rank-bids.ts'
import { roundTo, type Sum } from '../score-bids.ts'
import { isSame } from '../settled.ts'

export type Sums = readonly (Sum | null)[]

/** Who is in the first place; several only where no tie-break parts them. */
export const firstAmong = (
  competition: Competition,
  compared: readonly number[],
  sums: Sums,
): readonly number[] => {
  const keys = compared.map((bid) => ({ bid, key: keyOf(competition, bid, sums[bid] as Sum) }))
  const lowFirst = isLowerBetter(competition)
  const best = keys.reduce<Exact | null>((found, { key }) => {
    if (key === null || found === null) return found ?? key
    return (lowFirst ? key.lt(found) : key.gt(found)) ? key : found
  }, null)
  if (best === null) return compared
  const equal = keys.filter(({ key }) => key !== null && isSame(key, best)).map(({ bid }) => bid)
  if (equal.length === 1) return equal
  return rankBids(competition, equal, sums)
    .filter(({ rank }) => rank === 1)
    .map(({ bid }) => bid)
}

export const isSameSet = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((bid) => b.includes(bid))

/** The same bids with some criteria read by another field or method; all other points stay as they are. */
export const rescore = (
  competition: Competition,
  compared: readonly number[],
  sums: Sums,
  changed: readonly { readonly leaf: Leaf; readonly field: Field; readonly method?: Method }[],
): Sums => {
  const again: (Sum | null)[] = competition.bids.map(() => null)
  for (const bid of compared) {
    const before = sums[bid] as Sum
    const points = [...before.points]
    let { added } = before
    for (const { leaf, field, method } of changed) {
      const value = competition.bids[bid]?.values[leaf.index] as Exact
      const earned = leaf.weight.times(shareOf(leaf, value, field, method))
      const rounded = roundTo(earned, competition.rounding, 'each-criterion')
      added = added.minus(points[leaf.index] as Exact).plus(rounded)
      points[leaf.index] = rounded
    }
    again[bid] = { points, added, total: roundTo(added, competition.rounding, 'total') }
  }
  return again
}

export const relativeLeaves = ({ leaves }: Competition): readonly Leaf[] =>
  leaves.filter(({ method, weight }) => isRelative(method) && !weight.isZero())

export const valuesOn = ({ bids }: Competition, leaf: Leaf, compared: readonly number[]): readonly Exact[] =>
  compared.map((bid) => bids[bid]?.values[leaf.index] as Exact)

export const fieldOn = (competition: Competition, leaf: Leaf, compared: readonly number[]): Field =>
  fieldOf(valuesOn(competition, leaf, compared))
