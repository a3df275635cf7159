import { sql } from 'kysely'
import type { Slice } from '../model.ts'
import { SEVERAL } from '../rules/parties.ts'
import type { Calculator } from './calculator.ts'
import { inSlice } from './facts.ts'

/** What facts can be grouped by, several at once. */
export type FactColumn =
  | 'org'
  | 'month'
  | 'tier'
  | 'category'
  | 'department'
  | 'kind'
  | 'sector'
  | 'postcode'
  | 'supplier'
  | 'supplier_name'
  | 'party'

export type ColumnSum<Column extends FactColumn> = Readonly<Record<Column, string | null>> & {
  readonly payments: number
  readonly pence: number
}

/** Sums of a slice by several columns at once, largest first. Months are `2026-04`. */
export const sumByColumns = async <Column extends FactColumn>(
  calculator: Calculator,
  columns: readonly Column[],
  slice: Slice,
): Promise<ColumnSum<Column>[]> => {
  const refs = columns.map((column) => sql.ref(column))
  const order = columns.map((column) => sql`${sql.ref(column)} collate "C" nulls last`)
  const texts = columns.map((column) =>
    column === 'month' ? sql`left(month::text, 7) as month` : sql.ref(column),
  )
  return calculator.rows(sql<ColumnSum<Column>>`
    select * from (
      select ${sql.join(texts)}, sum(payments)::bigint as payments, sum(pence)::bigint as pence
      from ${calculator.facts} where ${inSlice(slice)} group by ${sql.join(refs)}) as summed
    order by pence desc, ${sql.join(order)}`)
}

export type SupplierSums = {
  readonly supplier: string
  readonly name: string
  readonly kind: string
  readonly tier: string
  /** How many suppliers of a group are paid here; 0 for a supplier in no group. */
  readonly members: number
  /** How many payees of the ledgers this supplier is. */
  readonly payees: number
  /** How many organisations pay it. */
  readonly orgs: number
  readonly payments: number
  readonly pence: number
}

export type LargestSupplier = Pick<SupplierSums, 'supplier' | 'name' | 'payments' | 'pence'>

/** The largest suppliers of a slice, each once and a group as one; no heads are counted, so that the money map stays quick. */
export const listLargestSuppliers = (
  calculator: Calculator,
  slice: Slice,
  limit: number,
): Promise<LargestSupplier[]> =>
  calculator.rows(sql<LargestSupplier>`
    select party as supplier, min(party_name collate "C") as name, sum(payments)::bigint as payments, sum(pence)::bigint as pence
    from ${calculator.facts} where ${inSlice(slice)}
    group by party order by sum(pence) desc, party collate "C" limit ${limit}`)

/** What all facts of a party share, or `several`. */
const sharedBy = (column: 'kind' | 'tier') =>
  sql`case when min(${sql.ref(column)} collate "C") = max(${sql.ref(column)} collate "C") then min(${sql.ref(column)} collate "C") else ${sql.lit(SEVERAL)} end`

/** Every supplier of a slice once, however many payees it is, and a group of companies as one; largest first. */
export const sumBySupplier = (calculator: Calculator, slice: Slice): Promise<SupplierSums[]> =>
  calculator.rows(sql<SupplierSums>`
    select party as supplier, min(party_name collate "C") as name, ${sharedBy('kind')} as kind, ${sharedBy('tier')} as tier,
      count(distinct case when party <> supplier then supplier end) as members, count(distinct org || ' ' || payee_id) as payees, count(distinct org) as orgs,
      sum(payments)::bigint as payments, sum(pence)::bigint as pence
    from ${calculator.facts} where ${inSlice(slice)}
    group by party order by sum(pence) desc, party collate "C"`)
