import { warning } from '../messages.ts'
import type { LayoutCorrection, PartLayout, RoleColumns, Warning } from '../model.ts'
import { UnreadableFileError } from '../unreadable.ts'
import { readAmount } from '../values/amount.ts'
import { isEmptyCell } from '../values/blank-text.ts'
import { createDateReader } from '../values/date-reader.ts'
import { monthColumns, planAmount } from './amount-plan.ts'
import { correctColumns } from './apply-correction.ts'
import { type Assignment, assignRoles } from './assign-roles.ts'
import type { ColumnFacts } from './column-facts.ts'
import {
  decideDateOrder,
  needsMoreEvidence,
  noEvidence,
  type OrderEvidence,
  weighDate,
} from './date-order.ts'
import { isGroupedByDate, isGroupedByPayee } from './grouping.ts'
import { cleanHeader, findHeader, type Header } from './header-rows.ts'
import { headerTokens } from './header-tokens.ts'
import { layoutWarnings } from './layout-warnings.ts'
import { type PartNames, periodOfPart } from './part-period.ts'
import { headerKey, repeatsHeader } from './repeated-header.ts'
import {
  alignHeaders,
  factsOf,
  kindsOf,
  regularRows,
  type Table,
  usualCellsOf,
  widthOf,
} from './table-shape.ts'

export type Source = Pick<
  PartLayout,
  'format' | 'entry' | 'sheet' | 'encoding' | 'delimiter' | 'quoting' | 'uses1904Dates'
>

export type PartFound = {
  readonly layout: PartLayout
  readonly warnings: readonly Warning[]
  readonly evidence: OrderEvidence
  readonly dataRows: number
  /** Layout and warnings once more, after further dates were weighed into `evidence`. */
  readonly judgeAgain: () => { readonly layout: PartLayout; readonly warnings: readonly Warning[] }
}

/** Whether only rows further down can tell day from month. */
export const needsMoreEvidenceFor = (found: PartFound): boolean => needsMoreEvidence(found.evidence)

const MOST_COLUMNS = 400

/** Understands one table from its first rows. Throws `UnreadableFileError` where amounts or payees cannot be found. */
export const detectPart = (
  records: Table,
  source: Source,
  names: PartNames,
  correction: LayoutCorrection | undefined,
): PartFound => {
  const header = headerOf(records, correction)
  const below = records.slice((header?.rows.at(-1) ?? -1) + 1)
  const keys = (header?.headers ?? []).map(headerKey)
  const dataRows = below.filter(
    (row) => row.filter((cell) => !isEmptyCell(cell)).length >= 2 && !repeatsHeader(row, keys),
  )
  if (dataRows.length === 0) throw new UnreadableFileError('no-rows')
  const headers = alignHeaders(trimHeaders(header?.headers ?? []), dataRows)
  const regular = regularRows(dataRows, headers)
  const columnCount = Math.min(Math.max(headers.length, ...regular.map((row) => row.length)), MOST_COLUMNS)
  const facts = factsOf(regular, columnCount, below)
  const assignment = assignRoles(headers, facts)
  const columns = correctColumns(assignment.columns, correction, headers, columnCount)
  const amount = planAmount(headers, facts, columns, regular)
  if (amount === null) throw new UnreadableFileError('no-amount-column')
  const chosen = withAmount(columns, amount, correction)
  if (chosen.columns.payee === undefined && chosen.columns.date === undefined) {
    throw new UnreadableFileError('no-payee-column')
  }
  const found = periodOfPart(titleRows(records, header), monthHeaders(headers, facts), names, correction)
  const evidence = noEvidence()
  if (chosen.columns.date !== undefined) {
    for (const row of below) weighDate(row[chosen.columns.date] ?? '', found?.period ?? null, evidence)
  }
  const undated: Undated = {
    ...source,
    headerRows: header === null ? null : header.rows.map((row) => row + 1),
    headers,
    width: widthOf(headers, regular, dataRows),
    usualCells: usualCellsOf(regular, chosen.amount.terms[0]?.column ?? 0),
    columnKinds: kindsOf(
      facts,
      chosen.amount.terms.map((term) => term.column),
    ),
    columns: chosen.columns,
    amount: chosen.amount,
    period: found?.period ?? null,
    onlyBody: correction?.body ?? null,
    ...groupingOf(below, chosen),
  }
  const judgeAgain = () => judge(undated, assignment, found?.isOpenQuarter ?? false, evidence, correction)
  return { ...judgeAgain(), evidence, dataRows: dataRows.length, judgeAgain }
}

