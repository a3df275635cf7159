import { csvText } from '../../../platform/export-table.ts'
import type { Cell } from '../rules/flatten.ts'

const csvCell = (value: Cell): string => {
  if (value === null) return ''
  return typeof value === 'string' ? csvText(value) : String(value)
}

/** A table as CSV with a byte order mark, so that every spreadsheet reads the letters; no cell is a formula. */
export function* csvLines(columns: readonly string[], rows: Iterable<readonly Cell[]>): Generator<string> {
  yield `\uFEFF${columns.map(csvCell).join(',')}\r\n`
  for (const row of rows) yield `${row.map(csvCell).join(',')}\r\n`
}
