import { repeatsHeader } from '../columns/repeated-header.ts'
import { isBlankRow } from '../values/blank-text.ts'
import { figureInText } from './classify-row.ts'
import { createAmountReader } from './read-amount-cells.ts'
import { labelOf } from './row-labels.ts'
import { type RowShape, shapeOf } from './row-shape.ts'
import { pay, put, type RowState } from './row-state.ts'

/** Takes a row down to the header: titles, blanks, the header itself, a total in the title; even a payment. */
export const takePreamble = (state: RowState, cells: readonly string[]): void => {
  if (state.whole.headerRows?.includes(state.rowNumber)) return put(state, 'header', cells, null)
  if (isBlankRow(cells)) return put(state, 'blank', cells, null)
  if (repeatsHeader(cells, state.readers.header)) return put(state, 'repeated-header', cells, null)
  const shape = shapeOf(cells)
  if (takePaymentAboveHeader(state, cells, shape)) return
  const declared = declaredTotal(state, cells, shape)
  if (declared === null) return put(state, 'title', cells, null)
  state.totals.declare(state.rowNumber, declared)
  put(state, 'total', cells, declared)
}

/** Rows above the only header that was found are payments too, if they are full rows. */
const takePaymentAboveHeader = (state: RowState, cells: readonly string[], shape: RowShape): boolean => {
  const { amounts, dates, hasDate, layout, payeeColumn } = state.readers
  if (shape.numbers.length === 0 || shape.filled.length < Math.max(3, layout.usualCells * 0.7)) return false
  const pence = amounts.read(cells)
  const payee = (cells[payeeColumn] ?? '').trim()
  const reading = hasDate ? dates.read(cells) : null
  if (Number.isNaN(pence) || payee === '' || (hasDate && !reading)) return false
  pay(state, cells, pence, payee, reading ?? null)
  return true
}

/** `Total spend | £1,234,567.89` above the header. */
const declaredTotal = (state: RowState, cells: readonly string[], shape: RowShape): number | null => {
  const written = figureInText(shape.text)
  if (!Number.isNaN(written)) return written
  const isTotal = shape.words.some((column) => {
    const label = labelOf(cells[column] ?? '')
    return label === 'grand' || label === 'total'
  })
  const [only, second] = shape.numbers
  if (!isTotal || only === undefined || second !== undefined) return null
  const plan = { ...state.whole.amount, terms: [{ column: only, sign: 1 as const }] }
  const pence = createAmountReader(plan, {}, { rounded: 0, exponents: 0, signed: 0 }).read(cells)
  return Number.isNaN(pence) ? null : pence
}
