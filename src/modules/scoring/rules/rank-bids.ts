import { type Exact, sum, ZERO } from '../../../kernel/exact.ts'
import type { Competition, TieBreak } from '../model.ts'
import type { Sum } from './score-bids.ts'
import { isSame } from './settled.ts'

export type Place = {
  readonly bid: number
  readonly rank: number
  /** What the bids are ranked by; null where it cannot be worked out (no quality at all to divide a price by). */
  readonly key: Exact | null
  /** Bids with the same key before a tie-break was asked. */
  readonly tiedWith: readonly number[]
  /** The tie-break that put it where it is; null where none was needed or none helped. */
  readonly decidedBy: string | null
}

/** Points for everything but price, as a percentage of what can be had for it. */
export const qualityPercent = ({ leaves }: Competition, points: readonly Exact[]): Exact => {
  const others = leaves.filter(({ kind }) => kind !== 'price')
  const available = sum(others.map(({ weight }) => weight))
  if (available.isZero()) return ZERO
  return sum(others.map(({ index }) => points[index] as Exact))
    .div(available)
    .times(100)
}

const priceOf = ({ leaves, bids }: Competition, bid: number): Exact => {
  const leaf = leaves.find(({ kind }) => kind === 'price')
  return bids[bid]?.price ?? (leaf ? (bids[bid]?.values[leaf.index] as Exact) : ZERO)
}

const weightedIndex = ({ leaves, totalWeight }: Competition, quality: Exact, price: Exact): Exact => {
  const onPrice = sum(leaves.filter(({ kind }) => kind === 'price').map(({ weight }) => weight))
  return quality.pow(totalWeight.minus(onPrice).div(onPrice)).div(price)
}

/**
 * What bids are ranked by. Non-price points divided by price, and its weighted and monetised forms, follow the tender
 * evaluation mechanisms described for the Ministry of Defence (value for money index, weighted index, cost less quality x
 * willingness to pay) and the price per quality point of the Bid Evaluation Guidance (2021).
 */
export const keyOf = (competition: Competition, bid: number, { points, total }: Sum): Exact | null => {
  const { by, poundsPerPoint } = competition.ranking
  if (by === 'weighted-total') return total
  const quality = qualityPercent(competition, points)
  const price = priceOf(competition, bid)
  if (by === 'price-per-quality-point') return quality.isZero() ? null : price.div(quality)
  if (by === 'value-for-money-index') return quality.div(price)
  if (by === 'weighted-value-for-money-index') return weightedIndex(competition, quality, price)
  return price.minus(quality.times(poundsPerPoint ?? ZERO))
}

export const isLowerBetter = ({ ranking }: Competition): boolean =>
  ranking.by === 'price-per-quality-point' || ranking.by === 'quality-adjusted-price'

const compareKeys = (a: Exact | null, b: Exact | null, lowFirst: boolean): number => {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0)
  if (isSame(a, b)) return 0
  return (lowFirst ? a.lt(b) : a.gt(b)) ? -1 : 1
}

type Entry = { readonly bid: number; readonly key: Exact | null; readonly sum: Sum }

const compareBy = (competition: Competition, tieBreak: TieBreak, a: Entry, b: Entry): number => {
  if (tieBreak.by === 'price')
    return compareKeys(priceOf(competition, a.bid), priceOf(competition, b.bid), true)
  const earned = ({ sum: { points } }: Entry): Exact =>
    sum(tieBreak.leaves.map((index) => points[index] as Exact))
  return compareKeys(earned(a), earned(b), false)
}

const tieBreakName = (tieBreak: TieBreak): string => (tieBreak.by === 'price' ? 'price' : tieBreak.name)

/** Splits bids with equal keys by each tie-break in turn. What stays equal shares its rank. */
const splitTied = (
  competition: Competition,
  tied: readonly Entry[],
): { entries: readonly Entry[]; by: string | null }[] => {
  let parts: { entries: readonly Entry[]; by: string | null }[] = [{ entries: tied, by: null }]
  for (const tieBreak of competition.tieBreaks)
    parts = parts.flatMap((part) => {
      const sorted = part.entries.toSorted((a, b) => compareBy(competition, tieBreak, a, b))
      const runs = runsOf(sorted, (a, b) => compareBy(competition, tieBreak, a, b) === 0)
      const by = runs.length > 1 ? tieBreakName(tieBreak) : part.by
      return runs.map((entries) => ({ entries, by }))
    })
  return parts
}

const runsOf = (sorted: readonly Entry[], isEqual: (a: Entry, b: Entry) => boolean): Entry[][] => {
  const runs: Entry[][] = []
  for (const entry of sorted) {
    const first = runs.at(-1)?.[0]
    if (first && isEqual(first, entry)) runs.at(-1)?.push(entry)
    else runs.push([entry])
  }
  return runs
}

/** Ranks 1, 2, 2, 4: bids that stay equal share a rank and the next one is left out. */
export const rankBids = (
  competition: Competition,
  compared: readonly number[],
  sums: readonly (Sum | null)[],
): Place[] => {
  const lowFirst = isLowerBetter(competition)
  const entries = compared.map((bid): Entry => {
    const own = sums[bid] as Sum
    return { bid, key: keyOf(competition, bid, own), sum: own }
  })
  const sorted = entries.toSorted((a, b) => compareKeys(a.key, b.key, lowFirst))
  const places: Place[] = []
  for (const tied of runsOf(sorted, (a, b) => compareKeys(a.key, b.key, lowFirst) === 0))
    for (const { entries: equal, by } of tied.length > 1
      ? splitTied(competition, tied)
      : [{ entries: tied, by: null }]) {
      const rank = places.length + 1
      for (const { bid, key } of equal)
        places.push({
          bid,
          rank,
          key,
          tiedWith: tied.filter((other) => other.bid !== bid).map((other) => other.bid),
          decidedBy: by,
        })
    }
  return places
}

/** The bid in the first place; null where nobody is, or several share it. */
export const winnerOf = (places: readonly Place[]): number | null => {
  const first = places.filter(({ rank }) => rank === 1)
  return first.length === 1 ? (first[0]?.bid ?? null) : null
}
