import { sql } from 'kysely'
import type { FinancialYear } from '../../../kernel/financial-year.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Reader } from '../../../platform/database.ts'
import type { ContractsTables } from '../tables.ts'

type Days = { readonly from: PlainDate; readonly on: PlainDate }
type Db = Reader<ContractsTables>

/** A contract that runs in a year, with the extensions taken by the day. */
export type ContractOfYear = {
  readonly id: string
  readonly supplierKey: string
  readonly valuePence: number | null
  readonly hasPromises: boolean
}

/** A commitment with what of it is verified. Figures are pence where it is priced, hundredths of a unit where it is counted. */
export type PromiseOfYear = {
  readonly id: string
  readonly contractId: string
  readonly title: string
  readonly supplierName: string
  readonly supplierKey: string
  readonly department: string
  readonly priorityId: string | null
  readonly basis: string
  readonly unit: string
  readonly isPriced: boolean
  /** What falls due in each year of its schedule. */
  readonly shares: readonly { readonly year: FinancialYear; readonly due: number | null }[]
  readonly scalesWithSpend: boolean
  readonly valuePence: number | null
  readonly startsOn: PlainDate | null
  readonly endsOn: PlainDate | null
  /** Null where it is beyond what a whole number holds exactly. */
  readonly promised: number | null
  readonly verifiedBefore: number | null
  readonly verified: number | null
}

/** `c` with the last day as it stood on a day. */
const contractOn = (on: PlainDate) => sql`
  select c.id, c.department, c.supplier_name, c.supplier_key, c.value_pence, c.starts_on,
    case when c.ends_on is not null then greatest(c.ends_on, (
      select max(e.until_on) from contracts.extension e
      where e.authority_id = c.authority_id and e.contract_id = c.id and e.taken_on <= ${on}::date)) end as ends_on
  from contracts.contract c`

/** Contracts that run in a year, by a day in it. */
export const contractsOfYear = async (db: Db, { from, on }: Days): Promise<ContractOfYear[]> => {
  const { rows } = await sql<ContractOfYear>`
    with contract as (${contractOn(on)})
    select id, supplier_key as "supplierKey", value_pence as "valuePence",
      exists (select from contracts.commitment p where p.contract_id = contract.id) as "hasPromises"
    from contract
    where (starts_on is null or starts_on <= ${on}::date) and (ends_on is null or ends_on >= ${from}::date)
    order by id`.execute(db)
  return rows
}

/** What is counted and not priced is one for one. */
const VALUE = sql`case when basis = 'none' then 1 else coalesce(unit_value, 1) end`

/** Whole hundredths, halves away from zero; null where they are too many to be exact. */
const hundredths = (quantity: ReturnType<typeof sql>) => sql`
  case when abs(${quantity} * ${VALUE}) < 9e13 then round(${quantity} * ${VALUE} * 100)::bigint end`

/**
 * Every commitment whose contract has not ended before the year, or to which something was delivered in it, with what
 * was verified before the year and by the day. One that another took the place of is what was verified of it, due by
 * its last day: the rest is in the other. Deliveries are added up once, by commitment, in one pass.
 */
export const promisesOfYear = async (db: Db, { from, on }: Days): Promise<PromiseOfYear[]> => {
  const isReplaced = sql`coalesce(p.until_on < ${on}::date, false)`
  const { rows } = await sql<PromiseOfYear>`
    with contract as materialized (${contractOn(on)}),
    verified as (
      select commitment_id, coalesce(sum(verified_quantity), 0) as by_day,
        coalesce(sum(verified_quantity) filter (where to_on < ${from}::date), 0) as before_year
      from contracts.delivery
      where commitment_id is not null and verified_quantity is not null and to_on <= ${on}::date
      group by commitment_id
    )
    select p.id, p.contract_id as "contractId", p.title, contract.supplier_name as "supplierName",
      contract.supplier_key as "supplierKey", contract.department, p.priority_id as "priorityId", p.basis, p.unit,
      p.unit_value is not null and p.basis <> 'none' as "isPriced",
      case when p.schedule = '[]' or ${isReplaced} then '[]'::jsonb else (
        select jsonb_agg(jsonb_build_object('year', share ->> 'year',
          'due', ${hundredths(sql`(share ->> 'quantity')::numeric`)}) order by at)
        from jsonb_array_elements(p.schedule) with ordinality as shares (share, at)) end as shares,
      p.scales_with_spend and not ${isReplaced} as "scalesWithSpend", contract.value_pence as "valuePence",
      coalesce(p.from_on, contract.starts_on) as "startsOn",
      case when ${isReplaced} then p.until_on else contract.ends_on end as "endsOn",
      ${hundredths(sql`case when ${isReplaced} then coalesce(verified.by_day, 0) else p.quantity end`)} as promised,
      ${hundredths(sql`coalesce(verified.before_year, 0)`)} as "verifiedBefore",
      ${hundredths(sql`coalesce(verified.by_day, 0)`)} as verified
    from contracts.commitment p
    join contract on contract.id = p.contract_id
    left join verified on verified.commitment_id = p.id
    where (p.from_on is null or p.from_on <= ${on}::date)
      and (contract.ends_on is null or contract.ends_on >= ${from}::date
        or coalesce(verified.by_day, 0) <> coalesce(verified.before_year, 0))
    order by p.contract_id, p.position, p.id`.execute(db)
  return rows
}

/** What was verified in the year without having been promised, by unit, in hundredths of it. */
export const unplannedOfYear = async (
  db: Db,
  { from, on }: Days,
): Promise<{ readonly unit: string; readonly deliveries: number; readonly quantity: number }[]> => {
  const { rows } = await sql<{ unit: string; deliveries: number; quantity: number }>`
    select unit, count(*) as deliveries, round(least(sum(verified_quantity), 9e13) * 100)::bigint as quantity
    from contracts.delivery
    where commitment_id is null and verified_quantity is not null
      and to_on between ${from}::date and ${on}::date
    group by unit order by count(*) desc, unit`.execute(db)
  return rows
}
