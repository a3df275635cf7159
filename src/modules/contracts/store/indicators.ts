import { type Selectable, sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Assessment, Indicator, SeenRating } from '../model/life.ts'
import type { ContractsTables } from '../tables.ts'
import { plainDecimal } from './commitments.ts'

const indicatorOf = (row: Selectable<ContractsTables['contracts.indicator']>): Indicator => ({
  id: row.id,
  contractId: row.contract_id,
  title: row.title,
  howMeasured: row.how_measured,
  unit: row.unit,
  target: row.target === null ? null : plainDecimal(row.target),
  direction: row.direction,
  isSocial: row.is_social,
  isStatutory: row.is_statutory,
  everyMonths: row.every_months,
  firstDueOn: row.first_due_on,
  closedOn: row.closed_on,
})

/** Indicators in the order they were set; of one contract, or of all. */
export const listIndicators = async (
  db: Reader<ContractsTables>,
  contractId: string | null = null,
): Promise<Indicator[]> => {
  const rows = await db
    .selectFrom('contracts.indicator')
    .selectAll()
    .$if(contractId !== null, (query) => query.where('contract_id', '=', contractId ?? ''))
    .orderBy('contract_id')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(indicatorOf)
}

export const getIndicator = async (db: Reader<ContractsTables>, id: string): Promise<Indicator> => {
  const row = await db.selectFrom('contracts.indicator').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('There is no such indicator here.')
  return indicatorOf(row)
}

export const insertIndicator = async (
  tx: Writer<ContractsTables>,
  authorityId: string,
  one: Indicator,
  position: number,
): Promise<void> => {
  await tx
    .insertInto('contracts.indicator')
    .values({
      authority_id: authorityId,
      id: one.id,
      contract_id: one.contractId,
      position,
      title: one.title,
      how_measured: one.howMeasured,
      unit: one.unit,
      target: one.target,
      direction: one.direction,
      is_social: one.isSocial,
      is_statutory: one.isStatutory,
      every_months: one.everyMonths,
      first_due_on: one.firstDueOn,
      closed_on: one.closedOn,
    })
    .execute()
}

export const setIndicatorClosed = async (
  tx: Writer<ContractsTables>,
  id: string,
  closedOn: string,
): Promise<void> => {
  await tx.updateTable('contracts.indicator').set({ closed_on: closedOn }).where('id', '=', id).execute()
}

/** Assessments by indicator, oldest first; of one contract's indicators, or of all. */
export const listAssessments = async (
  db: Reader<ContractsTables>,
  contractId: string | null = null,
): Promise<Map<string, Assessment[]>> => {
  const rows = await db
    .selectFrom('contracts.assessment as a')
    .innerJoin('contracts.indicator as i', (join) =>
      join.onRef('i.authority_id', '=', 'a.authority_id').onRef('i.id', '=', 'a.indicator_id'),
    )
    .selectAll('a')
    .$if(contractId !== null, (query) => query.where('i.contract_id', '=', contractId ?? ''))
    .orderBy('a.indicator_id')
    .orderBy('a.number')
    .execute()
  const all = rows.map((row) => ({
    indicatorId: row.indicator_id,
    number: row.number,
    fromOn: row.from_on,
    toOn: row.to_on,
    value: row.value === null ? null : plainDecimal(row.value),
    rating: row.rating,
    note: row.note,
    assessedOn: row.assessed_on,
    personName: row.person_name,
  }))
  return Map.groupBy(all, ({ indicatorId }) => indicatorId)
}

/** How the contract that a supplier is bound to was rated, by indicator, oldest first; without notes and names. */
export const listRatings = async (db: Reader<ContractsTables>): Promise<Map<string, SeenRating[]>> => {
  const { rows } = await sql<SeenRating & { readonly indicatorId: string }>`
    select indicator_id as "indicatorId", from_on as "fromOn", to_on as "toOn", value::text as value, rating,
      assessed_on as "assessedOn"
    from contracts.ratings_of_bound()`.execute(db)
  const all = rows.map((row) => ({ ...row, value: row.value === null ? null : plainDecimal(row.value) }))
  return Map.groupBy(all, ({ indicatorId }) => indicatorId)
}

export const insertAssessment = async (
  tx: Writer<ContractsTables>,
  authorityId: string,
  one: Assessment,
  recordedAt: Date,
): Promise<void> => {
  await tx
    .insertInto('contracts.assessment')
    .values({
      authority_id: authorityId,
      indicator_id: one.indicatorId,
      number: one.number,
      from_on: one.fromOn,
      to_on: one.toOn,
      value: one.value,
      rating: one.rating,
      note: one.note,
      assessed_on: one.assessedOn,
      person_name: one.personName,
      recorded_at: recordedAt,
    })
    .execute()
}
