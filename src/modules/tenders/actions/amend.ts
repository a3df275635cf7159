import { actingAuthority } from '#identity'
import { fingerprintOf } from '#procurement'
import { postponeOpening } from '#sealing'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { VERSION_WORDS } from '../messages/version-words.ts'
import type { Change, Tender, TenderContent, TenderRefusal } from '../model.ts'
import { decideAmendment } from '../rules/amendment.ts'
import { compareVersions } from '../rules/compare-versions.ts'
import { listDocuments, publishDocuments } from '../store/documents.ts'
import { getTender, lockTender, setDeadline, setTexts, setVersion } from '../store/tenders.ts'
import { contentOf, deleteDraft, findDraft, hasBids, insertVersion } from '../store/versions.ts'
import type { TendersTables } from '../tables.ts'
import { announce } from './announce.ts'

export type AmendmentDraft = {
  /** The revision of the draft that the person saw; 0 where only documents or texts change. */
  readonly seen: number
  readonly title?: string | undefined
  readonly summary?: string | undefined
  readonly reason: string
  /** A later deadline; null leaves it, where there is time enough. */
  readonly deadline: Date | null
}

/** What the next version would change: the draft, and documents that were added or are to be taken back. */
export const readChanges = async (
  db: Reader<TendersTables>,
  tender: Tender,
  texts: { readonly title?: string | undefined; readonly summary?: string | undefined } = {},
): Promise<{ readonly content: TenderContent; readonly changes: readonly Change[] }> => {
  const before = await contentOf(db, tender.id, tender.version)
  const content = (await findDraft(db, tender.id))?.content ?? before
  const documents = await listDocuments(db, tender.id)
  const named = (held: typeof documents) =>
    held.map(({ title, fileHash }) => `${title} (${fileHash.slice(0, 8)})`)
  const current = documents.filter(
    ({ fromVersion, untilVersion }) =>
      fromVersion !== null && (untilVersion === null || untilVersion > tender.version),
  )
  const next = documents.filter(({ untilVersion }) => untilVersion === null)
  const changes = compareVersions(
    { title: tender.title, summary: tender.summary, content: before, documents: named(current) },
    {
      title: texts.title ?? tender.title,
      summary: texts.summary ?? tender.summary,
      content,
      documents: named(next),
    },
    VERSION_WORDS,
  )
  return { content, changes }
}

/** New criteria bear a new fingerprint, worked out as `goldthread score` does. */
const withFingerprint = (content: TenderContent): Decision<TenderContent, TenderRefusal> => {
  const fingerprint = fingerprintOf(content.criteria)
  return fingerprint === null
    ? refuse('criteria-unreadable')
    : accept({ ...content, criteriaFingerprint: fingerprint })
}

const writeVersion = async (
  tx: Writer<TendersTables>,
  tender: Tender,
  written: {
    readonly content: TenderContent
    readonly changes: readonly Change[]
    readonly reason: string
    readonly at: Date
  },
): Promise<void> => {
  const { id, authorityId, title, summary, deadline, questionDeadline } = tender
  const { content, changes, reason, at } = written
  const version = tender.version + 1
  const texts = { title, summary, deadline, questionDeadline }
  await insertVersion(tx, authorityId, id, { version, content, ...texts, reason, changes, publishedAt: at })
  await setVersion(tx, id, version)
  await publishDocuments(tx, id, version)
  await deleteDraft(tx, id)
}

/** Publishes the next version of a tender, with its reason and, where too little time is left, a later deadline. */
export const amendTender = (
  ctx: Context,
  tenderId: string,
  draft: AmendmentDraft,
): Promise<Decision<Tender, TenderRefusal>> =>
  inTransaction<TendersTables, Decision<Tender, TenderRefusal>>(ctx, async (tx) => {
    const authorityId = actingAuthority(ctx)
    const tender = await lockTender(tx, authorityId, tenderId)
    if (tender.status !== 'published') return refuse('not-published')
    if (((await findDraft(tx, tenderId))?.revision ?? 0) !== draft.seen)
      return refuse('draft-changed-meanwhile')
    const { content, changes } = await readChanges(tx, tender, draft)
    const now = ctx.clock.now()
    const { reason, deadline } = draft
    const bids = await hasBids(tx, tenderId)
    const decision = decideAmendment({ tender, changes, hasBids: bids, reason, deadline, now })
    if (!decision.ok) return decision
    const printed = withFingerprint(content)
    if (!printed.ok) return printed
    const texts = { title: draft.title ?? tender.title, summary: draft.summary ?? tender.summary }
    const after = { ...tender, ...texts, ...decision.value }
    await setTexts(tx, tenderId, after)
    await setDeadline(tx, tenderId, after.deadline, after.questionDeadline)
    if (tender.keyId !== null) await postponeOpening(tx, authorityId, tender.keyId, after.deadline)
    await writeVersion(tx, after, { content: printed.value, changes, reason, at: now })
    await recordAudit(tx, ctx, {
      name: 'TENDER_AMENDED',
      subject: tenderId,
      facts: {
        reference: tender.reference,
        version: tender.version + 1,
        changes: changes.length,
        reason,
        deadline: after.deadline.toISOString(),
        criteria: printed.value.criteriaFingerprint,
      },
    })
    await announce(tx, ctx, tenderId, 'amended')
    return accept(await getTender(tx, tenderId))
  })
