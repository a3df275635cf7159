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
  /** Null where the file has no column that says it is of VAT that cannot be recovered. */
  readonly irrecoverableVatPence: number | null
}
export type LargePaymentsQuestion = { readonly from: string; readonly to: string; readonly overPence: number }

const day = sql<string>`coalesce(line.paid_on, line.period_to)`

/** A column called only VAT may be of VAT that the council gets back, so it is not taken for the other. */
const irrecoverableVat = sql<number | null>`case when
  file.layout #>> array['parts', line.part::text, 'headers',
    file.layout #>> array['parts', line.part::text, 'columns', 'vat']]
  ~* 'irrecoverabl|unrecoverabl|non[ -]*recoverabl|not recoverabl|cannot be recovered'
  then line.vat_pence end`

const select = (db: Reader<SpendTables>, { from, to, overPence }: LargePaymentsQuestion) =>
  db
    .selectFrom('spend.payment as line')
    .innerJoin('spend.import as file', (join) =>
      join
        .onRef('file.authority_id', '=', 'line.authority_id')
        .onRef('file.id', '=', 'line.import_id')
        .on('file.status', '=', 'counted'),
    )
    .where(day, '>=', from)
    .where(day, '<=', to)
    .where(sql<boolean>`abs(line.amount_pence) > ${overPence}`)

/** Counted payments above an amount, credit notes of that size too, between two days, in their order; streamed. */
export const streamLargePayments = (
  db: Reader<SpendTables>,
  question: LargePaymentsQuestion,
): AsyncIterable<LargePayment> =>
  select(db, question)
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
      irrecoverableVat.as('irrecoverableVatPence'),
    ])
    .orderBy(day)
    .orderBy('line.import_id')
    .orderBy('line.part')
    .orderBy('line.row_number')
    .stream(2000)

/** How many of those payments there are, and of how many the file says what VAT cannot be recovered. */
export const countLargePayments = (
  db: Reader<SpendTables>,
  question: LargePaymentsQuestion,
): Promise<{ readonly payments: number; readonly withVat: number }> =>
  select(db, question)
    .select(({ fn }) => [
      fn.countAll<number>().as('payments'),
      fn.count<number>(irrecoverableVat).as('withVat'),
    ])
    .executeTakeFirstOrThrow()
