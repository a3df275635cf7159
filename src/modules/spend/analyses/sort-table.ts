import type { TableState } from '../../../platform/views/views.ts'
import type { AnalysisTable, Cell } from './analysis.ts'

const compare = (a: Cell | undefined, b: Cell | undefined): number => {
  const [x, y] = [a?.value ?? null, b?.value ?? null]
  if (x === null || y === null) return x === y ? 0 : x === null ? -1 : 1
  return typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'en-GB')
}

/** The rows that hold a text, in the order asked for. */
export const arrangeRows = (
  table: AnalysisTable,
  state: Pick<TableState, 'sort' | 'direction'>,
  find: string,
): readonly (readonly Cell[])[] => {
  const needle = find.toLowerCase()
  const found =
    needle === ''
      ? table.rows
      : table.rows.filter((row) => row.some((cell) => cell.text.toLowerCase().includes(needle)))
  const at = table.columns.findIndex((column) => column.name === state.sort)
  if (at < 0) return found
  const sign = state.direction === 'descending' ? -1 : 1
  return found.toSorted((a, b) => sign * compare(a[at], b[at]))
}
