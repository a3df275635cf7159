import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { JsonObject } from '../model/json.ts'
import type { ProcessSummary, PublicOutcome, PublicPromise } from '../model/publication.ts'
import type { PublishingTables } from '../tables.ts'

type Db = Reader<PublishingTables>
type Tx = Writer<PublishingTables>

/** What a process tells of; the other is null. */
export type Subject = { readonly purchaseId: string | null; readonly contractId: string | null }

export type StoredProcess = Subject & {
  readonly ocid: string
  readonly number: number
  readonly compiled: JsonObject
}

/** Lets one writer at a time tell of a process, whether it has been told of before or not. */
export const lockProcess = async (tx: Tx, ocid: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`publishing.process ${ocid}`}, 0))`.execute(tx)
}

export const findProcess = async (
  db: Db,
  authorityId: string,
  ocid: string,
): Promise<StoredProcess | undefined> => {
  const row = await db
    .selectFrom('publishing.process')
    .select(['ocid', 'number', 'compiled', 'purchase_id', 'contract_id'])
    .where('authority_id', '=', authorityId)
    .where('ocid', '=', ocid)
    .executeTakeFirst()
  return (
    row && {
      ocid: row.ocid,
      number: row.number,
      compiled: row.compiled as JsonObject,
      purchaseId: row.purchase_id,
      contractId: row.contract_id,
    }
  )
}

/** The ocid under which a purchase or a contract was told of, by its id. */
export const listOcids = async (db: Db, authorityId: string): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('publishing.process')
    .select(['ocid', 'purchase_id', 'contract_id'])
    .where('authority_id', '=', authorityId)
    .orderBy('ocid')
    .execute()
  return new Map(
    rows.flatMap((row) =>
      [row.purchase_id, row.contract_id].flatMap((id) => (id === null ? [] : [[id, row.ocid] as const])),
    ),
  )
}

export type NewState = Subject & {
  readonly ocid: string
  readonly number: number
  readonly compiled: JsonObject
  readonly publishedAt: Date
  readonly summary: ProcessSummary
  readonly promises: readonly PublicPromise[]
  readonly outcomes: readonly PublicOutcome[]
}

const columnsOf = ({ summary, ...state }: NewState) => ({
  number: state.number,
  purchase_id: state.purchaseId,
  contract_id: state.contractId,
  compiled: JSON.stringify(state.compiled),
  published_at: state.publishedAt,
  stage: summary.stage,
  title: summary.title,
  supplier_name: summary.supplierName,
  supplier_id: summary.supplierId,
  value_pence: summary.valuePence,
  paid_pence: summary.paidPence,
  starts_on: summary.startsOn,
  ends_on: summary.endsOn,
  words: summary.words,
})

const promiseRow = (keys: { authority_id: string; ocid: string }) => (promise: PublicPromise) => ({
  ...keys,
  id: promise.id,
  title: promise.title,
  unit: promise.unit,
  basis: promise.basis,
  price_year: promise.priceYear,
  priority: promise.priority,
  place_code: promise.placeCode,
  place_name: promise.placeName,
  status: promise.status,
  quantity: promise.quantity,
  unit_pence: promise.unitPence,
})

const outcomeRow = (keys: { authority_id: string; ocid: string }) => (outcome: PublicOutcome) => ({
  ...keys,
  id: outcome.id,
  promise_id: outcome.promiseId,
  title: outcome.title,
  unit: outcome.unit,
  done_on: outcome.doneOn,
  financial_year: outcome.financialYear,
  place_code: outcome.placeCode,
  place_name: outcome.placeName,
  status: outcome.status,
  reported: outcome.reported,
  verified: outcome.verified,
  story: outcome.story,
})

/** One statement takes at most 65,535 values. */
const MOST_ROWS = 1000
const inBatches = <Row>(rows: readonly Row[]): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / MOST_ROWS) }, (_, at) =>
    rows.slice(at * MOST_ROWS, (at + 1) * MOST_ROWS),
  )

/** Puts what holds of a process in place of what held before. */
export const saveProcess = async (tx: Tx, authorityId: string, state: NewState): Promise<void> => {
  const keys = { authority_id: authorityId, ocid: state.ocid }
  const columns = columnsOf(state)
  await tx
    .insertInto('publishing.process')
    .values({ ...keys, ...columns })
    .onConflict((conflict) => conflict.columns(['authority_id', 'ocid']).doUpdateSet(columns))
    .execute()
  for (const table of ['publishing.outcome', 'publishing.promise'] as const)
    await tx
      .deleteFrom(table)
      .where('authority_id', '=', authorityId)
      .where('ocid', '=', state.ocid)
      .execute()
  for (const rows of inBatches(state.promises.map(promiseRow(keys))))
    await tx.insertInto('publishing.promise').values(rows).execute()
  for (const rows of inBatches(state.outcomes.map(outcomeRow(keys))))
    await tx.insertInto('publishing.outcome').values(rows).execute()
}

/** What holds of every process of an authority. */
export const listCompiled = async (db: Db, authorityId: string): Promise<JsonObject[]> => {
  const rows = await db
    .selectFrom('publishing.process')
    .select('compiled')
    .where('authority_id', '=', authorityId)
    .orderBy('ocid')
    .execute()
  return rows.map(({ compiled }) => compiled as JsonObject)
}
