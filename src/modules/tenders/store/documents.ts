import type { Reader, Writer } from '../../../platform/database.ts'
import type { TenderDocument } from '../model.ts'
import type { TendersTables } from '../tables.ts'

type Db = Reader<TendersTables>
type Tx = Writer<TendersTables>

/** All documents of a tender that the reader may see, those taken back among them. */
export const listDocuments = (db: Db, tenderId: string): Promise<TenderDocument[]> =>
  db
    .selectFrom('tenders.document')
    .select([
      'id',
      'tender_id as tenderId',
      'title',
      'file_hash as fileHash',
      'file_name as fileName',
      'content_type as contentType',
      'bytes',
      'scan',
      'from_version as fromVersion',
      'until_version as untilVersion',
      'added_at as addedAt',
    ])
    .where('tender_id', '=', tenderId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()

export const insertDocument = async (
  tx: Tx,
  authorityId: string,
  document: TenderDocument,
): Promise<void> => {
  await tx
    .insertInto('tenders.document')
    .values({
      authority_id: authorityId,
      id: document.id,
      tender_id: document.tenderId,
      title: document.title,
      file_hash: document.fileHash,
      file_name: document.fileName,
      content_type: document.contentType,
      bytes: document.bytes,
      scan: document.scan,
      from_version: document.fromVersion,
      until_version: document.untilVersion,
      added_at: document.addedAt,
    })
    .execute()
}

/** Publishes with a version what was added since the one before. */
export const publishDocuments = async (tx: Tx, tenderId: string, version: number): Promise<number> => {
  const { numUpdatedRows } = await tx
    .updateTable('tenders.document')
    .set({ from_version: version })
    .where('tender_id', '=', tenderId)
    .where('from_version', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Removes a document that was never published. */
export const deleteDocument = async (tx: Tx, id: string): Promise<void> => {
  await tx.deleteFrom('tenders.document').where('id', '=', id).where('from_version', 'is', null).execute()
}

export const endDocument = async (tx: Tx, id: string, version: number): Promise<void> => {
  await tx.updateTable('tenders.document').set({ until_version: version }).where('id', '=', id).execute()
}
