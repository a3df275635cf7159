import type { AmountBasis, AmountPlan, DecimalMark, RoleColumns } from '../model.ts'
import { readAmount } from '../values/amount.ts'
import { readDateForm } from '../values/date-forms.ts'
import { type ColumnFacts, share } from './column-facts.ts'
import { basisOfHeader, rolesOfHeader } from './header-rules.ts'
import { headerTokens } from './header-tokens.ts'

type Rows = readonly (readonly string[])[]
type Money = {
  readonly column: number
  readonly header: string
  readonly basis: AmountBasis
  readonly score: number
}

/**
 * Where the money of a row stands. The Local Government Transparency Code asks for the net amount, without VAT that
 * can be recovered, so a net column wins over a gross one wherever a file has both; sums tell which is which where the
 * headers do not.
 */
export const planAmount = (
  headers: readonly string[],
  facts: readonly ColumnFacts[],
  columns: RoleColumns,
  rows: Rows,
): AmountPlan | null => {
  if (columns.amount === undefined) return planWithoutColumn(headers, facts, columns, rows)
  const mark = decimalMarkOf(rows, [columns.amount])
  const chosen = chooseByBasis(moneyColumns(headers, facts, columns), columns, rows, mark)
  const alternatives = moneyColumns(headers, facts, columns)
    .filter(({ column }) => column !== chosen.column)
    .map(({ column, header, basis }) => ({ column, header, basis }))
  return { terms: [{ column: chosen.column, sign: 1 }], basis: chosen.basis, decimalMark: mark, alternatives }
}

/** The columns that hold amounts by header and content, the assigned one first. */
const moneyColumns = (
  headers: readonly string[],
  facts: readonly ColumnFacts[],
  columns: RoleColumns,
): Money[] => {
  const found: Money[] = []
  const others = new Set(Object.values(columns).filter((column) => column !== columns.amount))
  for (const [column, fact] of facts.entries()) {
    if (others.has(column)) continue
    const tokens = headerTokens(headers[column] ?? '')
    const score = rolesOfHeader(tokens).get('amount') ?? 0
    const isMoney = share(fact, 'amounts') >= 0.6 && share(fact, 'days') < 0.4
    if (column !== columns.amount && (score < 38 || !isMoney)) continue
    found.push({ column, header: headers[column] ?? '', basis: basisOfHeader(tokens), score })
  }
  return found.sort((a, b) => Number(b.column === columns.amount) - Number(a.column === columns.amount))
}

/** Where an amount says nothing of VAT: does it plus the VAT give the other amount, or the other plus the VAT give it? */
const chooseByBasis = (
  money: readonly Money[],
  columns: RoleColumns,
  rows: Rows,
  mark: DecimalMark,
): Money => {
  const [first] = money
  if (first === undefined) throw new Error('no amount column to choose from')
  const vat = columns.vat
  if (first.basis === 'net' || vat === undefined) return first
  for (const other of money.slice(1)) {
    if (adds(rows, first.column, vat, other.column, mark)) return { ...first, basis: 'net' }
    if (adds(rows, other.column, vat, first.column, mark)) return { ...other, basis: 'net' }
  }
  return first
}

const penceAt = (row: readonly string[], column: number, mark: DecimalMark): number | undefined =>
  readAmount(row[column] ?? '', mark)?.pence

/** Whether left + right = sum on nearly all rows, with some right that is not nought. */
const adds = (rows: Rows, left: number, right: number, sum: number, mark: DecimalMark): boolean => {
  let tried = 0
  let held = 0
  let telling = 0
  for (const row of rows) {
    const [a, b, c] = [penceAt(row, left, mark), penceAt(row, right, mark), penceAt(row, sum, mark)]
    if (a === undefined || b === undefined || c === undefined) continue
    tried += 1
    if (Math.abs(a + b - c) <= 1) {
      held += 1
      if (b !== 0) telling += 1
    }
  }
  return tried > 0 && telling > 0 && held >= tried * 0.9
}

const planWithoutColumn = (
  headers: readonly string[],
  facts: readonly ColumnFacts[],
  columns: RoleColumns,
  rows: Rows,
): AmountPlan | null => {
  if (columns.debit !== undefined && columns.credit !== undefined) {
    const credits = facts[columns.credit]
    const areNegative = credits !== undefined && credits.negatives > credits.amounts / 2
    const mark = decimalMarkOf(rows, [columns.debit, columns.credit])
    return {
      terms: [
        { column: columns.debit, sign: 1 },
        { column: columns.credit, sign: areNegative ? 1 : -1 },
      ],
      basis: 'unstated',
      decimalMark: mark,
      alternatives: [],
    }
  }
  const months = monthColumns(headers, facts)
  if (months.length < 2) return null
  return {
    terms: months.map((column) => ({ column, sign: 1 })),
    basis: 'unstated',
    decimalMark: decimalMarkOf(rows, months),
    alternatives: [],
  }
}

/** Columns of amounts whose headers are months: one row is a supplier's year. */
export const monthColumns = (headers: readonly string[], facts: readonly ColumnFacts[]): number[] =>
  facts.flatMap((fact, column) => {
    const form = readDateForm(headers[column] ?? '')
    const isMonth = form?.kind === 'month' || form?.kind === 'month-name'
    return isMonth && (fact.filled === 0 || share(fact, 'amounts') > 0.8) ? [column] : []
  })

const EUROPEAN = /^\D*(?:\d{1,3}(?:\.\d{3})+,\d{1,2}|\d+,\d{2})\D*$/
const BRITISH = /\.\d{1,2}\D*$|^\D*\d{1,3}(?:,\d{3})+\D*$/

/** A comma is the decimal mark only where the amounts prove it (`1.234,56`, `12,50`) and none proves the point. */
const decimalMarkOf = (rows: Rows, columns: readonly number[]): DecimalMark => {
  let european = 0
  let british = 0
  for (const row of rows) {
    for (const column of columns) {
      const text = (row[column] ?? '').trim()
      if (EUROPEAN.test(text)) european += 1
      else if (BRITISH.test(text)) british += 1
    }
  }
  return european > british * 2 ? ',' : '.'
}
