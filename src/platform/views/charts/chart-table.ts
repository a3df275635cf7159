/** A cell of the table under a chart. With a `value` of its own, the CSV has that instead of the text. */
export type ChartCell = string | { readonly text: string; readonly value: number | string }

/** The figures of a chart as a table. The first column names the row. */
export interface ChartTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly ChartCell[])[]
  /** Where the same figures are served as CSV; without it the page itself carries them. */
  readonly csvHref?: string | undefined
}

/** A spreadsheet runs text that begins so as a formula; an apostrophe keeps it text. */
const FORMULA = /^[=+\-@\t\r]/

const csvField = (value: number | string): string => {
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const cellText = (cell: ChartCell): string => (typeof cell === 'string' ? cell : cell.text)

const cellValue = (cell: ChartCell) => (typeof cell === 'string' ? cell : cell.value)

/** The table as CSV (RFC 4180), with a byte order mark so that Excel reads the pound sign. */
export const chartCsv = ({ head, rows }: ChartTable): string =>
  `\uFEFF${[head, ...rows].map((row) => `${row.map((cell) => csvField(cellValue(cell))).join(',')}\r\n`).join('')}`

/** The address of the table as CSV. */
export const csvHref = (table: ChartTable): string =>
  table.csvHref ?? `data:text/csv;charset=utf-8,${encodeURIComponent(chartCsv(table))}`