const groupingOf = (
  rows: Table,
  { columns, amount }: { columns: RoleColumns; amount: PartLayout['amount'] },
): Pick<PartLayout, 'groupedByPayee' | 'groupedByDate'> => {
  const hasAmount = (row: readonly string[]): boolean =>
    amount.terms.some((term) => readAmount(row[term.column] ?? '', amount.decimalMark) !== undefined)
  const plan = { order: 'day-first', period: null, uses1904Dates: false, countsFromApril: false } as const
  const dates = createDateReader(columns, plan)
  return {
    groupedByPayee: isGroupedByPayee(rows, columns, hasAmount),
    groupedByDate: isGroupedByDate(rows, columns, hasAmount, (row) => dates.read(row)?.from ?? null),
  }
}

type Undated = Omit<PartLayout, 'dateOrder' | 'dateOrderEvidence' | 'periodsCountFromApril'>

/** Adds what the dates say, and what a person should know. */
const judge = (
  undated: Undated,
  assignment: Assignment,
  isOpenQuarter: boolean,
  evidence: OrderEvidence,
  correction: LayoutCorrection | undefined,
): { layout: PartLayout; warnings: Warning[] } => {
  const verdict = decideDateOrder(evidence)
  const dateHeader = undated.headers[undated.columns.date ?? -1] ?? ''
  const layout: PartLayout = {
    ...undated,
    dateOrder: correction?.dateOrder ?? verdict.order,
    dateOrderEvidence: correction?.dateOrder ? 'certain' : verdict.evidence,
    periodsCountFromApril: countsFromApril(evidence, dateHeader, undated),
  }
  const warnings = layoutWarnings(layout, assignment, isOpenQuarter, evidence, correction)
  if (layout.headerRows?.length === 2) {
    warnings.unshift(warning('header-in-two-rows', { rows: layout.headerRows.join(' and ') }))
  }
  return { layout, warnings }
}

const headerOf = (records: Table, correction: LayoutCorrection | undefined): Header | null => {
  const wanted = correction?.headerRow
  if (wanted === null) return null
  if (wanted === undefined) return findHeader(records)
  const row = records[wanted - 1]
  if (row === undefined) throw new UnreadableFileError('correction-unknown-header-row', { row: wanted })
  return { rows: [wanted - 1], headers: row.map(cleanHeader), isKnown: true }
}

/** The rows above the header, or above the first row with an amount where there is no header. */
const titleRows = (records: Table, header: Header | null): Table => {
  if (header !== null) return records.slice(0, header.rows[0] ?? 0)
  const first = records.findIndex((row) => row.filter((cell) => !isEmptyCell(cell)).length >= 2)
  return records.slice(0, Math.max(first, 0))
}

const trimHeaders = (headers: readonly string[]): string[] =>
  headers.slice(0, headers.findLastIndex((header) => header !== '') + 1)

/** Where VAT sums or a correction moved the amount to another column, the roles follow. */
const withAmount = (
  columns: RoleColumns,
  amount: NonNullable<ReturnType<typeof planAmount>>,
  correction: LayoutCorrection | undefined,
): { columns: RoleColumns; amount: NonNullable<ReturnType<typeof planAmount>> } => {
  const wanted = correction?.columns?.amount
  if (wanted !== undefined && wanted !== null && columns.amount !== undefined) {
    return { columns, amount: { ...amount, terms: [{ column: columns.amount, sign: 1 }] } }
  }
  if (columns.amount === undefined) return { columns, amount }
  return { columns: { ...columns, amount: amount.terms[0]?.column ?? columns.amount }, amount }
}

/** Headers that may name a period; of several months in a row the first and the last make one. */
const monthHeaders = (headers: readonly string[], facts: readonly ColumnFacts[]): string[] => {
  const months = monthColumns(headers, facts).map((column) => headers[column] ?? '')
  if (months.length >= 2) return [`${months[0]} to ${months.at(-1)}`]
  return headers.filter((header) => /\d{2}/.test(header))
}

/**
 * Whether `202104` is the fourth period of a financial year: proven by a period 13, or by the period of the file. Bare
 * period numbers beside a year always count from April, as ledgers do.
 */
const countsFromApril = (evidence: OrderEvidence, header: string, undated: Undated): boolean => {
  const isPeriod = headerTokens(header).includes('period')
  if (evidence.yearAndPeriods === 0) return isPeriod && undated.columns.year !== undefined
  if (evidence.highestPeriod > 12) return true
  const { period } = undated
  if (period === null || !isPeriod) return false
  const [year, which] = [Number(evidence.example.slice(0, 4)), Number(evidence.example.slice(4))]
  const asMonth = `${year}-${String(which).padStart(2, '0')}`
  const fromApril = `${year + (which > 9 ? 1 : 0)}-${String(((which + 2) % 12) + 1).padStart(2, '0')}`
  const falls = (month: string): boolean => month >= period.from.slice(0, 7) && month <= period.to.slice(0, 7)
  return falls(fromApril) && !falls(asMonth)
}
