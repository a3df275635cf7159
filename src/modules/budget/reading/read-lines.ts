import { readDecimal, toPence } from '../../../kernel/exact.ts'
import { type FinancialYear, readFinancialYear } from '../../../kernel/financial-year.ts'
import type { Table } from '../../../platform/tables/read-table.ts'
import type { BudgetLine } from '../model.ts'
import { type Columns, findHeader, type RowFault, readerOf } from './columns.ts'

const HEADERS = {
  year: [/^financial year$/, /^year$/],
  department: [/^(department|directorate|service area|service|portfolio)$/, /directorate|department/],
  code: [/^(cost cent(re|er)|account|ledger|gl|budget|line)?\s*code$/, /^cost cent(re|er)$/],
  name: [/^(budget line|line|name|description|budget name|cost cent(re|er) (name|description))$/],
  budget: [/^(revised |approved |current |net |original |gross |annual )?budget( \(?£\)?)?$/, /^budget/],
  spent: [/^(actual|spent|spend|outturn|actuals|spent so far|actual to date|outturn to date)( \(?£\)?)?$/],
} as const
type Role = keyof typeof HEADERS

const LIMITS = { department: 200, code: 60, name: 300 } as const
const MOST = 900_000_000_000_00

/** Whole pence of pounds as ledgers write them: brackets for less than nothing, `£`, thousands marked or not. */
const readPounds = (cell: string): number | undefined => {
  const bare = cell.replaceAll(/[\s£]/g, '')
  const inBrackets = /^\((.+)\)$/.exec(bare)
  const value = readDecimal(inBrackets ? `-${inBrackets[1]}` : bare)
  if (value === undefined || value.decimalPlaces() > 2) return undefined
  const pence = Number(toPence(value))
  return Math.abs(pence) <= MOST ? pence : undefined
}

export type LinesRead =
  | { readonly ok: false; readonly faults: readonly RowFault[] }
  | { readonly ok: true; readonly lines: readonly BudgetLine[]; readonly readAs: string }

/**
 * Reads a table as financial budget lines. Every row that cannot be used is named; whoever stores them stores all or
 * none. `year` stands in where the file has no column for it.
 */
export const readLines = ({ rows, readAs }: Table, year: FinancialYear | null): LinesRead => {
  const needed: readonly Role[] = year === null ? ['year', 'department', 'budget'] : ['department', 'budget']
  const header = findHeader<Role>(HEADERS, rows, needed)
  if (!header)
    return {
      ok: false,
      faults: [{ row: null, code: 'columns-missing', column: needed.join(', '), seen: '' }],
    }
  const columns: Columns<Role> = header.columns
  const [lines, faults]: [BudgetLine[], RowFault[]] = [[], []]
  for (const row of rows.slice(header.at + 1)) {
    if (row.cells.every((cell) => cell.trim() === '')) continue
    const read = readerOf(columns, row, LIMITS)
    const spent = read.text('spent')
    const line = {
      year: columns.year === undefined ? year : read.needed('year', readFinancialYear, 'not-a-year'),
      department: read.text('department'),
      code: read.text('code'),
      name: read.text('name'),
      budgetPence: read.needed('budget', readPounds, 'not-an-amount'),
      spentPence: spent === '' ? null : read.needed('spent', readPounds, 'not-an-amount'),
    }
    if (line.department === '') read.fault('empty', 'department', '')
    if (read.faults.length > 0 || line.year === null || line.budgetPence === null) faults.push(...read.faults)
    else lines.push({ ...line, year: line.year, budgetPence: line.budgetPence })
  }
  if (faults.length > 0) return { ok: false, faults }
  return lines.length > 0
    ? { ok: true, lines, readAs }
    : { ok: false, faults: [{ row: null, code: 'no-rows', column: '', seen: '' }] }
}
