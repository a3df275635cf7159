import { isBlankRow, isEmptyCell } from '../values/blank-text.ts'
import type { kindOfCell } from '../values/cell-kind.ts'
import { assignRoles } from './assign-roles.ts'
import { type ColumnFacts, columnFacts, share } from './column-facts.ts'

export type Table = readonly (readonly string[])[]

const ROWS_FOR_FACTS = 800

/** Rows no wider than the header, so that rows cut by stray commas do not blur what a column holds. */
export const regularRows = (rows: Table, headers: readonly string[]): Table => {
  if (headers.length === 0) return rows
  const fitting = rows.filter((row) => filledLength(row) <= headers.length)
  return fitting.length >= Math.max(2, rows.length * 0.05) ? fitting : rows
}

/**
 * Some programs write row numbers without a header for them, so that every header stands one column too far left. That
 * is so where all rows are one cell longer and the headers fit the content better one column on.
 */
export const alignHeaders = (headers: string[], rows: Table): string[] => {
  const longer = rows.filter((row) => filledLength(row) === headers.length + 1).length
  if (headers.length < 2 || longer < rows.length * 0.95) return headers
  const facts = factsOf(rows, headers.length + 1)
  const shifted = ['', ...headers]
  const guessed = (names: readonly string[]): number => assignRoles(names, facts).guessed.length
  return guessed(shifted) < guessed(headers) ? shifted : headers
}

const filledLength = (row: readonly string[]): number => row.findLastIndex((cell) => !isEmptyCell(cell)) + 1

/** A column that is hardly filled on ordinary rows is judged by all rows: a day may stand above its rows. */
export const factsOf = (rows: Table, columnCount: number, others: Table = []): ColumnFacts[] => {
  const step = Math.max(1, Math.floor(rows.length / ROWS_FOR_FACTS))
  const sampled = rows.filter((row, index) => index % step === 0 && !isBlankRow(row))
  return Array.from({ length: columnCount }, (_, column) => {
    const facts = columnFacts(sampled.map((row) => row[column]))
    if (facts.filled > facts.rows * 0.3) return facts
    const elsewhere = others.flatMap((row) => (isEmptyCell(row[column] ?? '') ? [] : (row[column] ?? '')))
    return elsewhere.length > facts.filled ? columnFacts(elsewhere) : facts
  })
}

/**
 * How many cells belong to a row: those under the header, and further columns that many rows fill although the header
 * does not name them, unless those are amounts cut at their commas.
 */
export const widthOf = (headers: readonly string[], regular: Table, rows: Table): number => {
  const own = Math.max(headers.length, ...regular.map(filledLength))
  if (regular.length === rows.length || headers.length === 0) return own
  const wider = rows.filter((row) => filledLength(row) > headers.length)
  const cut = wider.filter((row) => row.some((cell, column) => looksCut(cell, row[column + 1])))
  if (wider.length < rows.length * 0.3 || cut.length > wider.length * 0.5) return headers.length
  return Math.max(...wider.map(filledLength))
}

const looksCut = (cell: string, next: string | undefined): boolean =>
  /^\s*[-(£]*\s*\d{1,3}\s*$/.test(cell) && /^\s*\d{3}(?:\.\d{1,2})?\s*\)?$/.test(next ?? '')

/** The median number of filled cells among rows with an amount. */
export const usualCellsOf = (rows: Table, amountColumn: number): number => {
  const counts = rows
    .filter((row) => !isEmptyCell(row[amountColumn] ?? ''))
    .map((row) => row.filter((cell) => !isEmptyCell(cell)).length)
    .sort((a, b) => a - b)
  return counts[Math.floor(counts.length / 2)] ?? 0
}

/** One letter for each column: what it usually holds. */
export const kindsOf = (facts: readonly ColumnFacts[], amounts: readonly number[]): string =>
  facts
    .map((fact, column): ReturnType<typeof kindOfCell> => {
      if (amounts.includes(column)) return 'm'
      if (share(fact, 'days') >= 0.8) return 'd'
      if (share(fact, 'integers') >= 0.8) return 'n'
      if (share(fact, 'amounts') >= 0.8) return 'm'
      return share(fact, 'texts') >= 0.7 ? 't' : '-'
    })
    .join('')
