import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Answers, Invitee, Question, Survey } from '../model/survey.ts'
import type { SpendTables } from '../tables.ts'
import { joinGroupOf } from './facts.ts'

type Db = Reader<SpendTables>
type Tx = Writer<SpendTables>

const selectSurvey = (db: Db) =>
  db
    .selectFrom('spend.survey')
    .select([
      'id',
      'title',
      'state',
      'questions',
      'from_month as fromMonth',
      'to_month as toMonth',
      'pence_all as penceAll',
      'closes_on as closesOn',
    ])

export type SurveyLine = Survey & { readonly invited: number; readonly answered: number }

export const listSurveys = (db: Db): Promise<SurveyLine[]> =>
  selectSurvey(db)
    .select((eb) => [
      eb
        .selectFrom('spend.survey_invitee')
        .whereRef('survey_id', '=', 'spend.survey.id')
        .select(sql<number>`count(*)`.as('invited'))
        .$asScalar()
        .$notNull()
        .as('invited'),
      eb
        .selectFrom('spend.survey_invitee')
        .whereRef('survey_id', '=', 'spend.survey.id')
        .select(sql<number>`count(sent_at)`.as('answered'))
        .$asScalar()
        .$notNull()
        .as('answered'),
    ])
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()

export const getSurvey = async (db: Db, id: string): Promise<Survey> => {
  const found = await selectSurvey(db).where('id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound('There is no such survey here.')
  return found
}

export const lockSurvey = async (tx: Tx, id: string): Promise<Survey> => {
  const found = await selectSurvey(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!found) throw new NotFound('There is no such survey here.')
  return found
}

const selectInvitees = (db: Db, surveyId: string) =>
  db
    .selectFrom('spend.survey_invitee')
    .select([
      'id',
      'supplier_key as supplierKey',
      'name',
      'pence',
      'email',
      'invited_at as invitedAt',
      'reminded_at as remindedAt',
      'reminders',
      'answers',
      'saved_at as savedAt',
      'sent_at as sentAt',
    ])
    .where('survey_id', '=', surveyId)

/** Largest first. */
export const listInvitees = (db: Db, surveyId: string): Promise<Invitee[]> =>
  selectInvitees(db, surveyId).orderBy('pence', 'desc').orderBy('id').execute()

export const getInvitee = async (db: Db, surveyId: string, id: string): Promise<Invitee> => {
  const found = await selectInvitees(db, surveyId).where('id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound('There is no such supplier in this survey.')
  return found
}

export type TopSupplier = {
  /** Its key, or that of its group: `group:` and an id. */
  readonly supplierKey: string
  readonly name: string
  readonly pence: number
  /** The suppliers that it is, the most money first. */
  readonly keys: readonly string[]
}

/**
 * The suppliers that were paid most in a period: payees of one supplier are one, and so are the companies of a confirmed group.
 * Individuals and payees whose name was withheld are nobody to write to.
 */
export const listTopSuppliers = async (
  db: Db,
  { fromMonth, toMonth }: { readonly fromMonth: string | null; readonly toMonth: string | null },
  limit: number,
): Promise<TopSupplier[]> => {
  const { rows } = await sql<TopSupplier>`
    select coalesce('group:' || group_id, min(key)) as "supplierKey", coalesce(min(group_name), min(name)) as name,
      sum(pence)::bigint as pence, array_agg(key order by pence desc, key) as keys
    from (
      select coalesce(payee.supplier_key, payee.payee_key) as key, member.group_id::text as group_id,
        min(company.name) as group_name, coalesce(min(payee.supplier_name), min(payee.name)) as name,
        sum(paid.pence) as pence
      from (
        select authority_id, payee_id, sum(amount_pence) as pence from spend.summary
        where (${fromMonth}::date is null or month >= ${fromMonth}::date)
          and (${toMonth}::date is null or month <= ${toMonth}::date)
        group by authority_id, payee_id) paid
      join spend.payee payee on payee.authority_id = paid.authority_id and payee.id = paid.payee_id
      ${joinGroupOf('payee')}
      where payee.flag = 'named' and payee.match_state <> 'individual'
      group by 1, 2) supplier
    group by group_id, case when group_id is null then key end
    having sum(pence) > 0
    order by pence desc, "supplierKey" limit ${limit}`.execute(db)
  return rows
}

/** All that was paid in a period, to whomever. */
export const sumPeriod = async (
  db: Db,
  period: { readonly fromMonth: string | null; readonly toMonth: string | null },
): Promise<number> => {
  const row = await db
    .selectFrom('spend.summary')
    .$if(period.fromMonth !== null, (query) => query.where('month', '>=', period.fromMonth))
    .$if(period.toMonth !== null, (query) => query.where('month', '<=', period.toMonth))
    .select(sql<number>`coalesce(sum(amount_pence), 0)::bigint`.as('pence'))
    .executeTakeFirstOrThrow()
  return row.pence
}

export const insertSurvey = async (tx: Tx, authorityId: string, survey: Survey, at: Date): Promise<void> => {
  await tx
    .insertInto('spend.survey')
    .values({
      authority_id: authorityId,
      id: survey.id,
      title: survey.title,
      state: survey.state,
      questions: JSON.stringify(survey.questions),
      from_month: survey.fromMonth,
      to_month: survey.toMonth,
      pence_all: survey.penceAll,
      closes_on: survey.closesOn,
      created_at: at,
      opened_at: null,
      closed_at: null,
    })
    .execute()
}

export const insertInvitees = async (
  tx: Tx,
  authorityId: string,
  surveyId: string,
  invitees: readonly (Omit<TopSupplier, 'keys'> & { readonly id: string; readonly email: string | null })[],
): Promise<void> => {
  if (invitees.length === 0) return
  await tx
    .insertInto('spend.survey_invitee')
    .values(
      invitees.map(({ id, supplierKey, name, pence, email }) => ({
        authority_id: authorityId,
        survey_id: surveyId,
        id,
        supplier_key: supplierKey,
        name,
        pence,
        email,
        invited_at: null,
        reminded_at: null,
        saved_at: null,
        sent_at: null,
      })),
    )
    .execute()
}

export const setQuestions = async (tx: Tx, id: string, questions: readonly Question[]): Promise<void> => {
  await tx
    .updateTable('spend.survey')
    .set({ questions: JSON.stringify(questions) })
    .where('id', '=', id)
    .execute()
}

export const setSurveyState = async (
  tx: Tx,
  id: string,
  state: 'open' | 'closed',
  at: Date,
): Promise<void> => {
  await tx
    .updateTable('spend.survey')
    .set(state === 'open' ? { state, opened_at: at } : { state, closed_at: at })
    .where('id', '=', id)
    .execute()
}

export const setEmail = async (tx: Tx, surveyId: string, id: string, email: string | null): Promise<void> => {
  await tx
    .updateTable('spend.survey_invitee')
    .set({ email })
    .where('survey_id', '=', surveyId)
    .where('id', '=', id)
    .execute()
}

/** Notes a letter and the link in it. */
export const setWritten = async (
  tx: Tx,
  authorityId: string,
  surveyId: string,
  invitee: Invitee,
  tokenHash: string,
  at: Date,
): Promise<void> => {
  await tx
    .insertInto('spend.survey_link')
    .values({ authority_id: authorityId, survey_id: surveyId, invitee_id: invitee.id, token_hash: tokenHash })
    .execute()
  await tx
    .updateTable('spend.survey_invitee')
    .set(invitee.invitedAt ? { reminded_at: at, reminders: invitee.reminders + 1 } : { invited_at: at })
    .where('survey_id', '=', surveyId)
    .where('id', '=', invitee.id)
    .execute()
}

export const setAnswers = async (
  tx: Tx,
  surveyId: string,
  id: string,
  answers: Answers,
  at: Date,
  isSent: boolean,
): Promise<void> => {
  await tx
    .updateTable('spend.survey_invitee')
    .set({ answers: JSON.stringify(answers), saved_at: at, ...(isSent ? { sent_at: at } : {}) })
    .where('survey_id', '=', surveyId)
    .where('id', '=', id)
    .execute()
}

export type SurveyLink = {
  readonly authorityId: string
  readonly surveyId: string
  readonly inviteeId: string
}

/** Whose survey a link is, and whom it asks; before anybody acts for an authority. */
export const findSurveyLink = async (db: Db, tokenHash: string): Promise<SurveyLink | undefined> => {
  const found = await sql<SurveyLink>`
    select authority_id as "authorityId", survey_id as "surveyId", invitee_id as "inviteeId"
    from spend.find_survey_link(${tokenHash})`.execute(db)
  return found.rows[0]
}
