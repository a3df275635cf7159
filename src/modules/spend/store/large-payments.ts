import { sql } from 'kysely'
import type { Reader } from '../../../platform/database.ts'
import type { SpendTables } from '../tables.ts'

export type LargePayment = {
  readonly day: string
  readonly department: string
  readonly payeeName: string
  /** A register or a number of the ledger says that the payee is an organisation. */
  readonly isRegistered: boolean
  readonly description: string
  readonly category: string
  readonly amountPence: number
}

/** Counted payments above an amount, credit notes of that size too, between two days, in their order; streamed. */
export const streamLargePayments = (
  db: Reader<SpendTables>,
  question: { readonly from: string; readonly to: string; readonly overPence: number },
): AsyncIterable<LargePayment> => {
  const day = sql<string>`coalesce(line.paid_on, line.period_to)`
  return db
    .selectFrom('spend.payment as line')
    .innerJoin('spend.import as file', (join) =>
      join
        .onRef('file.authority_id', '=', 'line.authority_id')
        .onRef('file.id', '=', 'line.import_id')
        .on('file.status', '=', 'counted'),
    )
    .innerJoin('spend.payee as payee', (join) =>
      join.onRef('payee.authority_id', '=', 'line.authority_id').onRef('payee.id', '=', 'line.payee_id'),
    )
    .select([
      day.as('day'),
      sql<string>`coalesce(line.department, '')`.as('department'),
      'payee.name as payeeName',
      sql<boolean>`coalesce(payee.register_number, payee.company_number, payee.charity_number) is not null`.as(
        'isRegistered',
      ),
      sql<string>`coalesce(line.description, line.category, '')`.as('description'),
      sql<string>`coalesce(line.category, '')`.as('category'),
      'line.amount_pence as amountPence',
    ])
    .where(day, '>=', question.from)
    .where(day, '<=', question.to)
    .where(sql<boolean>`abs(line.amount_pence) > ${question.overPence}`)
    .orderBy(day)
    .orderBy('line.import_id')
    .orderBy('line.part')
    .orderBy('line.row_number')
    .stream(2000)
}
