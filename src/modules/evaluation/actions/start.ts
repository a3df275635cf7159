import { whoActs } from '#identity'
import { fingerprintOf } from '#procurement'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { EvaluationRefusal, HandedBid, TenderFacts } from '../model.ts'
import { lettersOf } from '../rules/access.ts'
import { insertBids } from '../store/bids.ts'
import { findOfTender, insertEvaluation } from '../store/evaluations.ts'
import type { EvaluationTables } from '../tables.ts'

/**
 * Takes over the opened bids of a tender. Whoever begins leads the evaluation. The criteria have to be those whose
 * fingerprint was published; from here on they never change. Returns the id of the evaluation.
 */
export const startEvaluation = (
  ctx: Context,
  tender: TenderFacts,
  bids: readonly HandedBid[],
): Promise<Decision<string, EvaluationRefusal>> =>
  inTransaction<EvaluationTables, Decision<string, EvaluationRefusal>>(ctx, async (tx) => {
    const who = await whoActs(tx, ctx)
    if (who.personId === null) throw new Forbidden('A person leads an evaluation. Sign in.')
    const fingerprint = fingerprintOf(tender.criteria)
    if (fingerprint === null) return refuse('criteria-unreadable')
    if (fingerprint !== tender.fingerprint) return refuse('criteria-changed')
    if (bids.length === 0) return refuse('no-bids')
    if (await findOfTender(tx, tender.tenderId)) return refuse('already-started')
    const id = newId()
    await insertEvaluation(tx, who.authorityId, {
      ...tender,
      id,
      leadId: who.personId,
      leadName: who.personName,
      stage: 'preparing',
      startedAt: ctx.clock.now(),
      noticeOn: null,
      standstillEndsOn: null,
      contractFrom: null,
      standstillWords: null,
      endedBecause: null,
    })
    const of = { authority_id: who.authorityId, evaluation_id: id }
    await insertBids(tx, of, bids, lettersOf(bids), tender.questions)
    const facts = { reference: tender.reference, bids: bids.length, criteria: fingerprint }
    await recordAudit(tx, ctx, { name: 'EVALUATION_STARTED', subject: id, facts })
    return accept(id)
  })
