import type { Selectable } from 'kysely'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Adjustment, AdjustmentStatus, Finding } from '../model/life.ts'
import type { ContractsTables } from '../tables.ts'

const adjustmentOf = (row: Selectable<ContractsTables['contracts.adjustment']>): Adjustment => ({
  id: row.id,
  contractId: row.contract_id,
  reviewId: row.review_id,
  way: row.way,
  title: row.title,
  reason: row.reason,
  valuePence: row.value_pence,
  endsOn: row.ends_on,
  commitmentId: row.commitment_id,
  newCommitment: row.new_commitment,
  answers: row.answers,
  finding: row.finding,
  status: row.status,
  madeOn: row.made_on,
  changeNoticeOn: row.change_notice_on,
  authorId: row.author_id,
  authorName: row.author_name,
  recordedAt: row.recorded_at,
})

/** Adjustments of a contract, oldest first. */
export const listAdjustments = async (
  db: Reader<ContractsTables>,
  contractId: string,
): Promise<Adjustment[]> => {
  const rows = await db
    .selectFrom('contracts.adjustment')
    .selectAll()
    .where('contract_id', '=', contractId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map(adjustmentOf)
}

export const getAdjustment = async (db: Reader<ContractsTables>, id: string): Promise<Adjustment> => {
  const row = await db.selectFrom('contracts.adjustment').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('There is no such change here.')
  return adjustmentOf(row)
}

export const lockAdjustment = async (tx: Writer<ContractsTables>, id: string): Promise<Adjustment> => {
  await tx.selectFrom('contracts.adjustment').select('id').where('id', '=', id).forUpdate().execute()
  return getAdjustment(tx, id)
}

export const insertAdjustment = async (
  tx: Writer<ContractsTables>,
  authorityId: string,
  one: Adjustment,
): Promise<void> => {
  await tx
    .insertInto('contracts.adjustment')
    .values({
      authority_id: authorityId,
      id: one.id,
      contract_id: one.contractId,
      review_id: one.reviewId,
      way: one.way,
      title: one.title,
      reason: one.reason,
      value_pence: one.valuePence,
      ends_on: one.endsOn,
      commitment_id: one.commitmentId,
      new_commitment: one.newCommitment && (JSON.stringify(one.newCommitment) as never),
      answers: JSON.stringify(one.answers) as never,
      finding: one.finding && (JSON.stringify(one.finding) as never),
      status: one.status,
      made_on: one.madeOn,
      change_notice_on: one.changeNoticeOn,
      author_id: one.authorId,
      author_name: one.authorName,
      recorded_at: one.recordedAt,
    })
    .execute()
}

type Settled = {
  readonly status: AdjustmentStatus
  readonly madeOn: PlainDate | null
  readonly changeNoticeOn: PlainDate | null
  readonly finding: Finding | null
}

export const settleAdjustment = async (
  tx: Writer<ContractsTables>,
  id: string,
  { status, madeOn, changeNoticeOn, finding }: Settled,
): Promise<void> => {
  await tx
    .updateTable('contracts.adjustment')
    .set({
      status,
      made_on: madeOn,
      change_notice_on: changeNoticeOn,
      finding: finding && (JSON.stringify(finding) as never),
    })
    .where('id', '=', id)
    .execute()
}

/** The commitment holds until a day. */
export const setCommitmentUntil = async (
  tx: Writer<ContractsTables>,
  id: string,
  untilOn: PlainDate,
): Promise<void> => {
  await tx.updateTable('contracts.commitment').set({ until_on: untilOn }).where('id', '=', id).execute()
}
