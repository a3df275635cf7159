import { type Selectable, sql } from 'kysely'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Evaluation, Stage } from '../model.ts'
import type { EvaluationTable, EvaluationTables } from '../tables.ts'

const evaluationOf = (row: Selectable<EvaluationTable>): Evaluation => ({
  id: row.id,
  tenderId: row.tender_id,
  purchaseId: row.purchase_id,
  reference: row.reference,
  title: row.title,
  leadId: row.lead_id,
  leadName: row.lead_name,
  stage: row.stage,
  valuePence: row.value_pence,
  criteria: row.criteria,
  lots: row.lots,
  questions: row.questions,
  askLines: row.ask_lines,
  fingerprint: row.fingerprint,
  startedAt: row.started_at,
  noticeOn: row.notice_on,
  standstillEndsOn: row.standstill_ends_on,
  contractFrom: row.contract_from,
  standstillWords: row.standstill_words,
  endedBecause: row.ended_because,
})

export const listEvaluations = async (db: Reader<EvaluationTables>): Promise<Evaluation[]> => {
  const rows = await db
    .selectFrom('evaluation.evaluation')
    .selectAll()
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(evaluationOf)
}

export const getEvaluation = async (db: Reader<EvaluationTables>, id: string): Promise<Evaluation> => {
  const row = await db.selectFrom('evaluation.evaluation').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('There is no such evaluation here.')
  return evaluationOf(row)
}

/** By the public reference of the tender, as people at the command line name it. */
export const findByReference = async (
  db: Reader<EvaluationTables>,
  reference: string,
): Promise<Evaluation | undefined> => {
  const row = await db
    .selectFrom('evaluation.evaluation')
    .selectAll()
    .where('reference', '=', reference)
    .executeTakeFirst()
  return row && evaluationOf(row)
}

export const findOfTender = async (
  db: Reader<EvaluationTables>,
  tenderId: string,
): Promise<Evaluation | undefined> => {
  const row = await db
    .selectFrom('evaluation.evaluation')
    .selectAll()
    .where('tender_id', '=', tenderId)
    .executeTakeFirst()
  return row && evaluationOf(row)
}

/** Makes those who change the same evaluation wait for each other. */
export const lockEvaluation = async (tx: Writer<EvaluationTables>, id: string): Promise<Evaluation> => {
  await tx.selectFrom('evaluation.evaluation').select('id').where('id', '=', id).forUpdate().execute()
  return getEvaluation(tx, id)
}

const asJson = (value: unknown) => JSON.stringify(value) as never

export const insertEvaluation = async (
  tx: Writer<EvaluationTables>,
  authorityId: string,
  evaluation: Evaluation,
): Promise<void> => {
  await tx
    .insertInto('evaluation.evaluation')
    .values({
      authority_id: authorityId,
      id: evaluation.id,
      tender_id: evaluation.tenderId,
      purchase_id: evaluation.purchaseId,
      reference: evaluation.reference,
      title: evaluation.title,
      lead_id: evaluation.leadId,
      lead_name: evaluation.leadName,
      stage: evaluation.stage,
      value_pence: evaluation.valuePence,
      criteria: asJson(evaluation.criteria),
      lots: asJson(evaluation.lots),
      questions: asJson(evaluation.questions),
      ask_lines: asJson(evaluation.askLines),
      fingerprint: evaluation.fingerprint,
      started_at: evaluation.startedAt,
    } as never)
    .execute()
}

export const setStage = async (
  tx: Writer<EvaluationTables>,
  id: string,
  stage: Stage,
  endedBecause: string | null = null,
): Promise<void> => {
  await tx
    .updateTable('evaluation.evaluation')
    .set({ stage, ended_because: endedBecause })
    .where('id', '=', id)
    .execute()
}

export const setNotice = async (
  tx: Writer<EvaluationTables>,
  id: string,
  notice: {
    readonly noticeOn: PlainDate
    readonly endsOn: PlainDate | null
    readonly contractFrom: PlainDate | null
    readonly words: string
  },
): Promise<void> => {
  await tx
    .updateTable('evaluation.evaluation')
    .set({
      notice_on: notice.noticeOn,
      standstill_ends_on: notice.endsOn,
      contract_from: notice.contractFrom,
      standstill_words: notice.words,
    })
    .where('id', '=', id)
    .execute()
}

/** How far each evaluator is, without what anybody gave. */
export const scoresGiven = async (
  db: Reader<EvaluationTables>,
  id: string,
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ person_id: string; given: number }>`
    select person_id, given from evaluation.scores_given(${id}::uuid)`.execute(db)
  return new Map(rows.map((row) => [row.person_id, row.given]))
}

/** In how many bidders each has declared an interest, without which; who stands here has declared. */
export const interestCounts = async (
  db: Reader<EvaluationTables>,
  id: string,
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ person_id: string; bidders: number }>`
    select person_id, bidders from evaluation.interests(${id}::uuid)`.execute(db)
  return new Map(rows.map((row) => [row.person_id, row.bidders]))
}
