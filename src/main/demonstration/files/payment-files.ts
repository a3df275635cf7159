import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { MadeUpPayment } from '../payments/made-up-payment.ts'
import { middleLedgerWorkbook } from './middle-ledger-workbook.ts'
import { newLedgerFile } from './new-ledger-file.ts'
import { type OldLedgerForm, oldLedgerFile } from './old-ledger-file.ts'
import { purchaseCardFile } from './purchase-card-file.ts'

/** What becomes of a file: it counts; it counts no longer; it waits for a choice, or to be read at all. */
type Fate = 'counted' | 'undone' | 'overlapping' | 'unread'

/** A payment file as the council would hand it in; its bytes are made when they are needed. */
export type MadeUpFile = {
  readonly name: string
  readonly fate: Fate
  readonly write: () => Promise<Buffer> | Buffer
}

const between = (payments: readonly MadeUpPayment[], from: PlainDate, to: PlainDate): MadeUpPayment[] =>
  payments.filter((payment) => payment.paidOn >= from && payment.paidOn <= to)

/** The quarters of a financial year. */
const QUARTERS = [
  { name: 'Q1', words: 'April to June', from: '04-01', to: '06-30', yearsOn: 0 },
  { name: 'Q2', words: 'July to September', from: '07-01', to: '09-30', yearsOn: 0 },
  { name: 'Q3', words: 'October to December', from: '10-01', to: '12-31', yearsOn: 0 },
  { name: 'Q4', words: 'January to March', from: '01-01', to: '03-31', yearsOn: 1 },
] as const

const quarter = (payments: readonly MadeUpPayment[], firstYear: number, at: number) => {
  const { name, words, from, to, yearsOn } = QUARTERS[at] as (typeof QUARTERS)[number]
  const year = firstYear + yearsOn
  return {
    name: `Northmere-spend-${firstYear}-${(firstYear + 1) % 100}-${name}`,
    title: `Payments to suppliers over £250, ${words} ${year}`,
    payments: between(payments, `${year}-${from}`, `${year}-${to}`),
  }
}

/** Each quarter of the old ledger has a weakness of its own. */
const OLD_FORMS: readonly Omit<OldLedgerForm, 'title'>[] = [
  {},
  { slipOfTotal: -1840 },
  {
    rowsAPage: 400,
    spoilt: new Map([
      [57, 'no-such-day'],
      [212, 'no-amount'],
      [388, 'no-day'],
      [640, 'no-such-day'],
      [905, 'no-amount'],
      [1120, 'no-such-day'],
    ]),
  },
  { hasBrackets: true },
]

const oldFiles = (payments: readonly MadeUpPayment[]): MadeUpFile[] =>
  OLD_FORMS.map((form, at) => {
    const part = quarter(payments, 2023, at)
    return {
      name: `${part.name}.csv`,
      fate: 'counted',
      write: () => oldLedgerFile(part.payments, { ...form, title: part.title }),
    }
  })

type Part = { readonly name: string; readonly payments: readonly MadeUpPayment[] }

const newFile = ({ name, payments }: Part, fate: Fate = 'counted'): MadeUpFile => ({
  name: `${name}.csv`,
  fate,
  write: () => newLedgerFile(payments),
})

const newFiles = (payments: readonly MadeUpPayment[]): MadeUpFile[] => {
  const draft = quarter(payments, 2025, 1)
  const month = (name: string): Part => ({
    name: `Northmere-spend-${name}`,
    payments: between(payments, `${name}-01`, `${name}-31`),
  })
  return [
    newFile(quarter(payments, 2025, 0)),
    // A draft went out too early and was taken back before the whole quarter came.
    newFile({ name: `${draft.name}-draft`, payments: draft.payments.slice(0, 350) }, 'undone'),
    ...[1, 2, 3].map((at) => newFile(quarter(payments, 2025, at))),
    ...[0, 1].map((at) => newFile(quarter(payments, 2026, at))),
    // March again, from another desk: the payments stand in the fourth quarter already.
    newFile(month('2026-03'), 'overlapping'),
    newFile(month('2026-10'), 'unread'),
  ]
}

/** Every payment file of the demonstration, in the order in which they are handed in. */
export const paymentFiles = (payments: readonly MadeUpPayment[]): MadeUpFile[] => [
  ...oldFiles(payments),
  {
    name: 'Supplier payments 2024-25.xlsx',
    fate: 'counted',
    write: () => middleLedgerWorkbook(between(payments, '2024-04-01', '2025-03-31')),
  },
  ...newFiles(payments),
  { name: 'Purchase-cards-2025-26.csv', fate: 'counted', write: () => purchaseCardFile(2025) },
]
