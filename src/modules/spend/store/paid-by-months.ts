import { sql } from 'kysely'
import type { Reader } from '../../../platform/database.ts'
import type { SpendTables } from '../tables.ts'

export type MonthsOfSupplier = {
  readonly supplierKey: string
  /** The first day of the first month, or null for all there is before `to`. */
  readonly from: string | null
  /** Months that begin on this day or before it. */
  readonly to: string
}

/** Pence paid to suppliers over whole months, in the order asked: many in one query, from the summary. Null where nothing was paid. */
export const paidByMonths = async (
  db: Reader<SpendTables>,
  asked: readonly MonthsOfSupplier[],
): Promise<(number | null)[]> => {
  if (asked.length === 0) return []
  const [keys, froms, tos] = [
    asked.map(({ supplierKey }) => supplierKey),
    asked.map(({ from }) => from && `${from.slice(0, 8)}01`),
    asked.map(({ to }) => to),
  ]
  const { rows } = await sql<{ pence: number | null }>`
    with monthly as (
      select payee.supplier_key, summary.month, sum(summary.amount_pence) as pence
      from spend.payee payee
      join spend.summary summary on summary.authority_id = payee.authority_id and summary.payee_id = payee.id
      where payee.supplier_key = any(${[...new Set(keys)]}::text[])
      group by payee.supplier_key, summary.month
    )
    select sum(monthly.pence)::bigint as pence
    from unnest(${keys}::text[], ${froms}::date[], ${tos}::date[]) with ordinality as asked (supplier_key, "from", "to", at)
    left join monthly on monthly.supplier_key = asked.supplier_key
      and (asked."from" is null or monthly.month >= asked."from") and monthly.month <= asked."to"
    group by asked.at order by asked.at`.execute(db)
  return rows.map(({ pence }) => pence)
}

/** Pence paid to anybody over whole months, and the part of all payments whose month is not known. */
export const paidInAll = async (
  db: Reader<SpendTables>,
  from: string,
  to: string,
): Promise<{ readonly pence: number; readonly withoutMonthPence: number }> => {
  const { rows } = await sql<{ pence: number; withoutMonthPence: number }>`
    select coalesce(sum(amount_pence) filter (where month between ${from}::date and ${to}::date), 0)::bigint as pence,
      coalesce(sum(amount_pence) filter (where month is null), 0)::bigint as "withoutMonthPence"
    from spend.summary`.execute(db)
  return rows[0] ?? { pence: 0, withoutMonthPence: 0 }
}
