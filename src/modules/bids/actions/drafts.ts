import { actingAuthority } from '#identity'
import { contentOf, findPublicTender, type TendersTables } from '#tenders'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { BidId, BidRefusal, DraftAnswer, DraftAnswers } from '../model.ts'
import { hideDraft, markOf, revealDraft } from '../read-bid.ts'
import { decideSave, noteSaved, type Seen } from '../rules/saving.ts'
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
    const answers = hideDraft(ctx, id, { answers: {}, saved: {} })
    const begun = await putBid(tx, actingAuthority(ctx), { id, tenderId: tender.id, lot, changedAt, answers })
    if (begun === id)
      await recordAudit(tx, ctx, { name: 'BID_BEGUN', subject: id, facts: { tender: reference, lot } })
    return accept(begun)
  })

export type Conflict = {
  readonly code: string
  /** What somebody else has saved. */
  readonly theirs: DraftAnswer
  readonly by: string | null
  readonly at: string
}
export type Saved = { readonly revision: number; readonly conflicts: readonly Conflict[] }

const whoSaves = ({ actor }: Context): string | null => (actor.kind === 'person' ? actor.personId : null)

/**
 * Stores answers: those given take the place of what was there, the others stay. Nothing is refused by what it says; an answer
 * that somebody else has changed since it was `seen` is not overwritten, and comes back with theirs.
 */
export const saveAnswers = (
  ctx: Context,
  bidId: BidId,
  given: DraftAnswers,
  seen: Seen = {},
): Promise<Saved> =>
  inTransaction(ctx, async (tx: Writer<BidsTables>) => {
    const supplierId = actingAuthority(ctx)
    const bid = await lockBid(tx, supplierId, bidId)
    const { answers, saved } = revealDraft(ctx, bid)
    const { save, conflicts } = decideSave({ answers, saved, revision: bid.revision }, given, seen, markOf)
    const found = conflicts.map((code) => ({
      code,
      theirs: answers[code] ?? {},
      by: saved[code]?.by ?? null,
      at: saved[code]?.at ?? bid.changedAt.toISOString(),
    }))
    if (Object.keys(save).length === 0) return { revision: bid.revision, conflicts: found }
    const at = ctx.clock.now()
    const who = { by: whoSaves(ctx), at: at.toISOString(), form: seen.form }
    const content = { answers: { ...answers, ...save }, saved: noteSaved(saved, save, who, markOf) }
    await setAnswers(tx, supplierId, bidId, hideDraft(ctx, bidId, content), at)
    const revision = bid.revision + 1
    await recordAudit(tx, ctx, { name: 'BID_SAVED', subject: bidId, facts: { revision } })
    return { revision, conflicts: found }
  })
