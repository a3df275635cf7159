import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { TenderContent, TenderDraft, TenderVersion } from '../model.ts'
import type { TendersTables } from '../tables.ts'

type Db = Reader<TendersTables>
type Tx = Writer<TendersTables>

export const findDraft = (db: Db, tenderId: string): Promise<TenderDraft | undefined> =>
  db
    .selectFrom('tenders.draft')
    .select(['revision', 'content', 'edited_by as editedBy', 'edited_at as editedAt'])
    .where('tender_id', '=', tenderId)
    .executeTakeFirst()

export const putDraft = async (
  tx: Tx,
  authorityId: string,
  tenderId: string,
  draft: TenderDraft,
): Promise<void> => {
  const values = {
    revision: draft.revision,
    content: JSON.stringify(draft.content),
    edited_by: draft.editedBy,
    edited_at: draft.editedAt,
  }
  await tx
    .insertInto('tenders.draft')
    .values({ authority_id: authorityId, tender_id: tenderId, ...values })
    .onConflict((conflict) => conflict.columns(['authority_id', 'tender_id']).doUpdateSet(values))
    .execute()
}

export const deleteDraft = async (tx: Tx, tenderId: string): Promise<void> => {
  await tx.deleteFrom('tenders.draft').where('tender_id', '=', tenderId).execute()
}

/** What was published of a tender, newest first. */
export const listVersions = (db: Db, tenderId: string): Promise<TenderVersion[]> =>
  db
    .selectFrom('tenders.version')
    .select([
      'version',
      'content',
      'title',
      'summary',
      'deadline',
      'question_deadline as questionDeadline',
      'reason',
      'changes',
      'published_at as publishedAt',
    ])
    .where('tender_id', '=', tenderId)
    .orderBy('version', 'desc')
    .execute()

/** What bidders must answer by a version of a tender; by the newest where none is named. Throws NotFound. */
export const contentOf = async (db: Db, tenderId: string, version?: number): Promise<TenderContent> => {
  const row = await db
    .selectFrom('tenders.version')
    .select('content')
    .where('tender_id', '=', tenderId)
    .$if(version !== undefined, (query) => query.where('version', '=', version ?? 0))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) throw new NotFound('There is no such version of this tender.')
  return row.content
}

export const insertVersion = async (
  tx: Tx,
  authorityId: string,
  tenderId: string,
  version: TenderVersion,
): Promise<void> => {
  await tx
    .insertInto('tenders.version')
    .values({
      authority_id: authorityId,
      tender_id: tenderId,
      version: version.version,
      content: JSON.stringify(version.content),
      title: version.title,
      summary: version.summary,
      deadline: version.deadline,
      question_deadline: version.questionDeadline,
      reason: version.reason,
      changes: JSON.stringify(version.changes),
      published_at: version.publishedAt,
    })
    .execute()
}

/** Whether a bid was handed in; only the authority of the tender can tell. */
export const hasBids = async (db: Db, tenderId: string): Promise<boolean> =>
  (await db
    .selectFrom('tenders.bid_mark')
    .select('tender_id')
    .where('tender_id', '=', tenderId)
    .executeTakeFirst()) !== undefined

/** Marks a tender as bid for, in the transaction in which a supplier hands a bid in. From then on its criteria stand. */
export const noteBidReceived = async <Tables>(tx: Writer<Tables>, tenderId: string): Promise<void> => {
  await sql`select tenders.note_bid(${tenderId})`.execute(tx)
}
