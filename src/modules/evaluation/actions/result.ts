import { createHash } from 'node:crypto'
import { type IdentityTables, listMembers, whoActs } from '#identity'
import { accept, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { type Context, today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { type ApprovalLimit, FIRST_LIMITS } from '../model.ts'
import { decideApproval, decideLimits, isApproved, limitFor } from '../rules/approval.ts'
import { checksOf, openChecks, proposedExclusion } from '../rules/checks.ts'
import { openLowPrices } from '../rules/stage.ts'
import { type LotOutcome, scoreEvaluation } from '../score-evaluation.ts'
import { listAnswers, listFindings } from '../store/bids.ts'
import {
  insertApproval,
  insertResult,
  insertSeen,
  latestResults,
  listApprovals,
  listLimits,
  listLowPrices,
  listResults,
  listSeen,
  replaceLimits,
} from '../store/decisions.ts'
import { setStage } from '../store/evaluations.ts'
import { listPanel } from '../store/panel.ts'
import type { EvaluationTables } from '../tables.ts'
import { asLead, done, inEvaluation, type Outcome, type Step, type Tx } from './as-lead.ts'

/** Nothing about completeness or conditions may be open for a bid that is still in. */
const decideChecked = async ({ tx, evaluation }: Step, outcomes: readonly LotOutcome[]): Promise<Outcome> => {
  const answers = await listAnswers(tx, evaluation.id)
  const findings = await listFindings(tx, evaluation.id)
  for (const bid of outcomes.flatMap(({ bids }) => bids)) {
    if (bid.excludedBecause !== null) continue
    const found = findings.filter(({ bidId }) => bidId === bid.id)
    const own = answers.filter(({ bidId }) => bidId === bid.id)
    const checks = checksOf(evaluation.questions, bid.lot, own, found)
    const isOpen = openChecks(checks).length > 0 || checks.some(({ state }) => state === 'failed')
    if (isOpen || proposedExclusion(found)) return refuse('checks-open', { bid: bid.letter })
  }
  return done
}

/**
 * Puts the result up for approval: every lot scored with one winner, every condition settled, every low price decided. What
 * is approved is kept as it was, with every step and every test of robustness.
 */
export const putUpForApproval = (ctx: Context, id: string): Promise<Outcome<number>> =>
  asLead<number>(ctx, id, ['moderation'], async (step) => {
    const { tx, evaluation, of } = step
    const outcomes = await scoreEvaluation(tx, evaluation, today(ctx))
    for (const { scored, lot } of outcomes) {
      if (scored.kind === 'open')
        return refuse(scored.isCriteriaChanged ? 'criteria-changed' : 'cannot-be-scored', {
          lot: lot.code,
          why: scored.why.join(' '),
        })
      if (scored.result.winner === null) return refuse('no-winner', { lot: lot.code })
    }
    const checked = await decideChecked(step, outcomes)
    if (!checked.ok) return checked
    const flagged = outcomes.flatMap(({ lowPrices }) => lowPrices.map(({ bidId }) => bidId))
    if (openLowPrices(flagged, await listLowPrices(tx, id)).length > 0) return refuse('low-price-open')
    const number = ((await listResults(tx, id))[0]?.number ?? 0) + 1
    for (const { lot, scored } of outcomes) {
      if (scored.kind !== 'scored') continue
      const text = JSON.stringify(scored.result)
      const fingerprint = createHash('sha256').update(text).digest('hex')
      await insertResult(tx, of, {
        lot: lot.code,
        number,
        content: scored.result,
        fingerprint,
        frozenAt: ctx.clock.now(),
      })
      const facts = { lot: lot.code, result: number, fingerprint }
      await recordAudit(tx, ctx, { name: 'RESULT_PUT_UP', subject: id, facts })
    }
    await setStage(tx, id, 'approval')
    return accept(number)
  })

/** Notes that somebody has looked at the tests of robustness of the result that is up for approval. */
export const noteRobustnessSeen = (ctx: Context, id: string): Promise<Outcome> =>
  inEvaluation(ctx, id, ['approval'], async ({ tx, who, of }) => {
    const [result] = await latestResults(tx, id)
    if (!result || who.personId === null) return refuse('scores-not-in')
    await insertSeen(tx, of, {
      personId: who.personId,
      personName: who.personName,
      resultNumber: result.number,
      seenAt: ctx.clock.now(),
    })
    await recordAudit(tx, ctx, { name: 'ROBUSTNESS_SEEN', subject: id, facts: { result: result.number } })
    return done
  })

export const limitsOf = async (db: Tx | Reader<EvaluationTables>): Promise<readonly ApprovalLimit[]> => {
  const own = await listLimits(db as Reader<EvaluationTables>)
  return own.length > 0 ? own : FIRST_LIMITS
}

/** Approves a result, or sends it back to the panel with a reason. */
export const approveResult = (
  ctx: Context,
  id: string,
  given: { readonly isApproved: boolean; readonly note: string },
): Promise<Outcome> =>
  inEvaluation(ctx, id, ['approval'], async ({ tx, evaluation, who, of }) => {
    const [result] = await latestResults(tx, id)
    if (!result || who.personId === null) return refuse('role-may-not-approve')
    const members = await listMembers(tx as unknown as Reader<IdentityTables>, who.authorityId)
    const seen = await listSeen(tx, id)
    const decision = decideApproval({
      limit: limitFor(await limitsOf(tx), evaluation.valuePence),
      personId: who.personId,
      roles: members.find((one) => one.id === who.personId)?.roles ?? [],
      leadId: evaluation.leadId,
      panel: await listPanel(tx, id),
      approvals: await listApprovals(tx, id, result.number),
      isRobustnessSeen: seen.some(
        (one) => one.personId === who.personId && one.resultNumber === result.number,
      ),
    })
    if (!decision.ok) return decision
    if (!given.isApproved && given.note.trim() === '') return refuse('reason-missing')
    const { role } = decision.value
    await insertApproval(tx, of, {
      resultNumber: result.number,
      personId: who.personId,
      personName: who.personName,
      role,
      isApproved: given.isApproved,
      note: given.note.trim(),
      decidedAt: ctx.clock.now(),
    })
    if (!given.isApproved) await setStage(tx, id, 'moderation')
    const facts = { result: result.number, role, approved: given.isApproved, note: given.note.trim() }
    await recordAudit(tx, ctx, { name: 'RESULT_JUDGED', subject: id, facts })
    return done
  })

/** Whether enough have approved the result that is up. */
export const isResultApproved = async (
  db: Tx | Reader<EvaluationTables>,
  id: string,
  valuePence: number,
  resultNumber: number,
): Promise<boolean> =>
  isApproved(
    limitFor(await limitsOf(db), valuePence),
    await listApprovals(db as Reader<EvaluationTables>, id, resultNumber),
  )

/** Sets who approves up to which value. */
export const setLimits = (ctx: Context, limits: readonly ApprovalLimit[]): Promise<Outcome> =>
  inTransaction<EvaluationTables, Outcome>(ctx, async (tx) => {
    const { authorityId } = await whoActs(tx, ctx)
    const decision = decideLimits(limits)
    if (!decision.ok) return decision
    await replaceLimits(tx, authorityId, limits)
    const facts = {
      limits: limits
        .map(({ upToPence, roles, people }) => `${upToPence ?? 'above'}: ${people} of ${roles.join(', ')}`)
        .join('; '),
    }
    await recordAudit(tx, ctx, { name: 'APPROVAL_LIMITS_SET', subject: authorityId, facts })
    return done
  })
