import type { Pence } from '../../../kernel/money.ts'
import { ledgerName, WITHHELD_NAMES } from '../payments/ledger-names.ts'
import type { MadeUpPayment } from '../payments/made-up-payment.ts'
import { csvFile } from './csv-text.ts'
import { bracketedPounds, groupedPounds, inWindows1252, slashedDay } from './written-values.ts'

export type OldLedgerForm = {
  readonly title: string
  /** Credits in brackets rather than with a minus. */
  readonly hasBrackets?: boolean
  /** The header stands again after so many rows, as on printed pages. */
  readonly rowsAPage?: number
  /** By how much the printed total is wrong. */
  readonly slipOfTotal?: Pence
  /** Rows that were spoilt on the way, by their place among the payments. */
  readonly spoilt?: ReadonlyMap<number, 'no-such-day' | 'no-day' | 'no-amount'>
}

const HEADER = [
  'Directorate',
  'Service',
  'Supplier Name',
  'Date Paid',
  'Transaction No',
  'Expenditure Category',
  'Amount (£) excl VAT',
]
const DAY_COLUMN = 3
const AMOUNT_COLUMN = 6

const rowOf = (payment: MadeUpPayment, form: OldLedgerForm): string[] => [
  payment.department,
  payment.service,
  payment.supplier ? ledgerName(payment.supplier, 'old') : WITHHELD_NAMES.old,
  slashedDay(payment.paidOn),
  payment.reference,
  payment.category,
  form.hasBrackets ? bracketedPounds(payment.pence) : groupedPounds(payment.pence),
]

const spoil = (row: string[], how: 'no-such-day' | 'no-day' | 'no-amount' | undefined): string[] => {
  if (how === 'no-such-day') return row.with(DAY_COLUMN, `31/11${row[DAY_COLUMN]?.slice(5)}`)
  if (how === 'no-day') return row.with(DAY_COLUMN, '')
  return how === 'no-amount' ? row.with(AMOUNT_COLUMN, 'see invoice') : row
}

/** A quarter as the old ledger printed it: CSV in Windows-1252 with title rows above and a total below. */
export const oldLedgerFile = (payments: readonly MadeUpPayment[], form: OldLedgerForm): Buffer => {
  const rows = payments.flatMap((payment, at) => {
    const row = spoil(rowOf(payment, form), form.spoilt?.get(at))
    return form.rowsAPage && at > 0 && at % form.rowsAPage === 0 ? [HEADER, row] : [row]
  })
  const total = payments.reduce((sum, payment) => sum + payment.pence, 0) + (form.slipOfTotal ?? 0)
  const blank = HEADER.map(() => '')
  return inWindows1252(
    csvFile([
      blank.with(0, 'Northmere City Council'),
      blank.with(0, form.title),
      blank,
      HEADER,
      ...rows,
      blank.with(0, 'Total').with(AMOUNT_COLUMN, `£${groupedPounds(total)}`),
    ]),
  )
}
