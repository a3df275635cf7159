import type { OrganisationId } from '#identity'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { DocumentReminderMark, SupplierDocument } from '../model.ts'
import type { BidsTables } from '../tables.ts'

type Db = Reader<BidsTables>

/** A document with where its encrypted content is kept. */
export type StoredDocument = SupplierDocument & { readonly storedAs: string }

/** The documents of the acting supplier, by kind and title. */
export const listDocuments = async (db: Db, supplierId: OrganisationId): Promise<StoredDocument[]> =>
  (
    await db
      .selectFrom('bids.document as d')
      .innerJoin('bids.file as f', (join) =>
        join.onRef('f.authority_id', '=', 'd.authority_id').onRef('f.id', '=', 'd.file_id'),
      )
      .select([
        'd.file_id as id',
        'd.kind',
        'd.title',
        'd.expires_on as expiresOn',
        'f.name',
        'f.bytes',
        'f.scan',
        'f.added_at as addedAt',
        'f.stored_as as storedAs',
      ])
      .where('d.authority_id', '=', supplierId)
      .orderBy('d.kind')
      .orderBy('d.title')
      .orderBy('d.file_id')
      .execute()
  ).map(({ storedAs, ...document }) => ({ ...document, storedAs: storedAs ?? '' }))

/** Makes a file of no bid a document of the profile. */
export const insertDocument = async (
  tx: Writer<BidsTables>,
  supplierId: OrganisationId,
  { id, kind, title, expiresOn }: Pick<SupplierDocument, 'id' | 'kind' | 'title' | 'expiresOn'>,
): Promise<void> => {
  await tx
    .insertInto('bids.document')
    .values({ authority_id: supplierId, file_id: id, kind, title, expires_on: expiresOn })
    .execute()
}

/** Which letters about documents were sent, by document. */
export const listDocumentReminders = async (
  db: Db,
  supplierId: OrganisationId,
): Promise<ReadonlyMap<string, readonly DocumentReminderMark[]>> => {
  const rows = await db
    .selectFrom('bids.document_reminder')
    .select(['file_id', 'mark'])
    .where('authority_id', '=', supplierId)
    .orderBy('file_id')
    .orderBy('mark')
    .execute()
  const sent = new Map<string, DocumentReminderMark[]>()
  for (const { file_id, mark } of rows) sent.set(file_id, [...(sent.get(file_id) ?? []), mark])
  return sent
}

/** Notes letters as sent; gives how many were not noted before. */
export const insertDocumentReminders = async (
  tx: Writer<BidsTables>,
  supplierId: OrganisationId,
  marks: readonly { readonly fileId: string; readonly mark: DocumentReminderMark }[],
  at: Date,
): Promise<number> => {
  const written = await tx
    .insertInto('bids.document_reminder')
    .values(
      marks.map(({ fileId, mark }) => ({ authority_id: supplierId, file_id: fileId, mark, sent_at: at })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('mark')
    .execute()
  return written.length
}
