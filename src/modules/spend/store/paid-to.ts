import { sql } from 'kysely'
import type { Reader } from '../../../platform/database.ts'
import type { SpendTables } from '../tables.ts'

export type PaidQuestion = {
  readonly supplierKey: string
  /** What the ledger calls the contract; compared without regard to case and spaces. */
  readonly contractReference: string
  readonly from: string | null
  readonly to: string | null
}
export type PaidTo = {
  readonly byReferencePence: number
  readonly byReferencePayments: number
  readonly bySupplierPence: number
  readonly bySupplierPayments: number
}

/** What counted payment files say was paid to a supplier between two days, and how much of it bears a contract's reference. */
export const paidTo = async (db: Reader<SpendTables>, question: PaidQuestion): Promise<PaidTo> => {
  const { supplierKey, contractReference, from, to } = question
  const { rows } = await sql<PaidTo>`
    select
      coalesce(sum(amount_pence) filter (where is_named), 0)::bigint as "byReferencePence",
      count(*) filter (where is_named) as "byReferencePayments",
      coalesce(sum(amount_pence), 0)::bigint as "bySupplierPence",
      count(*) as "bySupplierPayments"
    from (
      select line.amount_pence,
        upper(regexp_replace(line.contract_reference, '\\s', '', 'g')) =
          upper(regexp_replace(${contractReference}::text, '\\s', '', 'g')) as is_named
      from spend.payee payee
      join spend.payment line on line.authority_id = payee.authority_id and line.payee_id = payee.id
      join spend.import file on file.authority_id = line.authority_id and file.id = line.import_id
        and file.status = 'counted'
      where payee.supplier_key = ${supplierKey}
        and (${from}::date is null or coalesce(line.paid_on, line.period_to) >= ${from}::date)
        and (${to}::date is null or coalesce(line.paid_on, line.period_to) <= ${to}::date)
    ) lines`.execute(db)
  return rows[0] ?? { byReferencePence: 0, byReferencePayments: 0, bySupplierPence: 0, bySupplierPayments: 0 }
}
