import { actingAuthority } from '#identity'
import { followPurchase } from '#procurement'
import { type Holders, makeTenderKey } from '#sealing'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { STATUS_MOVES, type Tender, type TenderRefusal, type TenderStatus } from '../model.ts'
import { readPublication } from '../read-publication.ts'
import { isOwnDraft, mayPublish } from '../rules/check-publication.ts'
import { publishDocuments } from '../store/documents.ts'
import { getTender, lockTender, setPublished, setStatus } from '../store/tenders.ts'
import { deleteDraft, findDraft, insertVersion } from '../store/versions.ts'
import type { TendersTables } from '../tables.ts'
import { announce } from './announce.ts'
import { editorOf } from './drafts.ts'

type Outcome = Decision<Tender, TenderRefusal>

type Key = { readonly keyId: string | null; readonly publicKey: string | null }
type MakeKey = (tx: Writer<TendersTables>, tender: Tender) => Promise<Decision<Key, TenderRefusal>>

export type Publishing = {
  /** The revision of the draft that the person saw. */
  readonly seen: number
  /** The two officers who will open the bids, and who stands in for one of them; each with an opening key. */
  readonly holders: Holders
}

/** Publishes a tender: makes the key that bids are sealed to, freezes the first version, and tells whoever listens. */
export const publishTender = (
  ctx: Context,
  tenderId: string,
  { seen, holders }: Publishing,
): Promise<Outcome> =>
  publishWith(ctx, tenderId, seen, async (tx, tender) => {
    const authorityId = actingAuthority(ctx)
    const made = { authorityId, holders, notBefore: tender.deadline, at: ctx.clock.now() }
    const key = await makeTenderKey(tx, made)
    return key.ok ? key : refuse('holders-missing')
  })

/** The same with a key made elsewhere; for builders of tests alone. */
export const publishWith = (
  ctx: Context,
  tenderId: string,
  seen: number,
  makeKey: MakeKey,
): Promise<Outcome> =>
  inTransaction<TendersTables, Outcome>(ctx, async (tx) => {
    const authorityId = actingAuthority(ctx)
    const tender = await lockTender(tx, authorityId, tenderId)
    if (tender.status !== 'draft') return refuse('status-not-next')
    const draft = await findDraft(tx, tenderId)
    if (draft?.revision !== seen) return refuse('draft-changed-meanwhile')
    const now = ctx.clock.now()
    const { law, checks } = await readPublication(tx, tender, draft.content, now)
    if (!mayPublish(checks)) return refuse('checks-stop')
    if (isOwnDraft(law, draft.editedBy, editorOf(ctx.actor))) return refuse('own-draft')
    const key = await makeKey(tx, tender)
    if (!key.ok) return key
    const { title, summary, deadline, questionDeadline } = tender
    await insertVersion(tx, authorityId, tenderId, {
      version: 1,
      content: draft.content,
      title,
      summary,
      deadline,
      questionDeadline,
      reason: '',
      changes: [],
      publishedAt: now,
    })
    await setPublished(tx, tenderId, { at: now, ...key.value })
    await publishDocuments(tx, tenderId, 1)
    await deleteDraft(tx, tenderId)
    await followPurchase(tx, ctx, tender.purchaseId, 'published')
    await recordAudit(tx, ctx, {
      name: 'TENDER_PUBLISHED',
      subject: tenderId,
      facts: {
        reference: tender.reference,
        title,
        deadline: deadline.toISOString(),
        criteria: draft.content.criteriaFingerprint,
      },
    })
    await announce(tx, ctx, tenderId, 'published')
    return accept(await getTender(tx, tenderId))
  })

/** Moves a tender on, in the transaction of its cause. Throws where the status cannot follow: the caller has decided already. */
export const changeTenderStatus = async <Tables>(
  writer: Writer<Tables>,
  tenderId: string,
  to: Exclude<TenderStatus, 'draft' | 'published'>,
): Promise<void> => {
  const tx = writer as unknown as Writer<TendersTables>
  const { status } = await getTender(tx, tenderId)
  if (!STATUS_MOVES[status].includes(to)) throw new Error(`a tender does not go from ${status} to ${to}`)
  await setStatus(tx, tenderId, to)
}
