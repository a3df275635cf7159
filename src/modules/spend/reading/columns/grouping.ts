import type { RoleColumns } from '../model.ts'
import { isEmptyCell } from '../values/blank-text.ts'

type Rows = readonly (readonly string[])[]
const LEAST_ROWS = 4

/**
 * Whether the payee is printed once, above or on the first row of its rows, as reports and pivot tables do. An empty
 * payee elsewhere means that the name was kept back, so this needs strong proof: either names stand only on rows of
 * their own, or they stand in alphabetical order, each once, with gaps between.
 */
export const isGroupedByPayee = (
  rows: Rows,
  columns: RoleColumns,
  hasAmount: (row: readonly string[]) => boolean,
): boolean => {
  const payee = columns.payee
  if (payee === undefined) return false
  const paid = rows.filter(hasAmount)
  if (paid.length < LEAST_ROWS) return false
  const named = paid.filter((row) => !isEmptyCell(row[payee] ?? ''))
  const headings = rows.filter(
    (row) =>
      !hasAmount(row) &&
      !isEmptyCell(row[payee] ?? '') &&
      row.filter((cell) => !isEmptyCell(cell)).length === 1,
  )
  const totalRows = named.filter((row) => /total/i.test(row[payee] ?? ''))
  if (named.length - totalRows.length <= paid.length * 0.05 && headings.length >= 2) return true
  return isPrintedOnce(paid, payee)
}

const isPrintedOnce = (paid: Rows, payee: number): boolean => {
  const names = paid.map((row) => (row[payee] ?? '').trim().toLowerCase())
  const printed = names.filter((name) => name !== '' && !/total/.test(name))
  const gaps = names.filter((name, index) => name === '' && (names[index - 1] ?? '') !== '').length
  const empty = names.filter((name) => name === '').length
  if (names[0] === '' || printed.length < 5 || gaps < 3 || empty < names.length * 0.2) return false
  if (new Set(printed).size !== printed.length) return false
  const ordered = printed.filter((name, index) => index === 0 || name >= (printed[index - 1] ?? '')).length
  return ordered >= printed.length * 0.95
}
