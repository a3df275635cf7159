import { isBlankRow } from '../values/blank-text.ts'
import { classifyRow, type RowDecision } from './classify-row.ts'
import { takeHeading, takeSectionTitle } from './heading-row.ts'
import { shapeOf } from './row-shape.ts'
import { pay, put, type RowState, reject, settleWaiting } from './row-state.ts'

/** Takes a row that is not plainly a payment; `pence` is its amount, or NaN. */
export const takeUnusual = (state: RowState, cells: readonly string[], pence: number): void => {
  if (isBlankRow(cells)) return put(state, 'blank', cells, null)
  if (Number.isNaN(pence) && takeHeading(state, cells)) return
  const { amounts, dates, hasDate, layout, payeeColumn } = state.readers
  const payee = (cells[payeeColumn] ?? '').trim()
  const decision = classifyRow(
    {
      cells,
      shape: shapeOf(cells),
      pence,
      amountProblem: Number.isNaN(pence) ? amounts.problem(cells) : null,
      date: hasDate ? dates.read(cells) : null,
      hasDateColumn: hasDate,
      payee,
      previousPayee: state.previousPayee,
      matches: state.totals.matches,
      rowsInSection: state.totals.rowsInSection(),
      isAfterTotal: state.isAfterTotal,
    },
    layout,
  )
  act(state, decision, cells, pence, payee)
}

const act = (
  state: RowState,
  decision: RowDecision,
  cells: readonly string[],
  pence: number,
  payee: string,
): void => {
  switch (decision.is) {
    case 'payment':
      return payWithCarriedPayee(state, cells, pence, payee)
    case 'reject':
      if (decision.reason === 'date-missing' && state.carriedDate !== null) {
        return payWithCarriedPayee(state, cells, pence, payee)
      }
      settleWaiting(state, false)
      return reject(state, decision.reason, cells, pence, decision.text)
    case 'lone-amount':
      settleWaiting(state, false)
      state.waiting = { cells, rowNumber: state.rowNumber, pence }
      return
    case 'other':
      putOther(state, decision, cells, payee)
  }
}

const payWithCarriedPayee = (
  state: RowState,
  cells: readonly string[],
  pence: number,
  payee: string,
): void => {
  const { hasDate, dates, layout } = state.readers
  const isCarried = layout.groupedByPayee && payee === ''
  if (payee !== '') state.carriedPayee = payee
  const reading = (hasDate ? dates.read(cells) : null) ?? state.carriedDate
  if (layout.groupedByDate) state.carriedDate = reading
  pay(state, cells, pence, isCarried ? state.carriedPayee : payee, reading)
}

const putOther = (
  state: RowState,
  decision: Extract<RowDecision, { is: 'other' }>,
  cells: readonly string[],
  payee: string,
): void => {
  if ((decision.kind === 'total' || decision.kind === 'subtotal') && decision.pence !== null) {
    settleWaiting(state, false)
    const kind = decision.kind === 'subtotal' ? 'subtotal' : decision.isGrand ? 'grand' : 'total'
    const printed = state.totals.print(state.rowNumber, decision.pence, kind)
    state.isAfterTotal = printed.matches === 'all' && kind !== 'subtotal'
  } else if (decision.kind === 'group') {
    state.carriedPayee = payee
    state.totals.startSection()
  } else if (decision.kind === 'note' && takeDateHeading(state, cells)) return
  else if (decision.kind === 'note' && takeSectionTitle(state, cells)) return
  put(state, decision.kind, cells, decision.pence)
}

/** A day alone in its row, where a file prints it once for the rows below. */
const takeDateHeading = (state: RowState, cells: readonly string[]): boolean => {
  const { dates, hasDate, layout } = state.readers
  const reading = layout.groupedByDate && hasDate ? dates.read(cells) : null
  if (!reading) return false
  state.carriedDate = reading
  put(state, 'group', cells, null)
  return true
}
