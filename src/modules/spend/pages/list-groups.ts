import { h } from 'preact'
import { NotFound } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readTableState } from '../../../platform/views/views.ts'
import { basisLine, basisWords } from '../basis-words.ts'
import { inAnalysis } from '../calculator.ts'
import type { Basis, GroupSum, Slice } from '../model.ts'
import { readSlice, sliceHref } from '../slice-query.ts'
import { type GroupBy, measureBasis, sumByGroup } from '../store/analysis.ts'
import { ListGroupsView } from './list-groups.view.tsx'

type GroupPage = {
  readonly by: Exclude<GroupBy, 'tier'>
  readonly title: string
  readonly one: string
  readonly path: string
}

const PAGES = {
  categories: { by: 'category', title: 'Categories', one: 'Category', path: '/spend/categories' },
  departments: { by: 'department', title: 'Departments', one: 'Department', path: '/spend/departments' },
  months: { by: 'month', title: 'Months', one: 'Month', path: '/spend/months' },
} as const satisfies Record<string, GroupPage>

const PAGE_SIZE = 50

const sorters: Record<string, (a: GroupSum, b: GroupSum) => number> = {
  name: (a, b) => (a.key ?? '').localeCompare(b.key ?? '', 'en-GB'),
  payments: (a, b) => a.payments - b.payments,
  amount: (a, b) => a.pence - b.pence,
}

const read = (request: PageRequest, group: GroupPage, slice: Slice) =>
  inAnalysis<{ sums: GroupSum[]; basis: Basis }>(request.ctx, async (calculator) => ({
    sums: await sumByGroup(calculator, group.by, slice),
    basis: await measureBasis(calculator, slice),
  }))

/** A page of all groups of one kind, and its exports. */
const groupPage = (group: GroupPage) => ({
  get: async (request: PageRequest): Promise<Answer> => {
    const slice = readSlice(request.query)
    const { sums, basis } = await read(request, group, slice)
    const state = readTableState(request.query, {
      sortable: ['name', 'payments', 'amount'],
      defaultSort: 'amount',
      defaultDirection: 'descending',
      pageSize: PAGE_SIZE,
    })
    const sorter = sorters[state.sort ?? 'amount'] ?? (() => 0)
    const sorted = [...sums].sort((a, b) => (state.direction === 'descending' ? sorter(b, a) : sorter(a, b)))
    const start = (state.page - 1) * PAGE_SIZE
    const view = {
      group,
      slice,
      basis: basisWords(basis),
      total: basis.pence,
      rows: sorted.slice(start, start + PAGE_SIZE),
      paging: { path: group.path, query: request.query, state, total: sums.length },
      exports: (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
        format,
        href: sliceHref(`${group.path}.${format.toLowerCase()}`, slice),
      })),
    }
    return page(group.title, h(ListGroupsView, view), {
      width: 'wide',
      backLink: { href: sliceHref('/spend', slice), text: 'Money map' },
    })
  },
  getExport: async (request: PageRequest): Promise<Answer> => {
    const format = exportFormatOf(request.params.format)
    if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
    const { sums, basis } = await read(request, group, readSlice(request.query))
    return exportTable<GroupSum>(format, {
      name: group.title.toLowerCase(),
      basis: basisLine(basis),
      columns: [
        { header: group.one.toLowerCase(), value: (sum) => sum.key },
        { header: 'payees', value: (sum) => sum.payees, kind: 'number' },
        { header: 'payments', value: (sum) => sum.payments, kind: 'number' },
        { header: 'amount', value: (sum) => sum.pence, kind: 'pence' },
      ],
      rows: sums,
    })
  },
})

export const categories = groupPage(PAGES.categories)
export const departments = groupPage(PAGES.departments)
export const months = groupPage(PAGES.months)
export type { GroupPage }
