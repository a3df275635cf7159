import type { PartLayout } from '../model.ts'
import type { OtherKind, RejectReason } from '../row-model.ts'
import { readAmount } from '../values/amount.ts'
import { saysNothing } from '../values/blank-text.ts'
import type { DateAnswer } from '../values/date-reader.ts'
import { labelOf, labelSubject, readsAsNote } from './row-labels.ts'
import type { RowShape } from './row-shape.ts'

/** What is known about a row before it is decided what it is. */
export type RowEvidence = {
  readonly cells: readonly string[]
  readonly shape: RowShape
  /** Exact pence of the amount, or NaN. */
  readonly pence: number
  readonly amountProblem: {
    readonly why: 'missing' | 'unreadable' | 'not-pounds'
    readonly text: string
  } | null
  readonly date: DateAnswer
  readonly hasDateColumn: boolean
  readonly payee: string
  readonly previousPayee: string
  /** How a figure compares with the sums so far. */
  readonly matches: (pence: number) => 'all' | 'section' | null
  readonly rowsInSection: number
  /** A total that equals all rows has gone before; what follows without a date is a summary. */
  readonly isAfterTotal: boolean
}

export type RowDecision =
  | { readonly is: 'payment' }
  | {
      readonly is: 'other'
      readonly kind: OtherKind
      readonly pence: number | null
      readonly isGrand?: boolean
    }
  | { readonly is: 'reject'; readonly reason: RejectReason; readonly text: string }
  /** An amount alone in its row: the grand total if the file ends here, otherwise a row nobody can use. */
  | { readonly is: 'lone-amount' }

/** Decides what a row is that is not plainly a payment. */
export const classifyRow = (row: RowEvidence, layout: PartLayout): RowDecision => {
  const total = totalOf(row, layout)
  if (total !== null) return total
  if (Number.isNaN(row.pence)) return withoutAmount(row, layout)
  if (row.isAfterTotal && row.hasDateColumn && !hasDate(row) && row.shape.filled.length <= 3) {
    return { is: 'other', kind: 'note', pence: null }
  }
  if (row.shape.words.length === 0 && !hasDate(row)) return withOnlyNumbers(row)
  if (!row.hasDateColumn || hasDate(row)) return { is: 'payment' }
  return row.date === null
    ? { is: 'reject', reason: 'date-missing', text: '' }
    : { is: 'reject', reason: 'date-unreadable', text: row.cells[layout.columns.date ?? -1] ?? '' }
}

const hasDate = (row: RowEvidence): boolean => row.date !== null && row.date !== undefined

const withOnlyNumbers = (row: RowEvidence): RowDecision => {
  const isAlone = row.shape.numbers.length === row.shape.filled.length && row.shape.filled.length <= 4
  if (isAlone && row.pence === 0) return { is: 'other', kind: 'blank', pence: 0 }
  if (isAlone && row.payee === '') return { is: 'lone-amount' }
  if (!row.hasDateColumn) return { is: 'payment' }
  return row.date === null
    ? { is: 'reject', reason: 'date-missing', text: '' }
    : { is: 'reject', reason: 'date-unreadable', text: '' }
}

/** The figure that a total row prints: in the amount column, or the only number of the row. */
const figureOf = (row: RowEvidence): number | null => {
  if (!Number.isNaN(row.pence)) return row.pence
  return null
}

const totalOf = (row: RowEvidence, layout: PartLayout): RowDecision | null => {
  const usual = layout.usualCells
  const isSparse = row.shape.filled.length <= Math.max(2, usual * 0.6) && row.shape.filled.length < usual
  for (const column of row.shape.words) {
    const text = row.cells[column]?.trim() ?? ''
    const label = labelOf(text)
    if (label === null) continue
    const decided = decideLabel(row, label, text, isSparse, usual)
    if (decided !== null) return decided
  }
  const labelled = subtotalByArithmetic(row, isSparse)
  return labelled ? { is: 'other', kind: 'subtotal', pence: row.pence } : null
}

