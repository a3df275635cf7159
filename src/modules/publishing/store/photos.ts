import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { PublishingTables } from '../tables.ts'

type Db = Reader<PublishingTables>

type StoredPicture = {
  readonly fileHash: string
  readonly bytes: number
  readonly width: number
  readonly height: number
}

/** An approved photo as it goes out: whole, and small for the page. */
export type PhotoFile = StoredPicture & {
  readonly contentType: 'image/jpeg' | 'image/png'
  readonly small: StoredPicture
}

export type PhotoDecision = {
  readonly evidenceId: string
  readonly deliveryId: string
  readonly isApproved: boolean
  readonly alternative: string
  /** Null for one that is not published. */
  readonly file: PhotoFile | null
  readonly decidedBy: string
  readonly decidedAt: Date
}

/** What was decided on the acting authority's photos. */
export const listPhotoDecisions = async (
  db: Db,
  authorityId: string,
): Promise<Omit<PhotoDecision, 'file'>[]> =>
  db
    .selectFrom('publishing.photo')
    .select([
      'evidence_id as evidenceId',
      'delivery_id as deliveryId',
      'is_approved as isApproved',
      'alternative',
      'decided_by as decidedBy',
      'decided_at as decidedAt',
    ])
    .where('authority_id', '=', authorityId)
    .orderBy('evidence_id')
    .execute()

export const savePhotoDecision = async (
  tx: Writer<PublishingTables>,
  authorityId: string,
  { evidenceId, deliveryId, file, ...decision }: PhotoDecision,
): Promise<void> => {
  const columns = {
    is_approved: decision.isApproved,
    alternative: decision.alternative,
    file_hash: file?.fileHash ?? null,
    content_type: file?.contentType ?? null,
    bytes: file?.bytes ?? null,
    width: file?.width ?? null,
    height: file?.height ?? null,
    small_hash: file?.small.fileHash ?? null,
    small_bytes: file?.small.bytes ?? null,
    small_width: file?.small.width ?? null,
    small_height: file?.small.height ?? null,
    decided_by: decision.decidedBy,
    decided_at: decision.decidedAt,
  }
  await tx
    .insertInto('publishing.photo')
    .values({ authority_id: authorityId, evidence_id: evidenceId, delivery_id: deliveryId, ...columns })
    .onConflict((conflict) => conflict.columns(['authority_id', 'evidence_id']).doUpdateSet(columns))
    .execute()
}

export type PublicPhoto = StoredPicture & {
  readonly contentType: PhotoFile['contentType']
  readonly id: string
  readonly deliveryId: string
  readonly alternative: string
  /** Null for one that was approved before there were small ones. */
  readonly small: StoredPicture | null
}

/**
 * Approved photos of deliveries whose verified outcome is published with its story; of one photo, or of some deliveries.
 * A story that is not out, or no longer, takes its photos with it.
 */
const selectPublic = async (db: Db, authorityId: string, which: ReturnType<typeof sql>) => {
  const { rows } = await sql<PublicPhoto>`
    select photo.evidence_id as id, photo.delivery_id as "deliveryId", photo.alternative,
      photo.file_hash as "fileHash", photo.content_type as "contentType", photo.bytes, photo.width, photo.height,
      case when photo.small_hash is not null then json_build_object('fileHash', photo.small_hash,
        'bytes', photo.small_bytes, 'width', photo.small_width, 'height', photo.small_height) end as small
    from publishing.photo photo
    where photo.authority_id = ${authorityId}::uuid and photo.is_approved and ${which}
      and exists (select from publishing.outcome outcome where outcome.authority_id = photo.authority_id
        and outcome.id = photo.delivery_id::text and outcome.story is not null and outcome.verified > 0)
    order by photo.delivery_id, photo.evidence_id`.execute(db)
  return rows
}

export const listPublicPhotos = (
  db: Db,
  authorityId: string,
  deliveryIds: readonly string[],
): Promise<PublicPhoto[]> =>
  selectPublic(db, authorityId, sql`photo.delivery_id::text = any(${[...deliveryIds]}::text[])`)

export const findPublicPhoto = async (
  db: Db,
  authorityId: string,
  id: string,
): Promise<PublicPhoto | undefined> =>
  (await selectPublic(db, authorityId, sql`photo.evidence_id = ${id}::uuid`))[0]
