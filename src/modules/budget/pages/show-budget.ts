import { h } from 'preact'
import type { FinancialYear } from '../../../kernel/financial-year.ts'
import { financialYearAfter, financialYearOf } from '../../../kernel/financial-year.ts'
import { today } from '../../../platform/context.ts'
import { NotFound } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readTableState, type TableState } from '../../../platform/views/views.ts'
import { lineName } from '../amounts.ts'
import type { BasisLine, Budget, Cut } from '../model.ts'
import { exportFigures, type FlatLine, flatten } from './export-figures.ts'
import { yearWord } from './paths.ts'
import { type CutBy, type CutRow, ShowBudgetView } from './show-budget.view.tsx'
import { askedYear, basisOf, readYear, yearOfPath } from './year.ts'

const PAGE_SIZE = 50
const SORTS = ['name', 'planned', 'due', 'verified', 'missed', 'carried', 'notYetDue', 'forecast'] as const
type Sort = (typeof SORTS)[number]

const isCut = (text: string | undefined): text is CutBy => text === 'priority' || text === 'source'
const cutsOf = (budget: Budget, by: CutBy): readonly Cut[] =>
  ({ department: budget.departments, priority: budget.priorities, source: budget.sources })[by]

/** The line that the table below is about: the one asked for, else the first there is. */
const chosenLine = (budget: Budget, asked: string | undefined): BasisLine | undefined =>
  budget.totals.find((line) => lineName(line) === asked) ?? budget.totals[0]

const rowsOf = (budget: Budget, by: CutBy, chosen: BasisLine | undefined): CutRow[] =>
  cutsOf(budget, by).flatMap(({ key, name, lines }) =>
    lines
      .filter((line) => line.basis === chosen?.basis && line.unit === chosen.unit)
      .map((line) => ({
        key,
        name,
        line,
        financial: budget.financial.find(({ department }) => department === key) ?? null,
      })),
  )

const sortRows = (rows: readonly CutRow[], { sort, direction }: TableState): CutRow[] => {
  const by = sort as Sort
  const sorted = rows.toSorted((a, b) =>
    by === 'name' ? (a.name < b.name ? -1 : 1) : a.line[by] - b.line[by] || (a.name < b.name ? -1 : 1),
  )
  return direction === 'descending' ? sorted.reverse() : sorted
}

const yearsAround = (year: FinancialYear, current: FinancialYear): FinancialYear[] => [
  ...new Set([
    financialYearAfter(current, 1),
    current,
    financialYearAfter(current, -1),
    financialYearAfter(current, -2),
    year,
  ]),
]

/** `/budget`: the running year, or `?year=2025-26`. */
export const get = async (request: PageRequest): Promise<Answer> => {
  const year = askedYear(request)
  const { budget, reckoned } = await readYear(request, year)
  const { query, visitor, ctx } = request
  const by = isCut(query.by) ? query.by : 'department'
  const chosen = chosenLine(budget, query.line)
  const state = readTableState(query, {
    sortable: [...SORTS],
    defaultSort: 'name',
    pageSize: PAGE_SIZE,
  })
  const rows = rowsOf(budget, by, chosen)
  const view = {
    year,
    years: yearsAround(year, financialYearOf(today(ctx)))
      .sort()
      .reverse(),
    budget,
    promises: reckoned.told.length,
    by,
    chosen: chosen ? lineName(chosen) : '',
    rows: sortRows(rows, state).slice((state.page - 1) * PAGE_SIZE, state.page * PAGE_SIZE),
    paging: { path: '/budget', query, state, total: rows.length },
    basis: basisOf(budget),
    exports: (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
      format,
      href: `/budget/${yearWord(year)}/figures.${format.toLowerCase()}`,
    })),
    mayManage: visitor.permissions.has('budget.manage'),
    maySign: visitor.permissions.has('budget.sign'),
  }
  return page(`Social value budget ${year}`, h(ShowBudgetView, view), { width: 'wide' })
}

/** All figures of a year in one file: in all, and by department, priority and source. */
export const getExport = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const year = yearOfPath(request)
  const { budget } = await readYear(request, year)
  const lines: FlatLine[] = flatten(budget)
  return exportTable<FlatLine>(
    format,
    exportFigures(`social-value-budget-${yearWord(year)}`, basisOf(budget), lines),
  )
}
