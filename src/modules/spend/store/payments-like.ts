import { sql } from 'kysely'
import type { Reader } from '../../../platform/database.ts'
import type { SpendTables } from '../tables.ts'

/** A payment of a counted file, with the place where it stands. */
export type FoundPayment = {
  readonly importId: string
  readonly fileName: string
  readonly rowNumber: number
  /** Null where the file tells only a period. */
  readonly paidOn: string | null
  /** As the file tells it: without VAT where it says so. */
  readonly amountPence: number
  readonly reference: string | null
}

const MOST = 20_000

/**
 * Payments to a supplier that bear one of some references, or are of one of some amounts; the oldest first. References
 * are compared by their letters and digits alone.
 */
export const findPaymentsLike = async (
  db: Reader<SpendTables>,
  question: {
    readonly supplierKey: string
    readonly references: readonly string[]
    readonly amountsPence: readonly number[]
  },
): Promise<FoundPayment[]> => {
  const { supplierKey, references, amountsPence } = question
  const { rows } = await sql<FoundPayment>`
    select file.id as "importId", file.file_name as "fileName", line.row_number as "rowNumber",
      line.paid_on as "paidOn", line.amount_pence as "amountPence", line.reference
    from spend.payee payee
    join spend.payment line on line.authority_id = payee.authority_id and line.payee_id = payee.id
    join spend.import file on file.authority_id = line.authority_id and file.id = line.import_id
      and file.status = 'counted'
    where payee.supplier_key = ${supplierKey}
      and (line.amount_pence = any(${[...amountsPence]}::bigint[])
        or upper(regexp_replace(line.reference, '[^[:alnum:]]', '', 'g')) in (
          select upper(regexp_replace(asked, '[^[:alnum:]]', '', 'g')) from unnest(${[...references]}::text[]) asked))
    order by coalesce(line.paid_on, line.period_to), file.id, line.part, line.row_number
    limit ${MOST}`.execute(db)
  return rows
}
