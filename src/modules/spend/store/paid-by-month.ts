import { sql } from 'kysely'
import type { Reader } from '../../../platform/database.ts'
import type { SpendTables } from '../tables.ts'
import type { PaidQuestion } from './paid-to.ts'

export type PaidInMonth = { readonly month: string; readonly lastPaidOn: string; readonly pence: number }

/**
 * What counted payment files say was paid to a supplier, month by month: only what bears the contract's reference, or
 * all of it. Months in order; payments without a day stand in the month their period ends.
 */
export const paidByMonth = async (
  db: Reader<SpendTables>,
  question: PaidQuestion & { readonly isByReference: boolean },
): Promise<PaidInMonth[]> => {
  const { supplierKey, contractReference, from, to, isByReference } = question
  const { rows } = await sql<PaidInMonth>`
    select to_char(day, 'YYYY-MM') as month, max(day)::date as "lastPaidOn", sum(amount_pence)::bigint as pence
    from (
      select coalesce(line.paid_on, line.period_to) as day, line.amount_pence
      from spend.payee payee
      join spend.payment line on line.authority_id = payee.authority_id and line.payee_id = payee.id
      join spend.import file on file.authority_id = line.authority_id and file.id = line.import_id
        and file.status = 'counted'
      where payee.supplier_key = ${supplierKey}
        and (not ${isByReference}::boolean or upper(regexp_replace(line.contract_reference, '\\s', '', 'g')) =
          upper(regexp_replace(${contractReference}::text, '\\s', '', 'g')))
    ) lines
    where day is not null and (${from}::date is null or day >= ${from}::date)
      and (${to}::date is null or day <= ${to}::date)
    group by 1 order by 1`.execute(db)
  return rows
}
