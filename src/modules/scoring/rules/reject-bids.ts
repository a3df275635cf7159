import { type Exact, showExact } from '../../../kernel/exact.ts'
import type { Bid, Competition, Leaf, Rejection } from '../model.ts'
import { isClearlyMore } from './settled.ts'

const rejectOn = (leaf: Leaf, bid: Bid): Rejection | null => {
  const value = bid.values[leaf.index] as Exact
  const { score, least, most } = leaf.limits
  const facts = { criterion: leaf.name, value: showExact(value) }
  if (score?.gt(value))
    return { bid: bid.index, code: 'below-minimum-score', facts: { ...facts, limit: showExact(score) } }
  if (least?.gt(value))
    return { bid: bid.index, code: 'below-minimum-value', facts: { ...facts, limit: showExact(least) } }
  if (most?.lt(value))
    return { bid: bid.index, code: 'above-maximum-value', facts: { ...facts, limit: showExact(most) } }
  return null
}

const reasonsAgainst = ({ leaves }: Competition, bid: Bid): readonly Rejection[] => {
  // An excluded bid is not assessed, so nothing more is said of it.
  if (bid.excludedBecause !== null)
    return [{ bid: bid.index, code: 'excluded', facts: { reason: bid.excludedBecause } }]
  const conditions = bid.failedConditions.map((condition) => ({
    bid: bid.index,
    code: 'condition-failed' as const,
    facts: { condition },
  }))
  return [...conditions, ...leaves.map((leaf) => rejectOn(leaf, bid)).filter((found) => found !== null)]
}

/** What can be said of a bid by itself: excluded, a condition failed, below a minimum or above a maximum. All reasons, in order. */
export const rejectionsBefore = (competition: Competition): readonly Rejection[] =>
  competition.bids.flatMap((bid) => reasonsAgainst(competition, bid))

/** What can only be said once points are counted: below the least points of a criterion or of a group. */
export const rejectionsAfter = (
  { leaves, groups }: Competition,
  bid: number,
  points: readonly Exact[],
): readonly Rejection[] => {
  const thresholds = [
    ...leaves.map(({ name, limits, index }) => ({ name, least: limits.points, leaves: [index] })),
    ...groups.map(({ name, leastPoints, leaves: parts }) => ({ name, least: leastPoints, leaves: parts })),
  ]
  return thresholds.flatMap(({ name, least, leaves: parts }) => {
    if (least === null) return []
    const earned = parts.map((index) => points[index] as Exact).reduce((total, part) => total.plus(part))
    return isClearlyMore(least, earned)
      ? [
          {
            bid,
            code: 'below-minimum-points' as const,
            facts: { criterion: name, value: showExact(earned), limit: showExact(least) },
          },
        ]
      : []
  })
}
