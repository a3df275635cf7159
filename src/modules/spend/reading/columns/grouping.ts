import type { RoleColumns } from '../model.ts'
import { isEmptyCell } from '../values/blank-text.ts'

type Rows = readonly (readonly string[])[]
type HasAmount = (row: readonly string[]) => boolean
const LEAST_ROWS = 4

/**
 * Whether the payee is printed once, above or on the first row of its rows, as reports and pivot tables do. An empty
 * payee elsewhere means that the name was kept back, so this needs strong proof: either names stand only on rows of
 * their own, or they stand in alphabetical order, each once, with gaps between.
 */
export const isGroupedByPayee = (rows: Rows, columns: RoleColumns, hasAmount: HasAmount): boolean =>
  columns.payee !== undefined &&
  (standsOnOwnRows(rows, columns.payee, hasAmount) ||
    isPrintedOnce(rows.filter(hasAmount), columns.payee, LOWER_CASE))

/** Whether a day is printed once, above or on the first of its rows: each day once and in order, with gaps between. */
export const isGroupedByDate = (
  rows: Rows,
  columns: RoleColumns,
  hasAmount: HasAmount,
  dayOf: (row: readonly string[]) => string | null,
): boolean =>
  columns.date !== undefined &&
  (standsOnOwnRows(rows, columns.date, hasAmount) ||
    isPrintedOnce(rows.filter(hasAmount), columns.date, (_, row) => dayOf(row)))

const isLabel = (text: string): boolean => /total|count|balance|average/i.test(text)

/** Rows with money leave the column empty, and the column is filled on rows that hold nothing else. */
const standsOnOwnRows = (rows: Rows, column: number, hasAmount: HasAmount): boolean => {
  const paid = rows.filter(hasAmount)
  if (paid.length < LEAST_ROWS) return false
  const filled = paid.filter((row) => !isEmptyCell(row[column] ?? '') && !isLabel(row[column] ?? ''))
  const headings = rows.filter(
    (row) =>
      !hasAmount(row) &&
      !isEmptyCell(row[column] ?? '') &&
      row.filter((cell) => !isEmptyCell(cell)).length === 1,
  )
  return filled.length <= paid.length * 0.05 && headings.length >= 2
}

const LOWER_CASE = (text: string): string => text.toLowerCase()

/** Each value stands once and in order, and rows without one follow in several places. */
const isPrintedOnce = (
  paid: Rows,
  column: number,
  keyOf: (text: string, row: readonly string[]) => string | null,
): boolean => {
  if (paid.length < LEAST_ROWS) return false
  const texts = paid.map((row) => (row[column] ?? '').trim())
  const keys = paid.flatMap((row, index) => {
    const text = texts[index] ?? ''
    return text === '' || isLabel(text) ? [] : [keyOf(text, row)]
  })
  const gaps = texts.filter((text, index) => text === '' && (texts[index - 1] ?? '') !== '').length
  const empty = texts.filter((text) => text === '').length
  if (texts[0] === '' || keys.length < 5 || gaps < 3 || empty < texts.length * 0.2) return false
  if (keys.includes(null) || new Set(keys).size !== keys.length) return false
  return keys.every((key, index) => index === 0 || (key ?? '') >= (keys[index - 1] ?? ''))
}
