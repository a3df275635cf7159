import type { Reader, Writer } from '../../../platform/database.ts'
import type { PublishingTables } from '../tables.ts'

export const DATASETS = ['spend', 'contracts', 'grants', 'grants-360', 'grants-360-csv'] as const
export type DatasetName = (typeof DATASETS)[number]

/** A data set as it was published once. */
export type Edition = {
  readonly authorityId: string
  readonly dataset: DatasetName
  /** `2026-10`, `2026/27` or `2026-Q3`, as the data set is published. */
  readonly period: string
  readonly number: number
  readonly fileHash: string
  readonly fileBytes: number
  readonly contentType: string
  readonly rows: number
  readonly redacted: number
  readonly toReview: number
  readonly publishedAt: Date
  readonly publishedBy: string
}

/** Editions of an authority, or of all: newest periods first, newest edition of a period first. */
export const listEditions = async (
  db: Reader<PublishingTables>,
  authorityId: string | null,
): Promise<Edition[]> => {
  const rows = await db
    .selectFrom('publishing.edition')
    .selectAll()
    .$if(authorityId !== null, (query) => query.where('authority_id', '=', authorityId ?? ''))
    .orderBy('authority_id')
    .orderBy('dataset')
    .orderBy('period', 'desc')
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({
    authorityId: row.authority_id,
    dataset: row.dataset as DatasetName,
    period: row.period,
    number: row.number,
    fileHash: row.file_hash,
    fileBytes: row.file_bytes,
    contentType: row.content_type,
    rows: row.rows,
    redacted: row.redacted,
    toReview: row.to_review,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
  }))
}

export const insertEdition = async (tx: Writer<PublishingTables>, edition: Edition): Promise<void> => {
  await tx
    .insertInto('publishing.edition')
    .values({
      authority_id: edition.authorityId,
      dataset: edition.dataset,
      period: edition.period,
      number: edition.number,
      file_hash: edition.fileHash,
      file_bytes: edition.fileBytes,
      content_type: edition.contentType,
      rows: edition.rows,
      redacted: edition.redacted,
      to_review: edition.toReview,
      published_at: edition.publishedAt,
      published_by: edition.publishedBy,
    })
    .execute()
}
