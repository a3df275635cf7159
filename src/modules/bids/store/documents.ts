import type { OrganisationId } from '#identity'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { SupplierDocument } from '../model.ts'
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
