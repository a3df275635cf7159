import { refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { type Context, today } from '../../../platform/context.ts'
import { decideCounted, decideModeration, type ToAgree } from '../moderate.ts'
import { areScoresIn } from '../rules/access.ts'
import { isJudged } from '../rules/scores.ts'
import { scoreEvaluation } from '../score-evaluation.ts'
import { listBids } from '../store/bids.ts'
import { listLowPrices, putLowPrice } from '../store/decisions.ts'
import { insertAgreed, listAgreed, listPanel, listScores } from '../store/panel.ts'
import { asLead, done, type Outcome, type Step, undoIfRefused } from './as-lead.ts'

export type Agreement = ToAgree & { readonly bidId: string; readonly criterion: string }

const agreeOne = async (ctx: Context, step: Step, given: Agreement): Promise<Outcome> => {
  const { tx, evaluation, who, of } = step
  const bid = (await listBids(tx, evaluation.id)).find((one) => one.id === given.bidId)
  if (!bid) return refuse('bidder-unknown')
  if (bid.excludedBecause !== null) return refuse('bid-excluded')
  const criterion = evaluation.criteria.find(({ name }) => name === given.criterion)
  if (!criterion || criterion.kind === 'price') return refuse('criterion-unknown')
  const panel = (await listPanel(tx, evaluation.id)).filter(({ removedAt }) => removedAt === null)
  const isOn = new Set(panel.map(({ personId }) => personId))
  const all = await listScores(tx, evaluation.id, { criterion: criterion.name })
  const scores = all.filter(({ bidId, personId }) => bidId === bid.id && isOn.has(personId))
  const decision = isJudged(criterion) ? decideModeration(scores, given) : decideCounted(given)
  if (!decision.ok) return decision
  const known = await listAgreed(tx, evaluation.id, criterion.name)
  await insertAgreed(tx, of, {
    ...decision.value,
    bidId: bid.id,
    criterion: criterion.name,
    number: known.filter(({ bidId }) => bidId === bid.id).length + 1,
    reason: given.reason.trim(),
    movedBecause: given.movedBecause.trim(),
    personId: who.personId,
    personName: who.personName,
    agreedAt: ctx.clock.now(),
  })
  const from = scores.map(({ score }) => score).join(', ')
  const { value: to, how } = decision.value
  const facts = { bid: bid.letter, lot: bid.lot, criterion: criterion.name, from, to, how }
  await recordAudit(tx, ctx, { name: 'SCORE_AGREED', subject: evaluation.id, facts })
  return done
}

/**
 * Writes down what the panel agreed, all of it or nothing. It may be agreed again; what was agreed before stays in the
 * record.
 */
export const agreeScores = (ctx: Context, id: string, agreements: readonly Agreement[]): Promise<Outcome> =>
  undoIfRefused((refused) =>
    asLead(ctx, id, ['moderation'], async (step) => {
      if (!areScoresIn(await listPanel(step.tx, id))) return refuse('scores-not-in')
      for (const given of agreements) {
        const outcome = await agreeOne(ctx, step, given)
        if (!outcome.ok) return refused(outcome)
      }
      return done
    }),
  )

export type LowPriceStep =
  | { readonly kind: 'ask'; readonly words: string }
  | { readonly kind: 'answer'; readonly words: string }
  | { readonly kind: 'keep' | 'disregard'; readonly words: string }

/**
 * A price that was flagged as low: the supplier is told and may explain, then it is decided with a reason. A price that is
 * explained may not be disregarded (Procurement Act 2023 s.19(3) to (5)).
 */
export const settleLowPrice = (
  ctx: Context,
  id: string,
  bidId: string,
  step: LowPriceStep,
): Promise<Outcome> =>
  asLead(ctx, id, ['moderation'], async ({ tx, evaluation, who, of }) => {
    if (step.words.trim() === '') return refuse('reason-missing')
    const known = (await listLowPrices(tx, id)).find((one) => one.bidId === bidId)
    const on = today(ctx)
    const words = step.words.trim()
    if (step.kind === 'ask') {
      const flagged = (await scoreEvaluation(tx, evaluation, on)).flatMap(({ lowPrices }) => lowPrices)
      const flag = flagged.find((one) => one.bidId === bidId)
      if (!flag) return refuse('not-flagged')
      const empty = { answeredOn: null, answer: null, decision: null, reason: null, decidedBy: null }
      await putLowPrice(tx, of, {
        bidId,
        percentBelow: flag.percentBelow,
        askedOn: on,
        asked: words,
        ...empty,
      })
    } else {
      if (!known) return refuse('not-asked')
      if (step.kind === 'answer') await putLowPrice(tx, of, { ...known, answeredOn: on, answer: words })
      else {
        if (known.answer === null) return refuse('not-answered')
        const decision = step.kind === 'keep' ? 'kept' : 'disregarded'
        await putLowPrice(tx, of, { ...known, decision, reason: words, decidedBy: who.personName })
      }
    }
    await recordAudit(tx, ctx, {
      name: 'LOW_PRICE_SETTLED',
      subject: id,
      facts: { bid: bidId, step: step.kind },
    })
    return done
  })