const decideLabel = (
  row: RowEvidence,
  label: NonNullable<ReturnType<typeof labelOf>>,
  text: string,
  isSparse: boolean,
  usual: number,
): RowDecision | null => {
  const figure = figureOf(row)
  const isBare = row.shape.words.length === 1
  const matched = figure === null ? null : row.matches(figure)
  const isProven = matched !== null && row.rowsInSection !== 1
  if (label === 'count') return isSparse || !hasDate(row) ? { is: 'other', kind: 'note', pence: null } : null
  if (label !== 'loose') {
    const isFull = hasDate(row) && !isSparse
    if (isFull && !(isProven && label !== 'subtotal')) return null
    // a supplier may be called Total: a full row is a payment unless its figure is the sum of the rows above
    if (!row.hasDateColumn && !isSparse && usual > 2 && !isProven) return null
    const kind = label === 'subtotal' ? 'subtotal' : 'total'
    return { is: 'other', kind, pence: figure, isGrand: label === 'grand' }
  }
  if (figure === null && row.shape.numbers.length === 0) return null
  if (hasDate(row)) return null
  const subject = labelSubject(text)
  const repeatsPayee = subject !== '' && subject === row.previousPayee.toLowerCase()
  const isOnlyLabel = isBare && isSparse && row.hasDateColumn && usual > 2
  if (repeatsPayee || (isSparse && isProven) || isOnlyLabel)
    return { is: 'other', kind: 'subtotal', pence: figure }
  return null
}

/** A row without date and payee that equals the rows above it: the subtotal of a department or a page. */
const subtotalByArithmetic = (row: RowEvidence, isSparse: boolean): boolean =>
  isSparse &&
  !Number.isNaN(row.pence) &&
  row.pence !== 0 &&
  row.payee === '' &&
  !hasDate(row) &&
  row.shape.words.length === 1 &&
  row.rowsInSection > 1 &&
  row.matches(row.pence) !== null

const withoutAmount = (row: RowEvidence, layout: PartLayout): RowDecision => {
  const { shape, payee, amountProblem } = row
  const filled = shape.filled.length
  const problem = amountProblem ?? { why: 'missing' as const, text: '' }
  if (filled === 1) return loneText(row, layout)
  const isNamed = payee !== '' && !saysNothing(payee)
  const hasEnough = filled >= 3 || filled >= layout.usualCells - 1
  if (problem.why === 'missing') {
    const isRow =
      (hasDate(row) && (isNamed || filled >= 3)) ||
      (isNamed && hasEnough && filled >= layout.usualCells * 0.5)
    return isRow ? { is: 'reject', reason: 'amount-missing', text: '' } : loneText(row, layout)
  }
  const isRow = hasDate(row) || (isNamed && hasEnough) || problem.why === 'not-pounds'
  if (!isRow) return loneText(row, layout)
  const reason = problem.why === 'not-pounds' ? 'amount-not-pounds' : 'amount-unreadable'
  return { is: 'reject', reason, text: problem.text }
}

const FIGURE_IN_TEXT = /^\W*(?:grand\s+|overall\s+)?total\b[^0-9£(]{0,60}(\(?-?£?\s*[\d,]+\.\d{2}\)?)(?!\d)/i

/** The figure of `Total: £1,234.56 excluding VAT`, written into one cell; NaN where there is none. */
export const figureInText = (text: string): number => {
  const match = FIGURE_IN_TEXT.exec(text)
  return match === null ? Number.NaN : (readAmount(match[1] ?? '')?.pence ?? Number.NaN)
}

/** Words without money: a heading above the rows of a payee, a month, or a remark. */
const loneText = (row: RowEvidence, layout: PartLayout): RowDecision => {
  const figure = figureInText(row.shape.text)
  if (!Number.isNaN(figure)) return { is: 'other', kind: 'total', pence: figure, isGrand: false }
  const isHeading = layout.groupedByPayee && row.payee !== '' && !readsAsNote(row.shape.text)
  return { is: 'other', kind: isHeading ? 'group' : 'note', pence: null }
}
