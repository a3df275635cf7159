import { type Selectable, sql } from 'kysely'
import type { Confidence } from '#procurement'
import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import type { JsonObject } from '../model/json.ts'
import type { ComposedNotice, Notice, NoticeCode, NoticeDuty } from '../model/notice.ts'
import type { PublishingTables } from '../tables.ts'

type Db = Reader<PublishingTables>
type Tx = Writer<PublishingTables>

const noticeOf = (row: Selectable<PublishingTables['publishing.notice']>): Notice => ({
  id: row.id,
  code: row.code as NoticeCode,
  variant: row.variant,
  subject: { kind: row.subject_kind, id: row.subject_id, title: row.subject_title },
  occasion: row.occasion,
  dueOn: row.due_on,
  dueMeans: row.due_means,
  need: row.need,
  title: row.title,
  sentence: row.sentence,
  provision: row.provision,
  source: row.source,
  inForceFrom: row.in_force_from,
  confidence: row.confidence as Confidence,
  lookedAt: row.looked_at,
  state: row.state,
  text: row.content,
  gaps: row.gaps ?? [],
  filled: row.filled,
  release: row.release as JsonObject | null,
  preparedAt: row.prepared_at,
  preparedBy: row.prepared_by,
  sendingSince: row.sending_since,
  sentAt: row.sent_at,
  sentBy: row.sent_by,
  sentHow: row.sent_how,
  platformReference: row.platform_reference,
  failure: row.failure,
})

/** Notices of the acting authority: those not sent by their due date, then those that were sent. */
export const listNotices = async (db: Db): Promise<Notice[]> => {
  const rows = await db
    .selectFrom('publishing.notice')
    .selectAll()
    .orderBy(sql`state = 'sent'`)
    .orderBy(sql`due_on is null`)
    .orderBy('due_on')
    .orderBy('code')
    .orderBy('id')
    .execute()
  return rows.map(noticeOf)
}

/** Throws NotFound. */
export const getNotice = async (db: Db, id: string): Promise<Notice> => {
  const row = await db.selectFrom('publishing.notice').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('There is no such notice here.')
  return noticeOf(row)
}

export const lockNotice = async (tx: Tx, id: string): Promise<Notice> => {
  await tx.selectFrom('publishing.notice').select('id').where('id', '=', id).forUpdate().execute()
  return getNotice(tx, id)
}

/** Writes down what the law asks for now; a notice that was sent stays as it is. Returns whether it is new. */
export const saveDuty = async (tx: Tx, authorityId: string, duty: NoticeDuty, at: Date): Promise<boolean> => {
  const said = {
    subject_title: duty.subject.title,
    due_on: duty.dueOn,
    due_means: duty.dueMeans,
    need: duty.need,
    title: duty.title,
    sentence: duty.sentence,
    provision: duty.provision,
    source: duty.source,
    in_force_from: duty.inForceFrom,
    confidence: duty.confidence,
    looked_at: at,
  }
  const { isNew } = (await tx
    .insertInto('publishing.notice')
    .values({
      authority_id: authorityId,
      id: newId(),
      code: duty.code,
      variant: duty.variant,
      subject_kind: duty.subject.kind,
      subject_id: duty.subject.id,
      occasion: duty.occasion,
      state: 'due',
      ...said,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['authority_id', 'subject_kind', 'subject_id', 'code', 'variant', 'occasion'])
        .doUpdateSet(said)
        .where('publishing.notice.state', '<>', 'sent'),
    )
    .returning(sql<boolean>`xmax = 0`.as('isNew'))
    .executeTakeFirst()) ?? { isNew: false }
  return isNew
}

/** Takes away what the law no longer asks for, unless somebody has prepared it. Returns how many. */
export const dropUnasked = async (tx: Tx, authorityId: string, before: Date): Promise<number> => {
  const { numDeletedRows } = await tx
    .deleteFrom('publishing.notice')
    .where('authority_id', '=', authorityId)
    .where('state', '=', 'due')
    .where('looked_at', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

export const savePrepared = async (
  tx: Tx,
  id: string,
  composed: ComposedNotice,
  {
    by,
    at,
    filled,
  }: { readonly by: string; readonly at: Date; readonly filled: Readonly<Record<string, string>> },
): Promise<void> => {
  await tx
    .updateTable('publishing.notice')
    .set({
      state: 'prepared',
      content: composed.text,
      gaps: composed.gaps.map(({ label, ask }) => `${label}: ${ask}`),
      filled: JSON.stringify(filled),
      release: JSON.stringify(composed.release),
      prepared_at: at,
      prepared_by: by,
      failure: null,
    })
    .where('id', '=', id)
    .execute()
}

export const markSending = async (tx: Tx, id: string, since: Date): Promise<void> => {
  await tx.updateTable('publishing.notice').set({ sending_since: since }).where('id', '=', id).execute()
}

export type Sent = {
  readonly at: Date
  readonly by: string
  readonly how: 'hand' | 'client'
  readonly reference: string
}

export const markSent = async (tx: Tx, id: string, { at, by, how, reference }: Sent): Promise<void> => {
  await tx
    .updateTable('publishing.notice')
    .set({
      state: 'sent',
      sent_at: at,
      sent_by: by,
      sent_how: how,
      platform_reference: reference,
      sending_since: null,
      failure: null,
    })
    .where('id', '=', id)
    .execute()
}

export const markFailed = async (tx: Tx, id: string, failure: string): Promise<void> => {
  await tx
    .updateTable('publishing.notice')
    .set({ state: 'failed', failure, sending_since: null })
    .where('id', '=', id)
    .execute()
}
