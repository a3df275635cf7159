import type { Selectable } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Approval, PerformanceNotice } from '../model/life.ts'
import type { ContractsTables } from '../tables.ts'

const noticeOf = (row: Selectable<ContractsTables['contracts.performance_notice']>): PerformanceNotice => ({
  id: row.id,
  contractId: row.contract_id,
  kind: row.kind,
  whatHappened: row.what_happened,
  indicatorId: row.indicator_id,
  chance: row.chance,
  chanceFromOn: row.chance_from_on,
  chanceUntilOn: row.chance_until_on,
  whatCameOfIt: row.what_came_of_it,
  eventOn: row.event_on,
  status: row.status,
  authorId: row.author_id,
  authorName: row.author_name,
  recordedAt: row.recorded_at,
})

/** Notices of poor performance or breach of a contract, newest first. */
export const listNotices = async (
  db: Reader<ContractsTables>,
  contractId: string,
): Promise<PerformanceNotice[]> => {
  const rows = await db
    .selectFrom('contracts.performance_notice')
    .selectAll()
    .where('contract_id', '=', contractId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(noticeOf)
}

export const getNotice = async (db: Reader<ContractsTables>, id: string): Promise<PerformanceNotice> => {
  const row = await db
    .selectFrom('contracts.performance_notice')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('There is no such notice here.')
  return noticeOf(row)
}

/** Makes those who approve the same notice wait for each other. */
export const lockNotice = async (tx: Writer<ContractsTables>, id: string): Promise<PerformanceNotice> => {
  await tx.selectFrom('contracts.performance_notice').select('id').where('id', '=', id).forUpdate().execute()
  return getNotice(tx, id)
}

export const insertNotice = async (
  tx: Writer<ContractsTables>,
  authorityId: string,
  one: PerformanceNotice,
): Promise<void> => {
  await tx
    .insertInto('contracts.performance_notice')
    .values({
      authority_id: authorityId,
      id: one.id,
      contract_id: one.contractId,
      kind: one.kind,
      what_happened: one.whatHappened,
      indicator_id: one.indicatorId,
      chance: one.chance,
      chance_from_on: one.chanceFromOn,
      chance_until_on: one.chanceUntilOn,
      what_came_of_it: one.whatCameOfIt,
      event_on: one.eventOn,
      status: one.status,
      author_id: one.authorId,
      author_name: one.authorName,
      recorded_at: one.recordedAt,
    })
    .execute()
}

export const setNotice = async (
  tx: Writer<ContractsTables>,
  id: string,
  { status, whatCameOfIt, eventOn }: Pick<PerformanceNotice, 'status' | 'whatCameOfIt' | 'eventOn'>,
): Promise<void> => {
  await tx
    .updateTable('contracts.performance_notice')
    .set({ status, what_came_of_it: whatCameOfIt, event_on: eventOn })
    .where('id', '=', id)
    .execute()
}

/** Who approved an adjustment or a notice, in order. */
export const listApprovals = async (db: Reader<ContractsTables>, subjectId: string): Promise<Approval[]> => {
  const rows = await db
    .selectFrom('contracts.approval')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .orderBy('recorded_at')
    .orderBy('person_id')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    personName: row.person_name,
    note: row.note,
    recordedAt: row.recorded_at,
  }))
}

export const insertApproval = async (
  tx: Writer<ContractsTables>,
  authorityId: string,
  subjectId: string,
  one: Approval,
): Promise<void> => {
  await tx
    .insertInto('contracts.approval')
    .values({
      authority_id: authorityId,
      subject_id: subjectId,
      person_id: one.personId,
      person_name: one.personName,
      note: one.note,
      recorded_at: one.recordedAt,
    })
    .execute()
}
