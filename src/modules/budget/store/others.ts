import { sql } from 'kysely'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Other, OtherText, Result, ResultText } from '../model.ts'
import type { BudgetTables } from '../tables.ts'

type Db = Reader<BudgetTables>

/** PostgreSQL writes a numeric with the places it was given; `12.50` is shown as `12.5`. */
const plain = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)

const selectOthers = (db: Db) =>
  db
    .selectFrom('budget.other_value as other')
    .selectAll('other')
    .select((eb) =>
      eb
        .selectFrom('budget.other_result as result')
        .select(({ fn }) => fn.coalesce(fn.sum<string>('result.quantity'), sql<string>`0`).as('sum'))
        .whereRef('result.other_id', '=', 'other.id')
        .as('verified'),
    )

type Row = Awaited<ReturnType<ReturnType<typeof selectOthers>['executeTakeFirstOrThrow']>>

const otherOf = (row: Row): Other => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  department: row.department,
  recipient: row.recipient,
  givenPence: row.given_pence,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  priorityId: row.priority_id,
  basis: row.basis,
  unit: row.unit,
  quantity: plain(row.quantity),
  unitValue: row.unit_value === null ? null : plain(row.unit_value),
  verified: plain(row.verified ?? '0'),
})

/** Grants, asset transfers and what the council does itself, newest first. */
export const listOthers = async (db: Db): Promise<Other[]> =>
  (await selectOthers(db).orderBy('starts_on', 'desc').orderBy('title').orderBy('id').execute()).map(otherOf)

export const getOther = async (db: Db, id: string): Promise<Other> => {
  const row = await selectOthers(db).where('other.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('There is nothing recorded here.')
  return otherOf(row)
}

/** What was verified of each by two days, in one pass: before the first, and up to the second. */
export const verifiedOfOthers = async (
  db: Db,
  from: PlainDate,
  on: PlainDate,
): Promise<Map<string, { readonly before: string; readonly byDay: string }>> => {
  const { rows } = await sql<{ id: string; before: string; byDay: string }>`
    select other_id as id, coalesce(sum(quantity) filter (where done_on < ${from}::date), 0)::text as before,
      sum(quantity)::text as "byDay"
    from budget.other_result where done_on <= ${on}::date group by other_id`.execute(db)
  return new Map(rows.map(({ id, before, byDay }) => [id, { before, byDay }]))
}

export const listResults = async (db: Db, otherId: string): Promise<Result[]> => {
  const rows = await db
    .selectFrom('budget.other_result')
    .selectAll()
    .where('other_id', '=', otherId)
    .orderBy('done_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    doneOn: row.done_on,
    quantity: plain(row.quantity),
    evidence: row.evidence,
    personName: row.person_name,
    recordedAt: row.recorded_at,
  }))
}

/** Makes those who write results of the same thing wait for each other. */
export const lockOther = async (tx: Writer<BudgetTables>, id: string): Promise<Other> => {
  await tx.selectFrom('budget.other_value').select('id').where('id', '=', id).forUpdate().execute()
  return getOther(tx, id)
}

const columnsOf = (text: OtherText) => ({
  kind: text.kind,
  title: text.title,
  department: text.department,
  recipient: text.recipient,
  given_pence: text.givenPence,
  starts_on: text.startsOn,
  ends_on: text.endsOn,
  priority_id: text.priorityId,
  basis: text.basis,
  unit: text.unit,
  quantity: text.quantity,
  unit_value: text.unitValue,
})

export const insertOther = async (
  tx: Writer<BudgetTables>,
  authorityId: string,
  other: OtherText & { readonly id: string },
  recordedAt: Date,
): Promise<void> => {
  await tx
    .insertInto('budget.other_value')
    .values({ authority_id: authorityId, id: other.id, ...columnsOf(other), recorded_at: recordedAt })
    .execute()
}

export const insertResult = async (
  tx: Writer<BudgetTables>,
  authorityId: string,
  otherId: string,
  result: ResultText & { readonly id: string; readonly personName: string; readonly recordedAt: Date },
): Promise<void> => {
  await tx
    .insertInto('budget.other_result')
    .values({
      authority_id: authorityId,
      id: result.id,
      other_id: otherId,
      done_on: result.doneOn,
      quantity: result.quantity,
      evidence: result.evidence,
      person_name: result.personName,
      recorded_at: result.recordedAt,
    })
    .execute()
}
