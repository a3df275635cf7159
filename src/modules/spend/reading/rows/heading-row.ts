import { layoutFromHeader, readsSameColumns } from '../columns/columns-from-header.ts'
import { readsAsHeader } from '../columns/header-rows.ts'
import { repeatsHeader } from '../columns/repeated-header.ts'
import { findPeriod } from '../values/find-period.ts'
import { readsAsNote } from './row-labels.ts'
import { shapeOf } from './row-shape.ts'
import { createReaders, put, type RowState } from './row-state.ts'

export const isHeading = (state: RowState, cells: readonly string[]): boolean =>
  repeatsHeader(cells, state.readers.header) || readsAsHeader(cells)

/** Takes a repeated header, or a new one under which the columns stand differently. False where it is neither. */
export const takeHeading = (state: RowState, cells: readonly string[]): boolean => {
  if (repeatsHeader(cells, state.readers.header)) {
    state.totals.startSection()
    put(state, 'repeated-header', cells, null)
    return true
  }
  if (!readsAsHeader(cells)) return false
  const changed = layoutFromHeader(cells, state.readers.layout)
  if (changed === null) return false
  put(state, 'repeated-header', cells, null)
  state.totals.startSection()
  if (!readsSameColumns(changed, state.readers.layout)) {
    state.counters.columnChangeRows.push(state.rowNumber)
    state.readers = createReaders(changed, state.counters)
    if (state.period !== null) state.readers.dates.setPeriod(state.period)
  }
  return true
}

const LONGEST_TITLE = 80

/** Takes `May 2023`, alone in its row, as the month of the rows below. False where the row says no such thing. */
export const takeSectionTitle = (state: RowState, cells: readonly string[]): boolean => {
  const { filled, text } = shapeOf(cells)
  const isRemark = readsAsNote(text) && !/^payments?\b/i.test(text)
  if (filled.length > 2 || text.length > LONGEST_TITLE || isRemark) return false
  const found = findPeriod(text)
  if (found === undefined || found.form.kind === 'year') return false
  state.period = { from: found.from, to: found.to }
  state.readers.dates.setPeriod(state.period)
  state.totals.startSection()
  put(state, 'title', cells, null)
  return true
}
