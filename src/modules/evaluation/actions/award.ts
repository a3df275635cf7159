import { findShippedFramework, type Measure } from '#measures'
import { getPurchase, type ProcurementTables, type Purchase, type PurchaseId } from '#procurement'
import { cancelWithin, changeTenderStatus, findTender } from '#tenders'
import { refuse } from '../../../kernel/decision.ts'
import { exact } from '../../../kernel/exact.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { type Context, today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { summariesOf } from '../assess.ts'
import type { Award, AwardOffer, Bid, Bidder, Evaluation } from '../model.ts'
import { isJudged } from '../rules/scores.ts'
import { decideFinal } from '../rules/standstill.ts'
import { withDisregarded } from '../score-evaluation.ts'
import { bidderName, offersOf, priceOf } from '../score-lot.ts'
import { standstillOf } from '../standstill-of.ts'
import { insertAward, listAwards, setSigned } from '../store/awards.ts'
import { bidderOfBids, listAnswers, listBids } from '../store/bids.ts'
import {
  type FrozenResult,
  insertSummaries,
  latestResults,
  listLowPrices,
  type SentSummary,
} from '../store/decisions.ts'
import { setNotice, setStage } from '../store/evaluations.ts'
import { listAgreed } from '../store/panel.ts'
import { asLead, done, inEvaluation, type Outcome, type Step, type Tx } from './as-lead.ts'
import { isResultApproved } from './result.ts'

