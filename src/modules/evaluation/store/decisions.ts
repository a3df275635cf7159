import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { Approval, ApprovalLimit, AssessmentSummary, LowPriceCase } from '../model.ts'
import type { LotResult } from '../score-lot.ts'
import type { EvaluationTables } from '../tables.ts'

type Db = Reader<EvaluationTables>
type Of = { readonly authority_id: string; readonly evaluation_id: string }

export const listLowPrices = async (db: Db, evaluationId: string): Promise<LowPriceCase[]> => {
  const rows = await db
    .selectFrom('evaluation.low_price')
    .selectAll()
    .where('evaluation_id', '=', evaluationId)
    .orderBy('bid_id')
    .execute()
  return rows.map((row) => ({
    bidId: row.bid_id,
    percentBelow: row.percent_below,
    askedOn: row.asked_on,
    asked: row.asked,
    answeredOn: row.answered_on,
    answer: row.answer,
    decision: row.decision,
    reason: row.reason,
    decidedBy: row.decided_by,
  }))
}

export const putLowPrice = async (tx: Writer<EvaluationTables>, of: Of, one: LowPriceCase): Promise<void> => {
  const facts = {
    percent_below: one.percentBelow,
    asked_on: one.askedOn,
    asked: one.asked,
    answered_on: one.answeredOn,
    answer: one.answer,
    decision: one.decision,
    reason: one.reason,
    decided_by: one.decidedBy,
  }
  await tx
    .insertInto('evaluation.low_price')
    .values({ ...of, bid_id: one.bidId, ...facts })
    .onConflict((conflict) => conflict.columns(['authority_id', 'bid_id']).doUpdateSet(facts))
    .execute()
}

export type FrozenResult = {
  readonly lot: string
  readonly number: number
  readonly content: LotResult
  readonly fingerprint: string
  readonly frozenAt: Date
}

/** Results as they were put up for approval, the newest number first. */
export const listResults = async (db: Db, evaluationId: string): Promise<FrozenResult[]> => {
  const rows = await db
    .selectFrom('evaluation.result')
    .selectAll()
    .where('evaluation_id', '=', evaluationId)
    .orderBy('number', 'desc')
    .orderBy('lot')
    .execute()
  return rows.map((row) => ({
    lot: row.lot,
    number: row.number,
    content: row.content,
    fingerprint: row.fingerprint,
    frozenAt: row.frozen_at,
  }))
}

export const latestResults = async (db: Db, evaluationId: string): Promise<FrozenResult[]> => {
  const all = await listResults(db, evaluationId)
  return all.filter(({ number }) => number === all[0]?.number)
}

export const insertResult = async (
  tx: Writer<EvaluationTables>,
  of: Of,
  result: FrozenResult,
): Promise<void> => {
  await tx
    .insertInto('evaluation.result')
    .values({
      ...of,
      lot: result.lot,
      number: result.number,
      content: JSON.stringify(result.content) as never,
      fingerprint: result.fingerprint,
      frozen_at: result.frozenAt,
    })
    .execute()
}

export type Looked = {
  readonly personId: string
  readonly personName: string
  readonly resultNumber: number
  readonly seenAt: Date
}

export const listSeen = async (db: Db, evaluationId: string): Promise<Looked[]> => {
  const rows = await db
    .selectFrom('evaluation.robustness_seen')
    .selectAll()
    .where('evaluation_id', '=', evaluationId)
    .orderBy('seen_at')
    .orderBy('person_id')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    personName: row.person_name,
    resultNumber: row.result_number,
    seenAt: row.seen_at,
  }))
}

