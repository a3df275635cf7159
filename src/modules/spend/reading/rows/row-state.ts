import { headerKey } from '../columns/repeated-header.ts'
import { rejectMessage } from '../messages.ts'
import type { PartLayout, Period } from '../model.ts'
import type { OtherKind, OtherRow, PaymentRow, RejectReason, RejectRow } from '../row-model.ts'
import { createDateReader } from '../values/date-reader.ts'
import type { DateReading } from '../values/resolve-date.ts'
import { createPaymentBuilder } from './payment-row.ts'
import { createTotalsBook, type TotalsBook } from './printed-totals.ts'
import { createAmountReader } from './read-amount-cells.ts'
import { shapeOf } from './row-shape.ts'
import { type Counters, countBody, countOther, countPayment, countReject } from './tally.ts'

export type Interpreted = { payments: PaymentRow[]; others: OtherRow[]; rejects: RejectRow[] }

export type Readers = ReturnType<typeof createReaders>

/** Where the reading of one table stands. */
export type RowState = {
  readonly whole: PartLayout
  readonly part: number
  readonly counters: Counters
  readonly totals: TotalsBook
  readonly lastHeaderRow: number
  readers: Readers
  out: Interpreted
  period: Period | null
  rowNumber: number
  previousPayee: string
  /** The payee of the group, where a file prints it once. */
  carriedPayee: string
  /** The date of the group, where a file prints it once. */
  carriedDate: DateReading | null
  isAfterTotal: boolean
  /** An amount alone in its row: a total if the file ends there. */
  waiting: { readonly cells: readonly string[]; readonly rowNumber: number; readonly pence: number } | null
}

/** Everything that depends on which column means what; made anew where a file changes its columns. */
export const createReaders = (layout: PartLayout, counters: Counters) => ({
  layout,
  amounts: createAmountReader(layout.amount, layout.columns, counters),
  dates: createDateReader(layout.columns, {
    order: layout.dateOrder,
    period: layout.period,
    uses1904Dates: layout.uses1904Dates,
    countsFromApril: layout.periodsCountFromApril,
  }),
  build: createPaymentBuilder(layout.columns),
  payeeColumn: layout.columns.payee ?? -1,
  hasDate: layout.columns.date !== undefined || layout.columns.year !== undefined,
  header: layout.headers.map(headerKey),
})

export const createRowState = (layout: PartLayout, part: number, counters: Counters): RowState => ({
  whole: layout,
  part,
  counters,
  totals: createTotalsBook(),
  lastHeaderRow: layout.headerRows?.at(-1) ?? 0,
  readers: createReaders(layout, counters),
  out: { payments: [], others: [], rejects: [] },
  period: layout.period,
  rowNumber: 0,
  previousPayee: '',
  carriedPayee: '',
  carriedDate: null,
  isAfterTotal: false,
  waiting: null,
})

/** On one line, and without an opening quotation mark that never closes. */
const tidyName = (payee: string): string => {
  const line = /[\n\t]/.test(payee) ? payee.replace(/\s+/g, ' ') : payee
  return line.charCodeAt(0) === 34 && line.indexOf('"', 1) < 0 ? line.slice(1).trim() : line
}

const bodyKey = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()

const isOfAnotherBody = ({ onlyBody }: PartLayout, { body }: PaymentRow): boolean =>
  onlyBody !== null && bodyKey(onlyBody) !== bodyKey(body ?? '')

/** Takes a row as a payment. */
export const pay = (
  state: RowState,
  cells: readonly string[],
  pence: number,
  payee: string,
  reading: DateReading | null,
): void => {
  if (state.waiting !== null) settleWaiting(state, false)
  const name = tidyName(payee)
  if (name.includes('\uFFFD')) state.counters.lostCharacters += 1
  const { part, rowNumber, period } = state
  const payment = state.readers.build(cells, { part, rowNumber, pence, payee: name, reading, period })
  state.totals.addRow(pence)
  if (payment.body !== null) countBody(state.counters, payment.body)
  if (isOfAnotherBody(state.whole, payment)) {
    put(state, 'of-another-body', cells, pence)
  } else {
    countPayment(state.counters, payment)
    state.out.payments.push(payment)
  }
  state.previousPayee = name
  state.isAfterTotal = false
}

/** Takes a row as recognised and no payment. */
export const put = (
  state: RowState,
  kind: OtherKind,
  cells: readonly string[],
  pence: number | null,
  rowNumber = state.rowNumber,
): void => {
  const text = kind === 'blank' ? '' : shapeOf(cells).text
  const other: OtherRow = { part: state.part, rowNumber, kind, text, pence }
  countOther(state.counters, other)
  state.out.others.push(other)
}

/** Takes a row as one that cannot be used; `text` is the cell that could not be read. */
export const reject = (
  state: RowState,
  reason: RejectReason,
  cells: readonly string[],
  pence: number,
  text: string,
  rowNumber = state.rowNumber,
): void => {
  const readable = Number.isNaN(pence) ? null : pence
  const row: RejectRow = {
    part: state.part,
    rowNumber,
    reason,
    message: rejectMessage(reason, text),
    pence: readable,
    cells,
  }
  countReject(state.counters, row)
  if (readable !== null) state.totals.addRow(readable)
  state.out.rejects.push(row)
}

/** Decides about an amount that stood alone in its row, now that it is known what follows. */
export const settleWaiting = (state: RowState, isEnd: boolean): void => {
  if (state.waiting === null) return
  const { cells, pence, rowNumber } = state.waiting
  state.waiting = null
  const matched = state.totals.matches(pence)
  if (matched === null && !isEnd) return reject(state, 'only-an-amount', cells, pence, '', rowNumber)
  const kind = isEnd || matched === 'all' ? 'total' : 'subtotal'
  state.totals.print(rowNumber, pence, kind)
  put(state, kind, cells, pence, rowNumber)
}
