import { h } from 'preact'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { readTableState, type TableState } from '../../../platform/views/views.ts'
import { NO_DEPARTMENT } from '../read-budget.ts'
import type { Reckoned } from '../rules/sums.ts'
import { listLines } from '../store/lines.ts'
import type { BudgetTables } from '../tables.ts'
import { budgetPath, departmentPath, departmentSlug } from './paths.ts'
import { ShowDepartmentView } from './show-department.view.tsx'
import { basisOf, readYear, yearOfPath } from './year.ts'

const PAGE_SIZE = 50
const SORTS = ['name', 'planned', 'due', 'verified', 'missed', 'carried', 'notYetDue', 'forecast'] as const

const sorted = (told: readonly Reckoned[], { sort, direction }: TableState): Reckoned[] => {
  const by = sort as (typeof SORTS)[number]
  const rows = told.toSorted((a, b) =>
    by === 'name' ? (a.promise.title < b.promise.title ? -1 : 1) : a.figures[by] - b.figures[by],
  )
  return direction === 'descending' ? rows.reverse() : rows
}

/** `/budget/2026-27/departments/highways`: each promise of a department in the year, beside its budget lines. */
export const get = async (request: PageRequest): Promise<Answer> => {
  const year = yearOfPath(request)
  const { slug = '' } = request.params
  const { budget, reckoned } = await readYear(request, year)
  const cut = budget.departments.find(({ key }) => departmentSlug(key) === slug)
  const all = await inReading(request.ctx, (db: Reader<BudgetTables>) => listLines(db, year))
  const lines = all.filter(({ department }) => departmentSlug(department) === slug)
  const name = cut?.name ?? lines[0]?.department
  if (name === undefined) throw new NotFound('This department has no promise and no budget line in the year.')
  const told = reckoned.told.filter(({ promise }) => departmentSlug(promise.department || null) === slug)
  const state = readTableState(request.query, {
    sortable: [...SORTS],
    defaultSort: 'name',
    pageSize: PAGE_SIZE,
  })
  const view = {
    name,
    year,
    isNamed: name !== NO_DEPARTMENT,
    cut: cut?.lines ?? [],
    lines,
    rows: sorted(told, state).slice((state.page - 1) * PAGE_SIZE, state.page * PAGE_SIZE),
    paging: {
      path: departmentPath(year, slug === 'none' ? null : slug),
      query: request.query,
      state,
      total: told.length,
    },
    basis: basisOf(budget),
    isOver: budget.isOver,
  }
  return page(`${name}: social value budget ${year}`, h(ShowDepartmentView, view), {
    width: 'wide',
    backLink: { href: budgetPath(year), text: `Social value budget ${year}` },
  })
}