export const insertSeen = async (tx: Writer<EvaluationTables>, of: Of, seen: Looked): Promise<void> => {
  await tx
    .insertInto('evaluation.robustness_seen')
    .values({
      ...of,
      person_id: seen.personId,
      person_name: seen.personName,
      result_number: seen.resultNumber,
      seen_at: seen.seenAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The authority's own table of limits; empty where it has set none. */
export const listLimits = async (db: Db): Promise<ApprovalLimit[]> => {
  const rows = await db.selectFrom('evaluation.approval_limit').selectAll().orderBy('number').execute()
  return rows.map((row) => ({ upToPence: row.up_to_pence, roles: row.roles, people: row.people }))
}

export const replaceLimits = async (
  tx: Writer<EvaluationTables>,
  authorityId: string,
  limits: readonly ApprovalLimit[],
): Promise<void> => {
  await tx.deleteFrom('evaluation.approval_limit').where('authority_id', '=', authorityId).execute()
  await tx
    .insertInto('evaluation.approval_limit')
    .values(
      limits.map((limit, at) => ({
        authority_id: authorityId,
        number: at + 1,
        up_to_pence: limit.upToPence,
        roles: [...limit.roles],
        people: limit.people,
      })),
    )
    .execute()
}

/** Approvals of one result, in their order; of every result where no number is given. */
export const listApprovals = async (
  db: Db,
  evaluationId: string,
  resultNumber: number | null = null,
): Promise<(Approval & { readonly resultNumber: number })[]> => {
  const rows = await db
    .selectFrom('evaluation.approval')
    .selectAll()
    .where('evaluation_id', '=', evaluationId)
    .$if(resultNumber !== null, (query) => query.where('result_number', '=', resultNumber ?? 0))
    .orderBy('decided_at')
    .orderBy('person_id')
    .execute()
  return rows.map((row) => ({
    resultNumber: row.result_number,
    personId: row.person_id,
    personName: row.person_name,
    role: row.role,
    isApproved: row.is_approved,
    note: row.note,
    decidedAt: row.decided_at,
  }))
}

export const insertApproval = async (
  tx: Writer<EvaluationTables>,
  of: Of,
  approval: Approval & { readonly resultNumber: number },
): Promise<void> => {
  await tx
    .insertInto('evaluation.approval')
    .values({
      ...of,
      result_number: approval.resultNumber,
      person_id: approval.personId,
      person_name: approval.personName,
      role: approval.role,
      is_approved: approval.isApproved,
      note: approval.note,
      decided_at: approval.decidedAt,
    })
    .execute()
}

export type SentSummary = {
  readonly bidId: string
  readonly supplierId: string
  readonly evaluationId: string
  readonly lot: string
  readonly content: AssessmentSummary
  readonly sentOn: PlainDate
}

/** The summaries of an evaluation; for a supplier, its own from every authority. */
export const listSummaries = async (
  db: Db,
  only: { readonly evaluationId?: string; readonly supplierId?: string },
): Promise<SentSummary[]> => {
  const rows = await db
    .selectFrom('evaluation.summary')
    .selectAll()
    .$if(only.evaluationId !== undefined, (query) =>
      query.where('evaluation_id', '=', only.evaluationId ?? ''),
    )
    .$if(only.supplierId !== undefined, (query) => query.where('supplier_id', '=', only.supplierId ?? ''))
    .orderBy('sent_on', 'desc')
    .orderBy('lot')
    .orderBy('bid_id')
    .execute()
  return rows.map((row) => ({
    bidId: row.bid_id,
    supplierId: row.supplier_id,
    evaluationId: row.evaluation_id,
    lot: row.lot,
    content: row.content,
    sentOn: row.sent_on,
  }))
}

export const insertSummaries = async (
  tx: Writer<EvaluationTables>,
  authorityId: string,
  summaries: readonly SentSummary[],
): Promise<void> => {
  for (const summary of summaries)
    await tx
      .insertInto('evaluation.summary')
      .values({
        authority_id: authorityId,
        evaluation_id: summary.evaluationId,
        bid_id: summary.bidId,
        supplier_id: summary.supplierId,
        lot: summary.lot,
        content: JSON.stringify(summary.content) as never,
        sent_on: summary.sentOn,
      })
      .execute()
}
