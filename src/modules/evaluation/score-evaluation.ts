import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Reader } from '../../platform/database.ts'
import { lowPriceReason } from './messages.ts'
import type { Bid, Evaluation, Lot, LowPriceCase } from './model.ts'
import { isJudged } from './rules/scores.ts'
import { bidderName, competitionText, type LotScored, scoreLot } from './score-lot.ts'
import { listAnswers, listBids } from './store/bids.ts'
import { listLowPrices } from './store/decisions.ts'
import { listAgreed } from './store/panel.ts'
import type { EvaluationTables } from './tables.ts'

export type LotOutcome = {
  readonly lot: Lot
  readonly bids: readonly Bid[]
  readonly scored: LotScored
  readonly lowPrices: readonly { readonly bidId: string; readonly percentBelow: string }[]
}

/** The lots that were bid for; a tender that is not divided has one. */
export const lotsOf = ({ lots }: Pick<Evaluation, 'lots'>, bids: readonly Bid[]): readonly Lot[] =>
  [...new Set(bids.map(({ lot }) => lot))]
    .sort()
    .map((code) => ({ code, name: lots.find((lot) => lot.code === code)?.name ?? '' }))

/** A bid whose low price was disregarded is out, as one that was excluded. */
export const withDisregarded = (bids: readonly Bid[], cases: readonly LowPriceCase[]): readonly Bid[] =>
  bids.map((bid) => {
    const out = cases.find((one) => one.bidId === bid.id && one.decision === 'disregarded')
    return out && bid.excludedBecause === null ? { ...bid, excludedBecause: lowPriceReason(out) } : bid
  })

/** Questions whose answers are numbers that count; what people judge is not read for a sum. */
const countedQuestions = ({ criteria, questions }: Evaluation): readonly string[] => {
  const counted = new Set(criteria.filter((criterion) => !isJudged(criterion)).map(({ name }) => name))
  return questions
    .filter(({ kind, criterion }) => kind === 'price' || kind === 'offers' || counted.has(criterion ?? ''))
    .map(({ code }) => code)
}

/** The result with the bids whose low price was disregarded among those it rejects: what is kept says why they are out. */
const withReasons = (scored: LotScored, bids: readonly Bid[], cases: readonly LowPriceCase[]): LotScored => {
  if (scored.kind !== 'scored') return scored
  const disregarded = bids.flatMap((bid) => {
    const out = cases.find((one) => one.bidId === bid.id && one.decision === 'disregarded')
    return out ? [{ bid: bidderName(bid), code: 'excluded', reason: lowPriceReason(out) } as const] : []
  })
  return {
    kind: 'scored',
    result: { ...scored.result, rejected: [...scored.result.rejected, ...disregarded] },
  }
}

/** Every lot scored as things stand, for whoever may read the prices: the lead, and anybody once it is decided. */
export const scoreEvaluation = async (
  db: Reader<EvaluationTables>,
  evaluation: Evaluation,
  pricedOn: PlainDate,
): Promise<readonly LotOutcome[]> => {
  const cases = await listLowPrices(db, evaluation.id)
  const bids = withDisregarded(await listBids(db, evaluation.id), cases)
  const answers = await listAnswers(db, evaluation.id, { questions: countedQuestions(evaluation) })
  const agreed = await listAgreed(db, evaluation.id)
  return lotsOf(evaluation, bids).map((lot) => {
    const own = bids.filter((bid) => bid.lot === lot.code)
    const scored = withReasons(
      scoreLot(competitionText(evaluation, own, answers, agreed), pricedOn),
      own,
      cases,
    )
    const flagged = scored.kind === 'scored' ? scored.result.abnormallyLow.flagged : []
    const lowPrices = flagged.flatMap(({ bid, percentBelow }) => {
      const found = own.find((one) => bidderName(one) === bid)
      return found ? [{ bidId: found.id, percentBelow }] : []
    })
    return { lot, bids: own, scored, lowPrices }
  })
}
