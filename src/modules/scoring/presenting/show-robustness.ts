import type { Competition } from '../model.ts'
import type { Robustness } from '../rules/robustness/robustness.ts'
import type { SingleScore } from '../rules/robustness/single-scores.ts'
import type { Breaking, WeightTest } from '../rules/robustness/weights.ts'
import { show } from './show-steps.ts'

const MOST_SINGLE_SCORES = 20
type NameOf = (bid: number) => string

const showBreaking = (breaking: Breaking | null, nameOf: NameOf) =>
  breaking && { weight: show(breaking.weight), levelWith: nameOf(breaking.rival) }

const showWeightTest = (test: WeightTest, nameOf: NameOf) => ({
  criterion: test.name,
  path: test.path,
  weight: show(test.weight),
  winnerHolds: test.holds,
  levelAtLowerWeight: showBreaking(test.below, nameOf),
  levelAtHigherWeight: showBreaking(test.above, nameOf),
})

const showSingle = ({ leaves }: Competition, one: SingleScore, nameOf: NameOf) => ({
  criterion: leaves[one.leaf]?.name,
  bid: nameOf(one.bid),
  from: show(one.from),
  to: show(one.to),
  thenFirst: nameOf(one.rival),
  sentence: `With ${show(one.to)} instead of ${show(one.from)} for ${nameOf(one.bid)} on ${leaves[one.leaf]?.name ?? ''}, ${nameOf(one.rival)} would be first.`,
})

const showIrrelevant = (
  { leaves }: Competition,
  { removed, added, tried }: Robustness['irrelevantBids'],
  nameOf: NameOf,
) => ({
  tried: { losingBidsRemoved: tried.removed, losingBidsAdded: tried.added },
  winnerChanges: removed.length + added.length > 0,
  removed: removed.map(({ bid, first }) => ({
    losingBid: nameOf(bid),
    winnerWithoutIt: first.map(nameOf),
    sentence: `Without ${nameOf(bid)}, which loses, ${first.map(nameOf).join(' and ')} would be first.`,
  })),
  added: added.map(({ leaf, value, first }) => ({
    criterion: leaves[leaf]?.name,
    value: show(value),
    winnerWithIt: first.map(nameOf),
    sentence: `One more losing bid with ${show(value)} on ${leaves[leaf]?.name ?? ''} would put ${first.map(nameOf).join(' and ')} first.`,
  })),
})

/** The tests of robustness as they are printed; sentences for what changes the winner. */
export const showRobustness = (competition: Competition, robustness: Robustness, nameOf: NameOf) => ({
  weights: {
    range: show(competition.weightRange),
    rule: 'One weight moves, the others share the rest in their proportions. Points are as counted, before tie-breaks.',
    winnerHolds: robustness.weights.every(({ holds }) => holds),
    tests: robustness.weights.map((test) => showWeightTest(test, nameOf)),
  },
  alternativeFormulas: robustness.alternatives.map((other) => ({
    for: other.kind,
    method: other.method,
    ...(other.isBenchmarkOurs ? { note: 'The median of the bids stands in for a benchmark.' } : {}),
    winner: other.first.map(nameOf),
    changesWinner: other.changesWinner,
  })),
  singleScores: {
    found: robustness.singleScores.length,
    smallest: robustness.singleScores
      .slice(0, MOST_SINGLE_SCORES)
      .map((one) => showSingle(competition, one, nameOf)),
  },
  irrelevantBids: showIrrelevant(competition, robustness.irrelevantBids, nameOf),
})
