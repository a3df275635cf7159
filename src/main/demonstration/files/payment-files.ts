import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { MadeUpPayment } from '../payments/made-up-payment.ts'
import { middleLedgerWorkbook } from './middle-ledger-workbook.ts'
import { newLedgerFile } from './new-ledger-file.ts'
import { type OldLedgerForm, oldLedgerFile } from './old-ledger-file.ts'
import { purchaseCardFile } from './purchase-card-file.ts'

/** What becomes of a file: it counts; it counts no longer; it waits for a choice, or to be read at all. */
export type Fate = 'counted' | 'undone' | 'overlapping' | 'unread'

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

const newFile = (name: string, payments: readonly MadeUpPayment[], fate: Fate = 'counted'): MadeUpFile => ({
  name: `${name}.csv`,
  fate,
  write: () => newLedgerFile(payments),
})

const newFiles = (payments: readonly MadeUpPayment[]): MadeUpFile[] => {
  const [q1, q2, q3, q4] = [0, 1, 2, 3].map((at) => quarter(payments, 2025, at)) as [
    ReturnType<typeof quarter>,
    ReturnType<typeof quarter>,
    ReturnType<typeof quarter>,
    ReturnType<typeof quarter>,
  ]
  const [now1, now2] = [0, 1].map((at) => quarter(payments, 2026, at)) as [typeof q1, typeof q1]
  return [
    newFile(q1.name, q1.payments),
    // A draft went out too early and was taken back before the whole quarter came.
    newFile(`${q2.name}-draft`, q2.payments.slice(0, 350), 'undone'),
    newFile(q2.name, q2.payments),
    newFile(q3.name, q3.payments),
    newFile(q4.name, q4.payments),
    newFile(now1.name, now1.payments),
    newFile(now2.name, now2.payments),
    // March again, from another desk: the payments stand in the fourth quarter already.
    newFile('Northmere-spend-2026-03', between(payments, '2026-03-01', '2026-03-31'), 'overlapping'),
    newFile('Northmere-spend-2026-10', between(payments, '2026-10-01', '2026-10-31'), 'unread'),
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
