import { type Exact, sum, ZERO } from '../../../../kernel/exact.ts'
import type { Competition, Leaf } from '../../model.ts'
import { type Field, shareOf } from '../comparison.ts'
import { rejectionsBefore } from '../reject-bids.ts'
import type { Scored } from '../score-bids.ts'
import { quickFirst } from './quick-first.ts'
import { firstAmong, isSameSet, relativeLeaves, rescore, type Sums, valuesOn } from './rescore.ts'

export type RemovedBid = { readonly bid: number; readonly first: readonly number[] }
export type AddedBid = {
  readonly leaf: number
  readonly value: Exact
  readonly first: readonly number[]
}
export type IrrelevantBids = {
  readonly removed: readonly RemovedBid[]
  readonly added: readonly AddedBid[]
  readonly tried: { readonly removed: number; readonly added: number }
}

type Extremes = { readonly low: readonly Exact[]; readonly high: readonly Exact[]; readonly mean: Exact }
const extremesOf = (values: readonly Exact[]): Extremes => {
  const sorted = values.toSorted((a, b) => a.cmp(b))
  const total = values.reduce((added, value) => added.plus(value), ZERO)
  return { low: sorted.slice(0, 2), high: sorted.slice(-2).reverse(), mean: total.div(values.length) }
}

/** What is left when one value goes, without looking at all the others again. */
const fieldWithout = ({ low, high, mean }: Extremes, value: Exact, count: number): Field => ({
  lowest: (value.eq(low[0] as Exact) ? low[1] : low[0]) as Exact,
  highest: (value.eq(high[0] as Exact) ? high[1] : high[0]) as Exact,
  mean: mean
    .times(count)
    .minus(value)
    .div(count - 1),
})

const matters = ({ method, better }: Leaf, before: Field, after: Field): boolean => {
  const isLowSame = before.lowest.eq(after.lowest)
  const isHighSame = before.highest.eq(after.highest)
  if (method.name === 'distance-from-mean' || method.name === 'closest-to-mean')
    return !before.mean.eq(after.mean)
  if (method.name === 'between-worst-and-best') return !(isLowSame && isHighSame)
  return better === 'lower' ? !isLowSame : !isHighSame
}

/** The losing bids without which somebody else would be first; with fewer than three bids there can be none. */
export const decisiveLosers = (
  competition: Competition,
  { compared, fields, sums }: Scored,
  first: readonly number[],
): readonly RemovedBid[] => {
  if (compared.length < 3) return []
  const leaves = relativeLeaves(competition)
  const quickly = first.length === 1 ? quickFirst(competition, sums) : null
  const extremes = new Map(leaves.map((leaf) => [leaf, extremesOf(valuesOn(competition, leaf, compared))]))
  return compared
    .filter((bid) => !first.includes(bid))
    .flatMap((bid) => {
      const changed = leaves
        .map((leaf) => ({
          leaf,
          field: fieldWithout(
            extremes.get(leaf) as Extremes,
            competition.bids[bid]?.values[leaf.index] as Exact,
            compared.length,
          ),
        }))
        .filter(({ leaf, field }) => matters(leaf, fields[leaf.index] as Field, field))
      if (changed.length === 0) return []
      const rest = compared.filter((other) => other !== bid)
      if (quickly && quickly(rest, changed) === first[0]) return []
      const now = firstAmong(competition, rest, rescore(competition, rest, sums, changed))
      return isSameSet(now, first) ? [] : [{ bid, first: now }]
    })
}

/** A bid that is the worst in everything but one relative criterion, where it goes to half the lowest or twice the highest. */
const dummyValues = (
  competition: Competition,
  { compared }: Scored,
  extreme: Leaf,
  value: Exact,
): readonly Exact[] =>
  competition.leaves.map((leaf) => {
    if (leaf.index === extreme.index) return value
    if (leaf.scale) return leaf.limits.score ?? leaf.scale.lowest
    const sorted = valuesOn(competition, leaf, compared).toSorted((a, b) => a.cmp(b))
    return (leaf.better === 'lower' ? sorted.at(-1) : sorted[0]) ?? ZERO
  })

const withDummy = (competition: Competition, values: readonly Exact[]): Competition => {
  const [like] = competition.bids
  const price = competition.leaves.find(({ kind }) => kind === 'price')
  const dummy = {
    index: competition.bids.length,
    name: '',
    price: price ? (values[price.index] as Exact) : (like?.price ?? null),
    values,
    agreed: values.map(() => null),
    offered: values.map(() => null),
    failedConditions: [],
    excludedBecause: null,
  }
  return { ...competition, bids: [...competition.bids, dummy] }
}

const addOne = (
  competition: Competition,
  scored: Scored,
  first: readonly number[],
  leaf: Leaf,
  value: Exact,
): AddedBid | null => {
  const values = dummyValues(competition, scored, leaf, value)
  const larger = withDummy(competition, values)
  const dummy = competition.bids.length
  if (rejectionsBefore(larger).some(({ bid }) => bid === dummy)) return null
  const all = [...scored.compared, dummy]
  const changed = relativeLeaves(larger).map((relative) => {
    const { low, high, mean } = extremesOf(valuesOn(larger, relative, all))
    return { leaf: relative, field: { lowest: low[0] as Exact, highest: high[0] as Exact, mean } }
  })
  const fieldFor = (index: number): Field =>
    changed.find((one) => one.leaf.index === index)?.field ?? (scored.fields[index] as Field)
  const own = larger.leaves.map((each) =>
    each.weight.times(shareOf(each, values[each.index] as Exact, fieldFor(each.index))),
  )
  const sums: Sums = [...scored.sums, { points: own, added: sum(own), total: ZERO }]
  const now = firstAmong(larger, all, rescore(larger, all, sums, changed))
  return isSameSet(now, first) || now.includes(dummy) ? null : { leaf: leaf.index, value, first: now }
}

/**
 * Takes each losing bid away, and adds losing bids that are extreme in one thing: does the winner change? On absolute
 * methods it cannot; on relative ones a bid that nobody wants may decide between two others.
 */
export const irrelevantBids = (
  competition: Competition,
  scored: Scored,
  first: readonly number[],
): IrrelevantBids => {
  const leaves = relativeLeaves(competition).filter(({ scale }) => scale === null)
  const dummies = leaves.flatMap((leaf) => {
    const { low, high } = extremesOf(valuesOn(competition, leaf, scored.compared))
    return [(low[0] as Exact).div(2), (high[0] as Exact).times(2)].map((value) => ({ leaf, value }))
  })
  return {
    removed: decisiveLosers(competition, scored, first),
    added: dummies
      .map(({ leaf, value }) => addOne(competition, scored, first, leaf, value))
      .filter((found) => found !== null),
    tried: {
      removed: scored.compared.length < 3 ? 0 : scored.compared.length - first.length,
      added: dummies.length,
    },
  }
}