export const findPurchase = async (db: Reader<never> | Tx, id: string): Promise<Purchase | null> => {
  try {
    return await getPurchase(db as unknown as Reader<ProcurementTables>, id as PurchaseId)
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}

type Known = { readonly measure: Measure; readonly unit: string }

/** What one unit is worth by the framework as it is shipped: pounds as paid at face value, a price only where it is whole pence. */
const worthOf = ({ measure, unit }: Known): Pick<AwardOffer, 'unitValuePence' | 'basis' | 'priceYear'> => {
  const { basis, proxy } = measure
  const nothing = { unitValuePence: null, basis, priceYear: null }
  if (unit !== measure.unit) return nothing
  if (basis === 'spend') return { unitValuePence: 100, basis, priceYear: 'nominal' }
  const pence = proxy ? exact(proxy.value).times(100) : null
  return proxy && pence?.isInteger()
    ? { unitValuePence: pence.toNumber(), basis, priceYear: proxy.priceYear }
    : nothing
}

/** What was offered, with the words of the ask and what one unit is worth by the framework. */
const offersFor = ({ askLines }: Evaluation, answers: Parameters<typeof offersOf>[0]): AwardOffer[] =>
  offersOf(answers).map((offer) => {
    const line = askLines.find(
      ({ framework, measure }) => framework === offer.framework && measure === offer.measure,
    )
    const known = findShippedFramework(offer.framework)?.measures.find(({ code }) => code === offer.measure)
    const unit = line?.unit ?? known?.unit ?? ''
    return {
      framework: offer.framework,
      measure: offer.measure,
      name: line?.name ?? known?.name ?? offer.measure,
      unit,
      quantity: offer.quantity,
      ...(known
        ? worthOf({ measure: known, unit })
        : { unitValuePence: null, basis: 'none', priceYear: null }),
    }
  })

const awardOf = async (
  { tx, evaluation }: Step,
  bid: Bid,
  bidder: Bidder,
  decidedOn: PlainDate,
): Promise<Award> => {
  const answers = await listAnswers(tx, evaluation.id, { bidId: bid.id })
  const judged = new Set(evaluation.criteria.filter(isJudged).map(({ name }) => name))
  return {
    id: newId(),
    evaluationId: evaluation.id,
    tenderId: evaluation.tenderId,
    purchaseId: evaluation.purchaseId,
    lot: bid.lot,
    lotName: evaluation.lots.find(({ code }) => code === bid.lot)?.name ?? '',
    bidId: bid.id,
    supplierId: bidder.supplierId,
    supplierName: bidder.name,
    supplierKey: bidder.supplierKey,
    pricePence: priceOf(evaluation, answers),
    decidedOn,
    signedOn: null,
    offers: offersFor(evaluation, answers),
    words: answers
      .filter(({ criterion, words }) => criterion !== null && judged.has(criterion) && words !== null)
      .map(({ criterion, words }) => ({ criterion: criterion ?? '', text: words ?? '' })),
  }
}

const tellLot = async (
  step: Step,
  { lot, content }: FrozenResult,
  bids: readonly Bid[],
  bidders: ReadonlyMap<string, Bidder>,
  sentOn: PlainDate,
): Promise<Award | null> => {
  const { tx, evaluation, of } = step
  const own = bids.filter((bid) => bid.lot === lot)
  const winner = own.find((bid) => bidderName(bid) === content.winner)
  const bidder = winner && bidders.get(winner.id)
  if (!winner || !bidder) return null
  const lotName = evaluation.lots.find(({ code }) => code === lot)?.name ?? ''
  const agreed = await listAgreed(tx, evaluation.id)
  const summaries = summariesOf(evaluation, { lot, lotName }, content, own, bidders, agreed)
  const sent = [...summaries].map(
    ([bidId, summary]): SentSummary => ({
      bidId,
      supplierId: bidders.get(bidId)?.supplierId ?? '',
      evaluationId: evaluation.id,
      lot,
      content: summary,
      sentOn,
    }),
  )
  await insertSummaries(tx, of.authority_id, sent)
  const award = await awardOf(step, winner, bidder, sentOn)
  await insertAward(tx, of.authority_id, award)
  return award
}

/**
 * Makes the approved decision known: every bidder gets its assessment summary, then the contract award notice is published
 * and the standstill runs (Procurement Act 2023 s.50 and s.51). `noticeOn` is the day of the notice, today or later.
 */
export const announceAward = (ctx: Context, id: string, noticeOn: PlainDate): Promise<Outcome> =>
  asLead(ctx, id, ['approval'], async (step) => {
    const { tx, evaluation } = step
    const on = today(ctx)
    if (noticeOn < on) return refuse('standstill-unknown')
    const results = await latestResults(tx, id)
    const number = results[0]?.number ?? 0
    if (!(await isResultApproved(tx, id, evaluation.valuePence, number))) return refuse('approvals-missing')
    const standstill = standstillOf(await findPurchase(tx, evaluation.purchaseId), noticeOn)
    if (standstill.contractFrom === null) return refuse('standstill-unknown')
    const bids = withDisregarded(await listBids(tx, id), await listLowPrices(tx, id))
    const bidders = await bidderOfBids(tx, id)
    for (const result of results) {
      const award = await tellLot(step, result, bids, bidders, on)
      if (!award) return refuse('no-winner', { lot: result.lot })
    }
    const { endsOn, contractFrom, words, provision } = standstill
    await setNotice(tx, id, { noticeOn, endsOn, contractFrom, words: `${words} (${provision})` })
    await setStage(tx, id, 'standstill')
    const facts = { notice: noticeOn, ends: endsOn, from: contractFrom, kind: standstill.kind }
    await recordAudit(tx, ctx, { name: 'AWARD_ANNOUNCED', subject: id, facts })
    await ctx.jobs.publish(tx, 'awardAnnounced', { evaluationId: id, authorityId: step.who.authorityId })
    return done
  })

/** The tender's own state follows: what the public reads of it stands there. */
const endTender = async (tx: Tx, tenderId: string): Promise<void> => {
  const tender = await findTender(tx as never, tenderId)
  if (tender) await changeTenderStatus(tx as never, tenderId, 'awarded')
}

/** Makes the award final, on the first day that the standstill allows or later. */
export const finishAward = (ctx: Context, id: string): Promise<Outcome> =>
  inEvaluation(ctx, id, ['standstill'], async ({ tx, evaluation, who }) => {
    // The command line speaks for the operator; people have to be the lead.
    if (who.personId !== null && who.personId !== evaluation.leadId) return refuse('not-the-lead')
    const on = today(ctx)
    const decision = decideFinal(evaluation, on)
    if (!decision.ok) return decision
    await setSigned(tx, id, on)
    await setStage(tx, id, 'awarded')
    await endTender(tx, evaluation.tenderId)
    for (const award of await listAwards(tx, id)) {
      const told = { authorityId: who.authorityId, tenderId: award.tenderId, awardId: award.id }
      await ctx.jobs.publish(tx, 'tenderAwarded', told)
      const facts = { lot: award.lot, supplier: award.supplierName, pricePence: award.pricePence }
      await recordAudit(tx, ctx, { name: 'TENDER_AWARDED', subject: id, facts })
    }
    return done
  })

/** Ends an evaluation without an award, at any time before it is final. The reason goes into the notice. */
export const cancelEvaluation = (ctx: Context, id: string, because: string): Promise<Outcome> =>
  asLead(
    ctx,
    id,
    ['preparing', 'scoring', 'moderation', 'approval', 'standstill'],
    async ({ tx, evaluation }) => {
      if (because.trim() === '') return refuse('reason-missing')
      await setStage(tx, id, 'cancelled', because.trim())
      // The public reads the reason on the tender, and everybody who bid is told. One that was cancelled there already stays so.
      const tender = await findTender(tx as never, evaluation.tenderId)
      if (tender?.status === 'opened') await cancelWithin(tx, ctx, tender.id, because.trim())
      await recordAudit(tx, ctx, {
        name: 'EVALUATION_CANCELLED',
        subject: id,
        facts: { because: because.trim() },
      })
      return done
    },
  )
