import { h } from 'preact'
import { NotFound } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { listHref, readTableState } from '../../../platform/views/views.ts'
import type { AnalysisRequest } from '../analyses/all.ts'
import type { Analysis, AnalysisTable, Cell } from '../analyses/analysis.ts'
import { arrangeRows } from '../analyses/sort-table.ts'
import { basisText } from '../basis-words.ts'
import { readSlice } from '../slice-query.ts'
import { AnalysisView } from './analysis-page.view.tsx'

const PAGE_SIZE = 50
const MAX_SEARCH = 100

export const analysisRequest = (request: PageRequest): AnalysisRequest => ({
  ctx: request.ctx,
  slice: readSlice(request.query),
  query: request.query,
  params: request.params,
})

const stateOf = (request: PageRequest, table: AnalysisTable) =>
  readTableState(request.query, {
    sortable: table.columns.map((column) => column.name),
    ...(table.sortedBy ? { defaultSort: table.sortedBy, defaultDirection: 'descending' as const } : {}),
    pageSize: PAGE_SIZE,
  })

/** A page of an analysis, and its exports. `path` is its address, with its parameters filled in. */
export const analysisPage = (
  name: string,
  read: (request: AnalysisRequest) => Promise<Analysis>,
  pathOf: (request: PageRequest) => string = () => `/spend/${name}`,
) => ({
  get: async (request: PageRequest): Promise<Answer> => {
    const analysis = await read(analysisRequest(request))
    const { table } = analysis
    const state = stateOf(request, table)
    const find = (request.query.find ?? '').slice(0, MAX_SEARCH)
    const arranged = arrangeRows(table, state, find)
    const path = pathOf(request)
    const start = (state.page - 1) * PAGE_SIZE
    const body = h(AnalysisView, {
      analysis,
      name,
      path,
      find,
      slice: readSlice(request.query),
      rows: arranged.slice(start, start + PAGE_SIZE),
      paging: { path, query: request.query, state, total: arranged.length },
      exports: (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
        format,
        href: listHref(`${path}.${format.toLowerCase()}`, { ...request.query, page: undefined }, {}),
      })),
    })
    const hasErrors = (analysis.settings ?? []).some((one) => one.refused !== null)
    return page(analysis.title, body, { width: 'wide', hasErrors, status: hasErrors ? 400 : 200 })
  },
  getExport: async (request: PageRequest): Promise<Answer> => {
    const format = exportFormatOf(request.params.format)
    if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
    const { table, basis } = await read(analysisRequest(request))
    return exportTable<readonly Cell[]>(format, {
      name,
      basis: basisText(basis),
      columns: table.columns.map((column, at) => ({
        header: column.header.toLowerCase(),
        value: (row) => row[at]?.value ?? null,
        kind: column.kind === 'share' ? 'number' : column.kind,
      })),
      // All rows, in the order of the page.
      rows: arrangeRows(table, stateOf(request, table), ''),
    })
  },
})
