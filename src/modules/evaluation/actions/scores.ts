import { refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Score } from '../model.ts'
import { areScoresIn } from '../rules/access.ts'
import { decideHandIn, decideScore, deskOf } from '../rules/scores.ts'
import { clearedBids, listBids } from '../store/bids.ts'
import { setStage } from '../store/evaluations.ts'
import { insertHandedIn, listPanel, listScores, putScores } from '../store/panel.ts'
import { asLead, done, inEvaluation, type Outcome } from './as-lead.ts'

/** Keeps one's own scores, each with its reason: all of them or none. They may be changed until one hands in. */
export const giveScores = (
  ctx: Context,
  id: string,
  scores: readonly Omit<Score, 'personId'>[],
): Promise<Outcome> =>
  inEvaluation(ctx, id, ['scoring'], async ({ tx, evaluation, who, of }) => {
    const { personId } = who
    const bids = new Map((await listBids(tx, id)).map((bid) => [bid.id, bid]))
    const own = (await listPanel(tx, id)).find((one) => one.personId === personId)
    const cleared = await clearedBids(tx)
    for (const given of scores) {
      const bid = bids.get(given.bidId)
      if (!bid || personId === null) return refuse('bidder-unknown')
      const decision = decideScore(given, {
        stage: evaluation.stage,
        own,
        bid,
        isCleared: cleared.has(bid.id),
      })
      if (!decision.ok) return decision
    }
    const kept = scores.map((given) => ({ ...given, personId: personId ?? '', reason: given.reason.trim() }))
    await putScores(tx, of, kept, ctx.clock.now())
    // The scores themselves stay out of the log, which others may read before all are in.
    const facts = {
      bids: [...new Set(scores.map(({ bidId }) => bids.get(bidId)?.letter ?? ''))].join(', '),
      criteria: [...new Set(scores.map(({ criterion }) => criterion))].join(', '),
    }
    await recordAudit(tx, ctx, { name: 'SCORES_GIVEN', subject: id, facts })
    return done
  })

/** Hands one's scores in, for good. With the last of the panel, moderation begins. */
export const handIn = (ctx: Context, id: string): Promise<Outcome> =>
  inEvaluation(ctx, id, ['scoring'], async ({ tx, evaluation, who, of }) => {
    const { personId } = who
    const panel = await listPanel(tx, id)
    const own = panel.find((one) => one.personId === personId && one.removedAt === null)
    if (!own || personId === null) return refuse('not-on-the-panel')
    if (own.handedInAt !== null) return refuse('handed-in-already')
    const cleared = await clearedBids(tx)
    if (cleared.size === 0) return refuse('declare-first')
    const desk = deskOf(own, evaluation.criteria, await listBids(tx, id), cleared)
    const decision = decideHandIn(desk, await listScores(tx, id, { personId }))
    if (!decision.ok) return decision
    const now = ctx.clock.now()
    await insertHandedIn(tx, of, personId, now)
    await recordAudit(tx, ctx, { name: 'SCORES_HANDED_IN', subject: id, facts: { scores: desk.length } })
    const after = panel.map((one) => (one === own ? { ...one, handedInAt: now } : one))
    if (areScoresIn(after)) {
      await setStage(tx, id, 'moderation')
      await recordAudit(tx, ctx, { name: 'MODERATION_BEGUN', subject: id })
    }
    return done
  })

/** Begins moderation where the last who was missing has been taken off the panel. */
export const beginModeration = (ctx: Context, id: string): Promise<Outcome> =>
  asLead(ctx, id, ['scoring'], async ({ tx }) => {
    if (!areScoresIn(await listPanel(tx, id))) return refuse('scores-not-in')
    await setStage(tx, id, 'moderation')
    await recordAudit(tx, ctx, { name: 'MODERATION_BEGUN', subject: id })
    return done
  })
