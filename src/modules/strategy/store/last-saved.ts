import type { Reader, Writer } from '../../../platform/database.ts'
import type { StrategyTables } from '../tables.ts'
import type { Key } from './documents.ts'

export type Saver = { readonly by: string; readonly at: Date }

/** Who wrote a part of a version last, and when; undefined where that was not noted. */
export const lastSaved = (
  db: Reader<StrategyTables>,
  { documentId, version }: Omit<Key, 'authorityId'>,
  partId: string,
): Promise<Saver | undefined> =>
  db
    .selectFrom('strategy.last_saved')
    .select(['person_name as by', 'saved_at as at'])
    .where('document_id', '=', documentId)
    .where('version', '=', version)
    .where('part_id', '=', partId)
    .executeTakeFirst()

export const noteSaved = async (
  tx: Writer<StrategyTables>,
  { authorityId, documentId, version }: Key,
  partId: string,
  { by, at }: Saver,
): Promise<void> => {
  const said = { person_name: by, saved_at: at }
  await tx
    .insertInto('strategy.last_saved')
    .values({ authority_id: authorityId, document_id: documentId, version, part_id: partId, ...said })
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'document_id', 'version', 'part_id']).doUpdateSet(said),
    )
    .execute()
}
