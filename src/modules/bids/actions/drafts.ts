import { actingAuthority } from '#identity'
import { contentOf, findPublicTender, type TendersTables } from '#tenders'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { BidId, BidRefusal, DraftAnswers } from '../model.ts'
import { hideAnswers, revealAnswers } from '../read-bid.ts'
import { lockBid, putBid, setAnswers } from '../store/bids.ts'
import type { BidsTables } from '../tables.ts'

/** Begins a bid for a lot of a published tender; gives the one that is there where it was begun already. */
export const startBid = (
  ctx: Context,
  reference: string,
  lot: string,
): Promise<Decision<BidId, BidRefusal>> =>
  inTransaction(ctx, async (tx: Writer<BidsTables>) => {
    const tenders = tx as unknown as Reader<TendersTables>
    const tender = await findPublicTender(tenders, reference)
    if (!tender) throw new NotFound('There is no such tender.')
    const { lots } = await contentOf(tenders, tender.id, tender.version)
    if (!lots.some(({ code }) => code === lot)) return refuse('no-such-lot')
    if (tender.publicKey === null) return refuse('tender-not-sealed')
    if (tender.status !== 'published' || ctx.clock.now() >= tender.deadline) return refuse('deadline-passed')
    const id: BidId = newId()
    const changedAt = ctx.clock.now()
    const answers = hideAnswers(ctx, id, {})
    const begun = await putBid(tx, actingAuthority(ctx), { id, tenderId: tender.id, lot, changedAt, answers })
    if (begun === id)
      await recordAudit(tx, ctx, { name: 'BID_BEGUN', subject: id, facts: { tender: reference, lot } })
    return accept(begun)
  })

/** Stores answers: those given take the place of what was there, the others stay. Nothing is refused but by its size. */
export const saveAnswers = (ctx: Context, bidId: BidId, given: DraftAnswers): Promise<{ revision: number }> =>
  inTransaction(ctx, async (tx: Writer<BidsTables>) => {
    const supplierId = actingAuthority(ctx)
    const bid = await lockBid(tx, supplierId, bidId)
    const before = revealAnswers(ctx, bid)
    const answers = { ...before, ...given }
    if (JSON.stringify(answers) === JSON.stringify(before)) return { revision: bid.revision }
    await setAnswers(tx, supplierId, bidId, hideAnswers(ctx, bidId, answers), ctx.clock.now())
    const facts = { revision: bid.revision + 1 }
    await recordAudit(tx, ctx, { name: 'BID_SAVED', subject: bidId, facts })
    return facts
  })
