import type { Reader, Writer } from '../../../platform/database.ts'
import type { ReferenceKind } from '../model/adaptation.ts'
import type { Reference } from '../model/reference.ts'
import { REFERENCE } from '../reference/loaded.ts'
import { type ReferenceSet, withSets } from '../rules/reference-sets.ts'
import type { MeasuresTables } from '../tables.ts'

/** The sets that count for the acting authority: of each kind its own newest, else the newest that all share. */
export const listCountingSets = async (db: Reader<MeasuresTables>): Promise<ReferenceSet[]> => {
  const rows = await db
    .selectFrom('measures.reference_set')
    .selectAll()
    .distinctOn('kind')
    .orderBy('kind')
    .orderBy((eb) => eb('authority_id', 'is not', null), 'desc')
    .orderBy('added_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(
    (row) =>
      ({
        kind: row.kind,
        source: row.source,
        content: row.content,
        isOwn: row.authority_id !== null,
        fileName: row.file_name,
        addedAt: row.added_at,
      }) as ReferenceSet,
  )
}

/** The reference data as it counts for the acting authority: what ships, with what was imported in its place. */
export const readReference = async (db: Reader<MeasuresTables>): Promise<Reference> =>
  withSets(REFERENCE, await listCountingSets(db))

export const insertReferenceSet = async (
  tx: Writer<MeasuresTables>,
  row: {
    readonly id: string
    readonly authorityId: string | null
    readonly kind: ReferenceKind
    readonly source: object
    readonly content: object
    readonly fileName: string
    readonly addedAt: Date
    readonly addedBy: string
  },
): Promise<void> => {
  await tx
    .insertInto('measures.reference_set')
    .values({
      id: row.id,
      authority_id: row.authorityId,
      kind: row.kind,
      source: JSON.stringify(row.source),
      content: JSON.stringify(row.content),
      file_name: row.fileName,
      added_at: row.addedAt,
      added_by: row.addedBy,
    })
    .execute()
}
