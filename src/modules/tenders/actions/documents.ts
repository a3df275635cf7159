import { Readable } from 'node:stream'
import { actingAuthority } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { checkFile, safeFileName, scanFile } from '../../../platform/uploads/check-file.ts'
import { type FileRefusal, typeOfKind } from '../../../platform/uploads/file-kinds.ts'
import { TENDER_LIMITS, type TenderRefusal } from '../model.ts'
import { deleteDocument, endDocument, insertDocument, listDocuments } from '../store/documents.ts'
import { lockTender } from '../store/tenders.ts'
import type { TendersTables } from '../tables.ts'

type File = { readonly title: string; readonly name: string; readonly content: Buffer }
type Outcome = Decision<string, FileRefusal | TenderRefusal>

/** Adds a document; bidders see it with the next version that is published. Returns its id. */
export const addDocument = async (ctx: Context, tenderId: string, file: File): Promise<Outcome> => {
  const checked = await checkFile(file.content)
  if (!checked.ok) return checked
  const scanned = await scanFile(ctx.scannerUrl, checked.value.bytes)
  if (!scanned.ok) return scanned
  const { bytes, kind } = checked.value
  return inTransaction<TendersTables, Outcome>(ctx, async (tx) => {
    const authorityId = actingAuthority(ctx)
    const tender = await lockTender(tx, authorityId, tenderId)
    if (tender.status !== 'draft' && tender.status !== 'published') return refuse('status-not-next')
    if ((await listDocuments(tx, tenderId)).length >= TENDER_LIMITS.documents) return refuse('too-much')
    const stored = await ctx.files.put(Readable.from([bytes]))
    const id = newId()
    await insertDocument(tx, authorityId, {
      id,
      tenderId,
      title: file.title,
      fileHash: stored.hash,
      fileName: safeFileName(file.name, kind),
      contentType: typeOfKind(kind).contentType,
      bytes: stored.bytes,
      scan: scanned.value,
      fromVersion: null,
      untilVersion: null,
      addedAt: ctx.clock.now(),
    })
    const facts = { title: file.title, bytes: stored.bytes, hash: stored.hash, scan: scanned.value }
    await recordAudit(tx, ctx, { name: 'TENDER_DOCUMENT_ADDED', subject: tenderId, facts })
    return accept(id)
  })
}

/** Takes a document out: one that nobody saw is gone, a published one ends with the next version and can still be read. */
export const removeDocument = (ctx: Context, tenderId: string, documentId: string): Promise<void> =>
  inTransaction<TendersTables, void>(ctx, async (tx) => {
    const tender = await lockTender(tx, actingAuthority(ctx), tenderId)
    const document = (await listDocuments(tx, tenderId)).find(({ id }) => id === documentId)
    if (!document) throw new NotFound('There is no such document.')
    if (document.fromVersion === null) await deleteDocument(tx, documentId)
    else await endDocument(tx, documentId, tender.version + 1)
    const facts = { title: document.title, hash: document.fileHash }
    await recordAudit(tx, ctx, { name: 'TENDER_DOCUMENT_REMOVED', subject: tenderId, facts })
  })
