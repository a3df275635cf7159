import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import type { Evaluation } from './model.ts'
import { readResults } from './read-results.ts'
import { listAwards } from './store/awards.ts'
import { bidderOfBids, listAnswers, listBidders, listBids } from './store/bids.ts'
import { getEvaluation, scoresGiven } from './store/evaluations.ts'
import { listAgreed, listPanel, listScores } from './store/panel.ts'
import type { EvaluationTables } from './tables.ts'

/** The head of an evaluation: what anybody of the authority may know. */
export const evaluationJson = (evaluation: Evaluation) => ({
  id: evaluation.id,
  tenderId: evaluation.tenderId,
  purchaseId: evaluation.purchaseId,
  reference: evaluation.reference,
  title: evaluation.title,
  stage: evaluation.stage,
  lead: evaluation.leadName,
  valuePence: evaluation.valuePence,
  fingerprint: evaluation.fingerprint,
  startedAt: evaluation.startedAt.toISOString(),
  noticeOn: evaluation.noticeOn,
  standstillEndsOn: evaluation.standstillEndsOn,
  contractFrom: evaluation.contractFrom,
})

/** One evaluation with what the asking person may read: row-level security leaves out the rest. */
export const describeEvaluation = async (db: Reader<EvaluationTables>, id: string, ctx: Context) => {
  const evaluation = await getEvaluation(db, id)
  const isLead = ctx.actor.kind === 'person' && ctx.actor.personId === evaluation.leadId
  const given = await scoresGiven(db, id)
  const bidders = await bidderOfBids(db, id)
  const answers = Map.groupBy(await listAnswers(db, id), ({ bidId }) => bidId)
  const { lots } = await readResults(db, evaluation, isLead, ctx)
  return {
    ...evaluationJson(evaluation),
    criteria: evaluation.criteria,
    panel: (await listPanel(db, id)).map((one) => ({
      name: one.name,
      personId: one.personId,
      criteria: one.criteria,
      hasLeft: one.removedAt !== null,
      hasHandedIn: one.handedInAt !== null,
      scoresGiven: given.get(one.personId) ?? 0,
    })),
    bidders: await listBidders(db, id),
    bids: (await listBids(db, id)).map((bid) => ({
      id: bid.id,
      lot: bid.lot,
      letter: bid.letter,
      fingerprint: bid.fingerprint,
      excludedBecause: bid.excludedBecause,
      bidder: bidders.get(bid.id)?.name ?? null,
      answers: answers.get(bid.id) ?? [],
    })),
    scores: await listScores(db, id),
    agreed: await listAgreed(db, id),
    results: lots.map(({ lot, scored }) => ({ lot: lot.code, ...scored })),
    awards: await listAwards(db, id),
  }
}
