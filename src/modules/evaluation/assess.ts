import { exact, toPence } from '../../kernel/exact.ts'
import { formatPence } from '../../platform/views/views.ts'
import type { Agreed, AssessmentSummary, Award, Bid, Bidder, Evaluation } from './model.ts'
import { type Assessed, composeSummary } from './rules/summary.ts'
import { bidderName, type LotResult } from './score-lot.ts'

type Lot = Pick<Award, 'lot' | 'lotName'>

const reasonFor = (agreed: readonly Agreed[], bidId: string, criterion: string): string =>
  agreed.findLast((one) => one.bidId === bidId && one.criterion === criterion)?.reason ?? ''

const pence = ({ inputs }: LotResult['bids'][number]['steps'][number]): bigint =>
  toPence(exact(inputs.value ?? '0'))

/** What a counted criterion says for itself: the formula, as the method was published. */
const lineOf = (step: LotResult['bids'][number]['steps'][number], isPrice: boolean, reason: string) => ({
  criterion: step.criterion,
  weight: step.inputs.weight,
  value: isPrice ? formatPence(pence(step)) : (step.inputs.score ?? step.inputs.value ?? ''),
  points: step.pointsShown,
  reason: reason === '' ? `Worked out as published: ${step.formula}` : reason,
})

const assessedOf = (bid: Bid, name: string, result: LotResult, agreed: readonly Agreed[]): Assessed => {
  const shown = result.bids.find((one) => one.bid === bidderName(bid))
  const rejected = result.rejected.find((one) => one.bid === bidderName(bid))
  return {
    bidder: name,
    rank: result.ranking.find((one) => one.bid === bidderName(bid))?.rank ?? null,
    total: shown?.totalShown ?? null,
    disregardedBecause: bid.excludedBecause ?? rejected?.reason ?? null,
    lines: (shown?.steps ?? []).map((step) => {
      const isPrice = result.criteria.some(
        ({ criterion, kind }) => criterion === step.criterion && kind === 'price',
      )
      return lineOf(step, isPrice, reasonFor(agreed, bid.id, step.criterion))
    }),
  }
}

/** The assessment summaries of a lot, by bid; `winner` is the bid that the result puts first. */
export const summariesOf = (
  evaluation: Pick<Evaluation, 'title' | 'reference'>,
  { lot, lotName }: Lot,
  result: LotResult,
  bids: readonly Bid[],
  bidders: ReadonlyMap<string, Bidder>,
  agreed: readonly Agreed[],
): ReadonlyMap<string, AssessmentSummary> => {
  const assessed = bids.map((bid) => ({
    bid,
    own: assessedOf(bid, bidders.get(bid.id)?.name ?? bidderName(bid), result, agreed),
  }))
  const winner = assessed.find(({ bid }) => bidderName(bid) === result.winner)?.own
  if (!winner) return new Map()
  const about = { title: evaluation.title, reference: evaluation.reference, lot: lotName || lot }
  const of = result.ranking.length
  return new Map(assessed.map(({ bid, own }) => [bid.id, composeSummary(about, own, winner, of)]))
}
