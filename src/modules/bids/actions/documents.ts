import { actingAuthority } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { type Context, today } from '../../../platform/context.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { BID_LIMITS, type BidId, type BidRefusal, type DraftFile, type SupplierDocument } from '../model.ts'
import { readKept } from '../read-bid.ts'
import { hasEnded } from '../rules/documents.ts'
import { deleteFile, insertFile } from '../store/bids.ts'
import { insertDocument, listDocuments, type StoredDocument } from '../store/documents.ts'
import type { BidsTables } from '../tables.ts'
import { addFile, keepUpload, type Uploaded } from './files.ts'

export type NewDocument = Pick<SupplierDocument, 'kind' | 'title' | 'expiresOn'>

/** Keeps a document of the acting supplier, with the checks that every upload goes through; returns its id. */
export const addDocument = async (
  ctx: Context,
  document: NewDocument,
  upload: Uploaded,
): Promise<Decision<string, BidRefusal>> => {
  if (hasEnded(document.expiresOn, today(ctx))) return refuse('document-ended')
  const id = newId()
  const file = await keepUpload(ctx, { id, bidId: null, question: '' }, upload)
  if (file.refusedBecause !== '') return refuse('file-not-taken', { because: file.refusedBecause })
  return inTransaction(ctx, async (tx: Writer<BidsTables>) => {
    const supplierId = actingAuthority(ctx)
    if ((await listDocuments(tx, supplierId)).length >= BID_LIMITS.documents)
      return refuse('too-many-documents')
    await insertFile(tx, supplierId, file)
    await insertDocument(tx, supplierId, { id, ...document })
    const facts = { kind: document.kind, bytes: file.bytes }
    await recordAudit(tx, ctx, { name: 'SUPPLIER_DOCUMENT_ADDED', subject: id, facts })
    return accept(id)
  })
}

/** Takes a document away. Bids that it was added to keep it. */
export const removeDocument = async (ctx: Context, documentId: string): Promise<void> => {
  await inTransaction(ctx, async (tx: Writer<BidsTables>) => {
    const supplierId = actingAuthority(ctx)
    const known = (await listDocuments(tx, supplierId)).some(({ id }) => id === documentId)
    if (!known) throw new NotFound('There is no such document.')
    await deleteFile(tx, supplierId, documentId)
    await recordAudit(tx, ctx, { name: 'SUPPLIER_DOCUMENT_REMOVED', subject: documentId })
  })
}

/** A document of the acting supplier and its content. */
export const openDocument = async (
  ctx: Context,
  documentId: string,
): Promise<{ readonly document: StoredDocument; readonly content: Buffer }> => {
  const documents = await inReading(ctx, (db: Reader<BidsTables>) => listDocuments(db, actingAuthority(ctx)))
  const document = documents.find(({ id }) => id === documentId)
  if (!document) throw new NotFound('There is no such document.')
  return { document, content: await readKept(ctx, document.id, document.storedAs) }
}

/**
 * Adds a document to the answer of a question, as a file of the draft's own: it stays there when the document is taken away. It is
 * looked at again, as a scanner may know today what it did not know when the document came.
 */
export const addDocumentToBid = async (
  ctx: Context,
  bidId: BidId,
  question: string,
  documentId: string,
): Promise<Decision<DraftFile, BidRefusal>> => {
  const { document, content } = await openDocument(ctx, documentId)
  if (hasEnded(document.expiresOn, today(ctx))) return refuse('document-ended')
  return addFile(ctx, bidId, question, { name: document.name, content })
}
