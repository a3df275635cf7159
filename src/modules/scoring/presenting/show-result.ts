import type { Exact } from '../../../kernel/exact.ts'
import { sum } from '../../../kernel/exact.ts'
import {
  formulaOf,
  LOW_PRICE_NEXT,
  lowRuleWords,
  RANKING_WORDS,
  RELATIVE_WARNING,
  rejectionWords,
  roundingWords,
  SCORE_NOTE,
} from '../messages/formula-words.ts'
import { type Bid, type Competition, isRelative } from '../model.ts'
import type { Problems } from '../reading/problems.ts'
import { type Place, qualityPercent, winnerOf } from '../rules/rank-bids.ts'
import type { Scored, Sum } from '../rules/score-bids.ts'
import { settled } from '../rules/settled.ts'
import type { ScoredCompetition } from '../score-competition.ts'
import { showGrouped } from './show-problems.ts'
import { showRobustness } from './show-robustness.ts'
import { show, showSteps } from './show-steps.ts'

const showCriteria = ({ leaves }: Competition) =>
  leaves.map((leaf) => ({
    criterion: leaf.name,
    path: leaf.path,
    kind: leaf.kind,
    weight: show(leaf.weight),
    method: leaf.method.name,
    formula: formulaOf(leaf),
    dependsOnOtherBids: isRelative(leaf.method),
  }))

const showRankKey = (competition: Competition, { key }: Place, own: Sum) =>
  competition.ranking.by === 'weighted-total'
    ? {}
    : {
        rankedBy: key === null ? null : key.toSignificantDigits(15).toFixed(),
        quality: show(qualityPercent(competition, own.points)),
      }

const showPlace = (competition: Competition, place: Place, { sums }: Scored) => {
  const bid = competition.bids[place.bid] as Bid
  const own = sums[place.bid] as Sum
  return {
    rank: place.rank,
    bid: bid.name,
    total: show(own.total),
    totalShown: settled(own.total).toFixed(competition.rounding.decimals),
    ...(bid.price ? { price: show(bid.price) } : {}),
    ...showRankKey(competition, place, own),
    ...(place.tiedWith.length > 0
      ? {
          tiedWith: place.tiedWith.map((other) => competition.bids[other]?.name),
          tieDecidedBy: place.decidedBy,
        }
      : {}),
  }
}

const showBid = (competition: Competition, bid: Bid, { sums, fields }: Scored) => {
  const own = sums[bid.index]
  if (!own) return null
  const { decimals } = competition.rounding
  return {
    bid: bid.name,
    steps: showSteps(competition, bid, fields, own),
    groups: competition.groups.map(({ name, path, weight, leaves }) => {
      const points = sum(leaves.map((leaf) => own.points[leaf] as Exact))
      return {
        group: name,
        path,
        weight: show(weight),
        points: show(points),
        pointsShown: settled(points).toFixed(decimals),
      }
    }),
    total: show(own.total),
    totalShown: settled(own.total).toFixed(decimals),
  }
}

const tieWords = (competition: Competition, { places }: Scored): string | null => {
  const first = places.filter(({ rank }) => rank === 1)
  if (first.length < 2) return null
  const names = first.map(({ bid }) => competition.bids[bid]?.name).join(' and ')
  return competition.tieBreaks.length > 0
    ? `${names} are equal, and the tie-breaks given do not part them. There is no winner until the published rule decides.`
    : `${names} are equal, and no tie-break was given. There is no winner until the published rule decides: which is it?`
}

const showLow = ({ competition, lowPrices }: ScoredCompetition) => ({
  rule: lowRuleWords(competition.abnormallyLow),
  isStated: competition.abnormallyLow.isStated,
  flagged: lowPrices.map(({ bid, price, comparedWith, below }) => ({
    bid: competition.bids[bid]?.name,
    price: show(price),
    comparedWith: show(comparedWith),
    percentBelow: below.times(100).toFixed(2),
  })),
  next: LOW_PRICE_NEXT,
})

const showWarnings = ({ competition, scored }: ScoredCompetition, problems: Problems) => {
  const relative = competition.leaves.filter(({ method, weight }) => isRelative(method) && !weight.isZero())
  const tie = tieWords(competition, scored)
  return [
    ...(tie ? [{ code: 'tie-for-first', message: tie, count: 1, fields: [] as string[] }] : []),
    ...(relative.length > 0
      ? [
          {
            code: 'relative-method',
            message: RELATIVE_WARNING,
            count: relative.length,
            fields: relative.map(({ name }) => name),
          },
        ]
      : []),
    ...showGrouped(problems.warnings),
  ]
}

const showRejected = ({ bids }: Competition, { rejections }: Scored) =>
  rejections.map((rejection) => ({
    bid: bids[rejection.bid]?.name,
    code: rejection.code,
    reason: rejectionWords(rejection),
  }))

/** The whole result, as `goldthread score --json` prints it. */
export const showResult = (result: ScoredCompetition, problems: Problems) => {
  const { competition, scored, robustness, fingerprint } = result
  const nameOf = (bid: number): string => competition.bids[bid]?.name ?? ''
  const winner = winnerOf(scored.places)
  return {
    title: competition.title,
    winner: winner === null ? null : nameOf(winner),
    ranking: scored.places.map((place) => showPlace(competition, place, scored)),
    rejected: showRejected(competition, scored),
    rankedBy: { method: competition.ranking.by, rule: RANKING_WORDS[competition.ranking.by] },
    rounding: { ...competition.rounding, rule: roundingWords(competition.rounding) },
    tieBreak: competition.tieBreaks.map((tieBreak) =>
      tieBreak.by === 'price' ? 'lower price' : tieBreak.name,
    ),
    weightsTotal: show(competition.totalWeight),
    criteria: showCriteria(competition),
    bids: competition.bids.map((bid) => showBid(competition, bid, scored)).filter((shown) => shown !== null),
    abnormallyLow: showLow(result),
    robustness: robustness && showRobustness(competition, robustness, nameOf),
    fingerprint,
    assumptions: showGrouped(problems.assumptions),
    warnings: showWarnings(result, problems),
    note: SCORE_NOTE,
  }
}
