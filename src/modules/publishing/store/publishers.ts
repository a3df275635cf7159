import type { Reader, Writer } from '../../../platform/database.ts'
import type { PublishingTables } from '../tables.ts'

export type Publisher = {
  readonly authorityId: string
  readonly ocidPrefix: string
  readonly grantsPrefix: string | null
  readonly orgId: string
  readonly contact: string
  readonly openedAt: Date
  readonly openedBy: string
}

/** Who publishes, the longest first. */
export const listPublishers = (db: Reader<PublishingTables>): Promise<Publisher[]> =>
  db
    .selectFrom('publishing.publisher')
    .select([
      'authority_id as authorityId',
      'ocid_prefix as ocidPrefix',
      'grants_prefix as grantsPrefix',
      'org_id as orgId',
      'contact',
      'opened_at as openedAt',
      'opened_by as openedBy',
    ])
    .orderBy('opened_at')
    .orderBy('authority_id')
    .execute()

export const findPublisher = async (
  db: Reader<PublishingTables>,
  authorityId: string,
): Promise<Publisher | undefined> =>
  (await listPublishers(db)).find((each) => each.authorityId === authorityId)

/** Opens an authority's publication, or changes how others may write to it. */
export const savePublisher = async (
  tx: Writer<PublishingTables>,
  { authorityId, ...publisher }: Publisher,
): Promise<void> => {
  await tx
    .insertInto('publishing.publisher')
    .values({
      authority_id: authorityId,
      ocid_prefix: publisher.ocidPrefix,
      grants_prefix: publisher.grantsPrefix,
      org_id: publisher.orgId,
      contact: publisher.contact,
      opened_at: publisher.openedAt,
      opened_by: publisher.openedBy,
    })
    .onConflict((conflict) =>
      conflict
        .column('authority_id')
        .doUpdateSet({ contact: publisher.contact, grants_prefix: publisher.grantsPrefix }),
    )
    .execute()
}
