import { poundsText, warning } from '../messages.ts'
import type { Period, Warning } from '../model.ts'
import type { OtherRow, PaymentRow, ReadingTally, RejectRow } from '../row-model.ts'
import type { TotalsResult } from './printed-totals.ts'
import type { AmountNotes } from './read-amount-cells.ts'

/** Counted over a whole reading, all parts together. */
export type Counters = AmountNotes & {
  source: number
  payments: number
  other: number
  rejected: number
  paymentsPence: number
  rejectedPence: number
  otherPence: number
  from: string | null
  to: string | null
  /** Payments of which neither day nor period is known. */
  undated: number
  unnamed: number
  unnamedPence: number
  repeatedHeaders: number
  rejoined: number
  firstRejoinedRow: number
  realigned: number
  firstRealignedRow: number
  lostCharacters: number
  otherCurrencies: Map<string, number>
  bodies: Map<string, number>
  /** Rows left out because another body was asked for. */
  ofOtherBodies: number
  columnChangeRows: number[]
}

export const createCounters = (): Counters => ({
  source: 0,
  payments: 0,
  other: 0,
  rejected: 0,
  paymentsPence: 0,
  rejectedPence: 0,
  otherPence: 0,
  from: null,
  to: null,
  undated: 0,
  unnamed: 0,
  unnamedPence: 0,
  repeatedHeaders: 0,
  rejoined: 0,
  firstRejoinedRow: 0,
  realigned: 0,
  firstRealignedRow: 0,
  lostCharacters: 0,
  rounded: 0,
  exponents: 0,
  signed: 0,
  otherCurrencies: new Map(),
  bodies: new Map(),
  ofOtherBodies: 0,
  columnChangeRows: [],
})

const MOST_NAMES = 50
const POUNDS = /^(?:gbp|£|sterling|pounds?|uk pounds?|uk sterling)$/i

export const countPayment = (counters: Counters, payment: PaymentRow): void => {
  counters.payments += 1
  counters.paymentsPence += payment.amountPence
  const from = payment.paidOn ?? payment.periodFrom
  const to = payment.paidOn ?? payment.periodTo
  if (from === null) counters.undated += 1
  else if (counters.from === null || from < counters.from) counters.from = from
  if (to !== null && (counters.to === null || to > counters.to)) counters.to = to
  if (payment.payeeFlag === 'unnamed') {
    counters.unnamed += 1
    counters.unnamedPence += payment.amountPence
  }
  if (payment.currency !== null && !POUNDS.test(payment.currency))
    countName(counters.otherCurrencies, payment.currency)
}

/** Counts a row of a body, whether or not that body is the one asked for. */
export const countBody = (counters: Counters, body: string): void => countName(counters.bodies, body)

const countName = (names: Map<string, number>, name: string): void => {
  const count = names.get(name)
  if (count !== undefined) names.set(name, count + 1)
  else if (names.size < MOST_NAMES) names.set(name, 1)
}

export const countOther = (counters: Counters, row: OtherRow): void => {
  counters.other += 1
  counters.otherPence += row.pence ?? 0
  if (row.kind === 'repeated-header') counters.repeatedHeaders += 1
  if (row.kind === 'of-another-body') counters.ofOtherBodies += 1
}

export const countReject = (counters: Counters, row: RejectRow): void => {
  counters.rejected += 1
  counters.rejectedPence += row.pence ?? 0
}

/** The account as it stands. */
export const tallyOf = (
  counters: Counters,
  printedTotal: number | null,
  warnings: readonly Warning[],
): ReadingTally => {
  const period: Period | null =
    counters.from === null || counters.to === null ? null : { from: counters.from, to: counters.to }
  return {
    rows: {
      source: counters.source,
      payments: counters.payments,
      other: counters.other,
      rejected: counters.rejected,
    },
    pence: {
      payments: counters.paymentsPence,
      rejected: counters.rejectedPence,
      other: counters.otherPence,
      printedTotal,
    },
    period,
    warnings,
  }
}

/** What the reading itself found out, in sentences. */
export const warningsOf = (counters: Counters, onlyBody: string | null = null): Warning[] => {
  const found: Warning[] = []
  const add = (isSo: boolean, make: () => Warning): void => {
    if (isSo) found.push(make())
  }
  add(counters.repeatedHeaders > 0, () => warning('headers-repeated', { count: counters.repeatedHeaders }))
  for (const row of counters.columnChangeRows.slice(0, 5)) found.push(warning('columns-change', { row }))
  add(counters.rounded > 0, () => warning('amounts-rounded', { count: counters.rounded }))
  add(counters.exponents > 0, () => warning('amounts-exponent', { count: counters.exponents }))
  add(counters.signed > 0, () => warning('credit-notes-signed', { count: counters.signed }))
  add(counters.rejoined > 0, () =>
    warning('amounts-rejoined', { count: counters.rejoined, row: counters.firstRejoinedRow }),
  )
  add(counters.realigned > 0, () =>
    warning('rows-realigned', { count: counters.realigned, row: counters.firstRealignedRow }),
  )
  add(counters.lostCharacters > 0, () => warning('characters-lost', { count: counters.lostCharacters }))
  add(counters.unnamed > 0, () =>
    warning('payees-unnamed', { count: counters.unnamed, amount: poundsText(counters.unnamedPence) }),
  )
  found.push(...bodyWarnings(counters, onlyBody))
  add(counters.otherCurrencies.size > 0, () =>
    warning('amounts-not-pounds', {
      count: [...counters.otherCurrencies.values()].reduce((sum, count) => sum + count, 0),
      currencies: [...counters.otherCurrencies.keys()].slice(0, 5).join(', '),
    }),
  )
  const rows = counters.payments + counters.rejected
  add(counters.rejected > 5 && counters.rejected > rows * 0.1, () =>
    warning('many-rejects', { count: counters.rejected, rows }),
  )
  return found
}

const bodyWarnings = ({ bodies, ofOtherBodies, payments }: Counters, onlyBody: string | null): Warning[] => {
  const names = [...bodies]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 10)
    .map(([name, rows]) => `${name} (${rows.toLocaleString('en-GB')})`)
    .join('; ')
  if (onlyBody !== null && payments === 0)
    return [warning('body-not-found', { body: onlyBody, names: names || 'no body' })]
  if (onlyBody !== null) return [warning('body-chosen', { body: onlyBody, count: ofOtherBodies })]
  if (bodies.size < 2) return []
  const count = bodies.size >= MOST_NAMES ? `${MOST_NAMES} or more` : bodies.size
  return [warning('several-bodies', { count, names })]
}

/** The printed total against the rows: equal, or different, or equal only with the rejected rows counted. */
export const totalWarnings = (result: TotalsResult, rejectedPence: number): Warning[] => {
  const found: Warning[] = []
  const printed = result.printedTotal
  if (printed !== null && printed !== result.sumOfRows) {
    found.push(
      warning('total-differs', {
        printed: poundsText(printed),
        sum: poundsText(result.sumOfRows),
        difference: poundsText(Math.abs(printed - result.sumOfRows)),
      }),
    )
  } else if (printed !== null && rejectedPence !== 0) {
    found.push(
      warning('total-includes-rejects', {
        printed: poundsText(printed),
        rejected: poundsText(rejectedPence),
      }),
    )
  }
  if (result.wrongSubtotals > 0) {
    found.push(warning('subtotals-differ', { count: result.wrongSubtotals, row: result.firstWrongRow }))
  }
  return found
}
