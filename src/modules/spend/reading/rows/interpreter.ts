import type { PartLayout } from '../model.ts'
import { isHeading } from './heading-row.ts'
import { takePreamble } from './preamble-row.ts'
import type { TotalsResult } from './printed-totals.ts'
import { overflows, repairRow } from './repair-row.ts'
import { LABEL_HINT, labelOf } from './row-labels.ts'
import { createRowState, type Interpreted, pay, type RowState, reject, settleWaiting } from './row-state.ts'
import type { Counters } from './tally.ts'
import { takeUnusual } from './unusual-row.ts'

export type Interpreter = {
  readonly take: (cells: readonly string[]) => void
  /** Settles what only the end of the file settles; answers with the printed totals. */
  readonly end: () => TotalsResult
  /** Hands over the rows understood since the last call. */
  readonly drain: () => Interpreted
}

/**
 * Turns the rows of one table into payments, recognised other rows and rejects, one by one. Ordinary payments take
 * the short way; every other row is looked at closely, and none is dropped.
 */
export const createInterpreter = (layout: PartLayout, part: number, counters: Counters): Interpreter => {
  const state = createRowState(layout, part, counters)
  return {
    take: (cells) => takeRow(state, cells),
    end: () => {
      settleWaiting(state, true)
      return state.totals.result()
    },
    drain: () => {
      const handed = state.out
      state.out = { payments: [], others: [], rejects: [] }
      return handed
    },
  }
}

const takeRow = (state: RowState, cells: readonly string[]): void => {
  state.rowNumber += 1
  state.counters.source += 1
  if (state.rowNumber <= state.lastHeaderRow) return takePreamble(state, cells)
  const { layout, amounts, hasDate, dates, payeeColumn } = state.readers
  if (cells.length > layout.width && overflows(cells, layout.width)) return takeOverflowing(state, cells)
  const pence = amounts.read(cells)
  if (!Number.isNaN(pence)) {
    const payee = (cells[payeeColumn] ?? '').trim()
    if (payee !== '' && !LABEL_HINT.test(payee)) {
      const reading = hasDate ? dates.read(cells) : null
      if (reading || !hasDate) {
        if (layout.groupedByPayee) state.carriedPayee = payee
        if (layout.groupedByDate) state.carriedDate = reading ?? null
        return pay(state, cells, pence, payee, reading ?? null)
      }
    }
  }
  takeUnusual(state, cells, pence)
}

const takeOverflowing = (state: RowState, cells: readonly string[]): void => {
  const { amounts, dates, hasDate, layout, payeeColumn } = state.readers
  const isSound = (candidate: readonly string[]): boolean =>
    !Number.isNaN(amounts.read(candidate)) && (!hasDate || Boolean(dates.read(candidate)))
  const repair = repairRow(cells, layout, isSound)
  if (repair === null) {
    const pence = amounts.read(cells)
    if (Number.isNaN(pence) || isHeading(state, cells)) return takeUnusual(state, cells, pence)
    return reject(state, 'columns-shifted', cells, Number.NaN, '')
  }
  if (repair.kind === 'amount-rejoined') {
    state.counters.rejoined += 1
    state.counters.firstRejoinedRow ||= state.rowNumber
  } else if (repair.kind === 'realigned') {
    state.counters.realigned += 1
    state.counters.firstRealignedRow ||= state.rowNumber
  }
  const pence = amounts.read(repair.cells)
  const payee = (repair.cells[payeeColumn] ?? '').trim()
  const reading = hasDate ? dates.read(repair.cells) : null
  if (payee === '' || labelOf(payee) !== null) return takeUnusual(state, repair.cells, pence)
  pay(state, repair.cells, pence, payee, reading ?? null)
}
