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
  const reading = hasDate ? dates.read(cells) : null
  pay(state, cells, pence, isCarried ? state.carriedPayee : payee, reading ?? null)
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
  } else if (decision.kind === 'note' && takeSectionTitle(state, cells)) return
  put(state, decision.kind, cells, decision.pence)
}
