import { z } from 'zod'
import { actingAuthority } from '#identity'
import { parsePlainDate } from '../../../kernel/plain-date.ts'
import type { Reader } from '../../../platform/database.ts'
import { download, json } from '../../../platform/http/answer.ts'
import type { ApiRoute } from '../../../platform/http/route.ts'
import { readUpload } from '../../../platform/http/upload-content.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { addDocument, addDocumentToBid, openDocument, removeDocument } from '../actions/documents.ts'
import { bidSentence } from '../messages.ts'
import { BID_LIMITS, DOCUMENT_KINDS, type DocumentKind } from '../model.ts'
import { listDocuments } from '../store/documents.ts'
import type { BidsTables } from '../tables.ts'
import { idIn, own, refused, text } from './own.ts'

const KINDS = Object.keys(DOCUMENT_KINDS) as [DocumentKind, ...DocumentKind[]]
const About = z.object({
  kind: z.enum(KINDS),
  title: text.trim().min(1).max(120),
  expiresOn: text
    .refine((day) => parsePlainDate(day) !== undefined, 'a day like 2027-06-30')
    .optional()
    .describe('the last day on which it holds'),
})
const DOCUMENTS = '/api/v1/supplier-documents'

export const documentRoutes: readonly ApiRoute[] = [
  own({
    method: 'GET',
    path: DOCUMENTS,
    audit: 'SUPPLIER_DOCUMENTS_READ',
    summary: 'The documents that your organisation keeps for its bids',
    answer: z.object({ documents: z.array(z.unknown()) }),
    handle: async ({ ctx }) => {
      const found = await inReading(ctx, (db: Reader<BidsTables>) => listDocuments(db, actingAuthority(ctx)))
      return json({ documents: found.map(({ storedAs: _storedAs, ...document }) => document) })
    },
  }),
  own({
    method: 'POST',
    path: DOCUMENTS,
    audit: 'SUPPLIER_DOCUMENT_ADDED',
    summary: 'Keep a document; what it is stands in the query, the file in the form',
    query: About,
    takesFile: true,
    answer: z.object({ id: text }),
    handle: async ({ ctx, query, upload }) => {
      const { kind, title, expiresOn } = query as z.output<typeof About>
      if (!upload) return refused('Send a file', 'no-file')
      const content = await readUpload(upload, BID_LIMITS.fileBytes)
      const about = { kind, title, expiresOn: expiresOn ?? null }
      const added = await addDocument(ctx, about, { name: upload.name, content })
      return added.ok ? json({ id: added.value }, 201) : refused(bidSentence(added), added.refusal)
    },
  }),
  own({
    method: 'GET',
    path: `${DOCUMENTS}/:documentId`,
    audit: 'SUPPLIER_DOCUMENT_READ',
    summary: 'The file of a document',
    answer: z.any(),
    handle: async ({ ctx, params }) => {
      const { document, content } = await openDocument(ctx, idIn(params, 'documentId'))
      return download(document.name, 'application/octet-stream', content)
    },
  }),
  own({
    method: 'DELETE',
    path: `${DOCUMENTS}/:documentId`,
    audit: 'SUPPLIER_DOCUMENT_REMOVED',
    summary: 'Take a document away; bids that it was added to keep it',
    answer: z.object({ removed: z.boolean() }),
    handle: async ({ ctx, params }) => {
      await removeDocument(ctx, idIn(params, 'documentId'))
      return json({ removed: true })
    },
  }),
  own({
    method: 'POST',
    path: '/api/v1/bids/:bidId/files/:question/document',
    audit: 'BID_FILE_ADDED',
    summary: 'Add a document that you keep to the answer of a question',
    body: z.object({ document: text.refine(isId, 'the id of a document') }),
    answer: z.object({ id: text, name: text, refusedBecause: text }),
    handle: async ({ ctx, params, body }) => {
      const { document } = body as { document: string }
      const added = await addDocumentToBid(ctx, idIn(params, 'bidId'), params.question ?? '', document)
      if (!added.ok) return refused(bidSentence(added), added.refusal)
      const { id, name, refusedBecause } = added.value
      return json({ id, name, refusedBecause }, refusedBecause === '' ? 201 : 422)
    },
  }),
]
