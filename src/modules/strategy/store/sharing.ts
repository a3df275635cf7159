import type { Reader, Writer } from '../../../platform/database.ts'
import type { SharedPriority } from '../model.ts'
import type { StrategyTables } from '../tables.ts'

const selectShared = (db: Reader<StrategyTables>) =>
  db
    .selectFrom('strategy.shared_priority')
    .select([
      'id',
      'authority_id as authorityId',
      'priority_id as priorityId',
      'version',
      'organisation_name as organisationName',
      'document_title as documentTitle',
      'content',
      'shared_at as sharedAt',
    ])

/** What any authority has shared, newest first. */
export const listShared = (db: Reader<StrategyTables>): Promise<SharedPriority[]> =>
  selectShared(db).orderBy('shared_at', 'desc').orderBy('id').execute()

export const findShared = (db: Reader<StrategyTables>, id: string): Promise<SharedPriority | undefined> =>
  selectShared(db).where('id', '=', id).executeTakeFirst()

export const insertShared = async (
  tx: Writer<StrategyTables>,
  shared: SharedPriority & { readonly documentId: string },
): Promise<void> => {
  await tx
    .insertInto('strategy.shared_priority')
    .values({
      authority_id: shared.authorityId,
      id: shared.id,
      priority_id: shared.priorityId,
      document_id: shared.documentId,
      version: shared.version,
      organisation_name: shared.organisationName,
      document_title: shared.documentTitle,
      content: JSON.stringify(shared.content) as never,
      shared_at: shared.sharedAt,
    })
    .execute()
}
