import { type Exact, exact } from '../../../../kernel/exact.ts'
import { type Competition, isJudged, type Leaf, type Scale } from '../../model.ts'
import { shareOnScale } from '../comparison.ts'
import type { Scored, Sum } from '../score-bids.ts'
import { isClearlyMore } from '../settled.ts'

/** One score that, given otherwise, would have let `rival` win. */
export type SingleScore = {
  readonly leaf: number
  readonly bid: number
  readonly rival: number
  readonly from: Exact
  readonly to: Exact
  readonly steps: Exact
}
const MOST_STEPS = 100

/** The scores there are, lowest first: those described, or whole numbers. */
const scoresOf = ({ levels, lowest, highest }: Scale): readonly Exact[] => {
  if (levels.length > 0) return levels.map(({ score }) => score).toSorted((a, b) => a.cmp(b))
  const count = Math.min(highest.minus(lowest).floor().toNumber(), MOST_STEPS)
  return Array.from({ length: count + 1 }, (_, step) => lowest.plus(exact(step)))
}

type Leader = { readonly winner: number; readonly rival: number; readonly gap: Exact }

const riseOf = (leaf: Leaf, scale: Scale, score: Exact, gap: Exact): Exact | null => {
  const share = shareOnScale(scale, score)
  if (leaf.weight.times(shareOnScale(scale, scale.highest).minus(share)).lte(gap)) return null
  return (
    scoresOf(scale).find(
      (other) =>
        other.gt(score) && isClearlyMore(leaf.weight.times(shareOnScale(scale, other).minus(share)), gap),
    ) ?? null
  )
}

const fallOf = (leaf: Leaf, scale: Scale, score: Exact, gap: Exact): Exact | null => {
  const share = shareOnScale(scale, score)
  return (
    scoresOf(scale).findLast(
      (other) =>
        other.lt(score) && isClearlyMore(leaf.weight.times(share.minus(shareOnScale(scale, other))), gap),
    ) ?? null
  )
}

const changesOn = (
  { bids }: Competition,
  leaf: Leaf,
  { winner, rival, gap }: Leader,
  isRunnerUp: boolean,
): SingleScore[] => {
  const { scale } = leaf
  if (!scale) return []
  const change = (bid: number, find: typeof riseOf): SingleScore[] => {
    const from = bids[bid]?.values[leaf.index] as Exact
    const to = find(leaf, scale, from, gap)
    return to ? [{ leaf: leaf.index, bid, rival, from, to, steps: to.minus(from).abs() }] : []
  }
  return [...change(rival, riseOf), ...(isRunnerUp ? change(winner, fallOf) : [])]
}

/**
 * Which single score, given otherwise, would have changed the winner: a rival's that rises, or the winner's that falls.
 * The smallest changes first.
 */
export const singleScores = (
  competition: Competition,
  { sums, compared }: Scored,
  winner: number,
): readonly SingleScore[] => {
  const own = (sums[winner] as Sum).added
  const gaps = compared
    .filter((bid) => bid !== winner)
    .map((rival) => ({ winner, rival, gap: own.minus((sums[rival] as Sum).added) }))
    .toSorted((a, b) => a.gap.cmp(b.gap))
  const leaves = competition.leaves.filter(({ kind, method }) => isJudged(kind) && method.name === 'scale')
  const found = gaps.flatMap((gap, place) =>
    leaves.flatMap((leaf) =>
      gap.gap.gte(leaf.weight) ? [] : changesOn(competition, leaf, gap, place === 0),
    ),
  )
  return found.toSorted((a, b) => a.steps.cmp(b.steps) || a.leaf - b.leaf || a.bid - b.bid)
}
