import { type Context, today } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import type { Bid, Evaluation, Lot } from './model.ts'
import { scoreEvaluation } from './score-evaluation.ts'
import type { LotScored } from './score-lot.ts'
import { listBids } from './store/bids.ts'
import { latestResults } from './store/decisions.ts'
import type { EvaluationTables } from './tables.ts'

export type Results = {
  readonly lots: readonly { readonly lot: Lot; readonly scored: LotScored }[]
  readonly bids: readonly Bid[]
  /** The number of the result that was put up for approval; 0 while it is only how things stand. */
  readonly number: number
}

/**
 * The result as it was put up for approval; while the panel still agrees, how things stand, for the lead alone: prices are
 * nobody else's to read yet.
 */
export const readResults = async (
  db: Reader<EvaluationTables>,
  evaluation: Evaluation,
  isLead: boolean,
  ctx: Pick<Context, 'clock'>,
): Promise<Results> => {
  const bids = await listBids(db, evaluation.id)
  if (['preparing', 'scoring'].includes(evaluation.stage)) return { lots: [], bids, number: 0 }
  if (evaluation.stage === 'moderation') {
    const lots = isLead ? await scoreEvaluation(db, evaluation, today(ctx)) : []
    return { lots: lots.map(({ lot, scored }) => ({ lot, scored })), bids, number: 0 }
  }
  const frozen = await latestResults(db, evaluation.id)
  return {
    bids,
    number: frozen[0]?.number ?? 0,
    lots: frozen.map(({ lot, content }) => ({
      lot: evaluation.lots.find(({ code }) => code === lot) ?? { code: lot, name: '' },
      scored: { kind: 'scored', result: content },
    })),
  }
}
