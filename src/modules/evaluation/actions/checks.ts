import { refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { FindingKind } from '../model.ts'
import { decideExclusion, proposedExclusion } from '../rules/checks.ts'
import {
  clearedBids,
  insertFinding,
  listBids,
  listFindings,
  nextFinding,
  setExcluded,
} from '../store/bids.ts'
import { asLead, done, inEvaluation, type Outcome, type Step, undoIfRefused } from './as-lead.ts'

const OPEN = ['preparing', 'scoring', 'moderation'] as const

export type NewFinding = {
  readonly bidId: string
  /** Null for the whole bid. */
  readonly question: string | null
  readonly kind: FindingKind
  readonly words: string
}

const write = async (ctx: Context, { tx, who, of }: Step, finding: NewFinding): Promise<void> => {
  await insertFinding(tx, of, {
    ...finding,
    number: await nextFinding(tx, finding.bidId),
    personId: who.personId,
    personName: who.personName,
    foundAt: ctx.clock.now(),
  })
}

const recordOne = async (ctx: Context, step: Step, finding: NewFinding): Promise<Outcome> => {
  const { tx, evaluation } = step
  const bid = (await listBids(tx, evaluation.id)).find((one) => one.id === finding.bidId)
  if (!bid) return refuse('bidder-unknown')
  if (!(await clearedBids(tx)).has(bid.id)) return refuse('declare-first')
  if (bid.excludedBecause !== null) return refuse('bid-excluded')
  if (finding.kind === 'exclusion-approved' || finding.kind === 'exclusion-refused')
    return refuse('same-person')
  const isKnown = evaluation.questions.some(({ code }) => code === finding.question)
  if (finding.question !== null && !isKnown) return refuse('criterion-unknown')
  if (finding.kind !== 'met' && finding.words.trim() === '') return refuse('reason-missing')
  await write(ctx, step, finding)
  const facts = { bid: bid.letter, lot: bid.lot, question: finding.question, found: finding.kind }
  await recordAudit(tx, ctx, { name: 'BID_CHECKED', subject: evaluation.id, facts })
  return done
}

/**
 * The lead notes that a condition is met or failed, asks the bidder to make something clear, notes its answer, or proposes
 * to exclude the bid. Everything but a condition that is met has its words. All are kept, or none.
 */
export const recordFindings = (ctx: Context, id: string, findings: readonly NewFinding[]): Promise<Outcome> =>
  undoIfRefused((refused) =>
    asLead(ctx, id, OPEN, async (step) => {
      for (const finding of findings) {
        const outcome = await recordOne(ctx, step, finding)
        if (!outcome.ok) return refused(outcome)
      }
      return done
    }),
  )

/** A second person decides on an exclusion that the lead has proposed. */
export const decideOnExclusion = (
  ctx: Context,
  id: string,
  bidId: string,
  isApproved: boolean,
  note: string,
): Promise<Outcome> =>
  inEvaluation(ctx, id, OPEN, async (step) => {
    const { tx, who } = step
    const bid = (await listBids(tx, id)).find((one) => one.id === bidId)
    if (!bid) return refuse('bidder-unknown')
    const findings = await listFindings(tx, id, bidId)
    const decision = decideExclusion(findings, who.personId)
    if (!decision.ok) return decision
    if (!isApproved && note.trim() === '') return refuse('reason-missing')
    const because = proposedExclusion(findings)?.words ?? ''
    const kind = isApproved ? 'exclusion-approved' : 'exclusion-refused'
    await write(ctx, step, { bidId, question: null, kind, words: note })
    if (isApproved) await setExcluded(tx, bidId, because, who.personName)
    const facts = { bid: bid.letter, lot: bid.lot, because, approved: isApproved }
    await recordAudit(tx, ctx, { name: 'EXCLUSION_DECIDED', subject: id, facts })
    return done
  })
