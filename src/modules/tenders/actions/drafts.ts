import { actingAuthority, findOrganisation, type IdentityTables } from '#identity'
import { listPlaces, type PlacesTables } from '#places'
import {
  findAsk,
  getPurchase,
  latestRevision,
  type ProcurementTables,
  type Purchase,
  wholeValue,
} from '#procurement'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Actor, Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { plainDateOf } from '../../../platform/views/formatters.ts'
import { STANDARD_TEXTS } from '../messages/standard-questions.ts'
import { type Tender, type TenderContent, type TenderRefusal, type TenderText } from '../model.ts'
import { decideContent } from '../rules/content.ts'
import { contentFromAsk } from '../rules/content-from-ask.ts'
import { firstDeadlines } from '../rules/first-deadlines.ts'
import { referencePrefix } from '../rules/reference.ts'
import {
  deleteTender,
  findTenderOfPurchase,
  getTender,
  insertTender,
  lockTender,
  nextReference,
  setTexts,
} from '../store/tenders.ts'
import { contentOf, deleteDraft, findDraft, putDraft } from '../store/versions.ts'
import type { TendersTables } from '../tables.ts'

type Tables = TendersTables & ProcurementTables & IdentityTables & PlacesTables
type Tx = Writer<TendersTables>

/** Who edits or publishes, to tell two people apart. */
export const editorOf = (actor: Actor): string => (actor.kind === 'person' ? actor.personId : actor.kind)

const placeNameOf = async (tx: Writer<Tables>, authorityId: string, purchase: Purchase): Promise<string> => {
  const places = await listPlaces(tx, authorityId)
  return places
    .filter(({ id }) => purchase.placeIds.includes(id))
    .map(({ name }) => name)
    .join(', ')
}

/** The eight digits of a CPV code in the facts of a purchase; empty where there are none. */
const categoryOf = ({ facts }: Purchase): string =>
  /\d{8}/.exec(String([facts.cpv ?? ''].flat()[0]))?.[0] ?? ''

/** Begins the tender of a purchase whose ask is ready: lots, questions and criteria are made from the ask. */
export const beginTender = (ctx: Context, purchaseId: string): Promise<Decision<Tender, TenderRefusal>> =>
  inTransaction<Tables, Decision<Tender, TenderRefusal>>(ctx, async (tx) => {
    const authorityId = actingAuthority(ctx)
    const purchase = await getPurchase(tx, purchaseId)
    if (await findTenderOfPurchase(tx, purchaseId)) return refuse('purchase-already-tendered')
    const [ask, revision] = [await findAsk(tx, purchaseId), await latestRevision(tx, purchaseId)]
    if (ask?.status !== 'ready' || ask.fingerprint === null || !revision) return refuse('ask-not-ready')
    const now = ctx.clock.now()
    const slug = (await findOrganisation(tx, authorityId))?.slug ?? 'tender'
    const id = newId()
    await insertTender(tx, {
      id,
      authorityId,
      purchaseId,
      reference: await nextReference(tx, referencePrefix(slug), Number(plainDateOf(now).slice(0, 4))),
      title: purchase.title,
      summary: purchase.purpose,
      category: categoryOf(purchase),
      placeName: await placeNameOf(tx, authorityId, purchase),
      valuePence: wholeValue(purchase) ?? 0,
      ...firstDeadlines(now),
      createdAt: now,
    })
    const content = contentFromAsk(revision.content, ask.fingerprint, STANDARD_TEXTS)
    await putDraft(tx, authorityId, id, {
      revision: 1,
      content,
      editedBy: editorOf(ctx.actor),
      editedAt: now,
    })
    const tender = await getTender(tx, id)
    const facts = { reference: tender.reference, title: tender.title, purchase: purchase.number }
    await recordAudit(tx, ctx, { name: 'TENDER_BEGUN', subject: id, facts })
    return accept(tender)
  })

export type DraftEdit = {
  /** The revision that the person saw; 0 where a published tender has no draft of its next version yet. */
  readonly seen: number
  /** Before publication only: what is published changes by an amendment. */
  readonly text?: Partial<TenderText> | undefined
  readonly change?: ((content: TenderContent) => TenderContent) | undefined
}

const currentContent = async (tx: Tx, tender: Tender): Promise<TenderContent> =>
  (await findDraft(tx, tender.id))?.content ?? contentOf(tx, tender.id, tender.version)

/** Changes the draft of a tender, or of the next version of a published one; returns its revision. */
export const changeDraft = (
  ctx: Context,
  tenderId: string,
  edit: DraftEdit,
): Promise<Decision<number, TenderRefusal>> =>
  inTransaction<TendersTables, Decision<number, TenderRefusal>>(ctx, async (tx) => {
    const authorityId = actingAuthority(ctx)
    const tender = await lockTender(tx, authorityId, tenderId)
    if (tender.status !== 'draft' && tender.status !== 'published') return refuse('status-not-next')
    if (tender.status === 'published' && edit.text) return refuse('status-not-next')
    const before = await findDraft(tx, tenderId)
    if ((before?.revision ?? 0) !== edit.seen) return refuse('draft-changed-meanwhile')
    const content = await currentContent(tx, tender)
    const decision = decideContent(edit.change ? edit.change(content) : content)
    if (!decision.ok) return decision
    if (edit.text) await setTexts(tx, tenderId, { ...tender, ...edit.text })
    const revision = edit.seen + 1
    await putDraft(tx, authorityId, tenderId, {
      revision,
      content: decision.value,
      editedBy: editorOf(ctx.actor),
      editedAt: ctx.clock.now(),
    })
    const facts = { reference: tender.reference, revision, texts: Object.keys(edit.text ?? {}).join(', ') }
    await recordAudit(tx, ctx, { name: 'TENDER_DRAFT_CHANGED', subject: tenderId, facts })
    return accept(revision)
  })

/** Throws a draft away: of a tender that nobody has seen, the tender with it; of the next version, only that. */
export const dropDraft = (ctx: Context, tenderId: string): Promise<Decision<null, TenderRefusal>> =>
  inTransaction<TendersTables, Decision<null, TenderRefusal>>(ctx, async (tx) => {
    const tender = await lockTender(tx, actingAuthority(ctx), tenderId)
    await deleteDraft(tx, tenderId)
    if (tender.status === 'draft') await deleteTender(tx, tenderId)
    const facts = { reference: tender.reference, version: tender.version }
    await recordAudit(tx, ctx, { name: 'TENDER_DRAFT_DROPPED', subject: tenderId, facts })
    return accept(null)
  })
