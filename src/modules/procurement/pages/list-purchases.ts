import { h } from 'preact'
import { readSlice, sliceHref } from '#spend'
import { NotFound } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { listHref, readTableState } from '../../../platform/views/views.ts'
import { KIND_NAMES, numberWords, STAGE_NAMES } from '../messages/purchase-words.ts'
import { PURCHASE_KINDS, type Purchase, STAGES } from '../model/purchase.ts'
import { HOME_PATH, PIPELINE_PATH } from '../paths.ts'
import {
  choosePurchases,
  PIPELINE_ORDERS,
  type PipelineFilter,
  type PipelineOrder,
  totalPurchases,
} from '../rules/pipeline.ts'
import { wholeValue, wholeValueWithVat } from '../rules/purchase-value.ts'
import { listPurchases } from '../store/purchases.ts'
import type { ProcurementTables } from '../tables.ts'
import { totalsBasis } from './basis.ts'
import { ListPurchasesView } from './list-purchases.view.tsx'
import { mayManage } from './purchase-request.ts'

const PAGE_SIZE = 20
const MAX_SEARCH = 200

const orNull = (text: string | undefined): string | null => text?.trim().slice(0, MAX_SEARCH) || null

export const readPipelineFilter = (query: PageRequest['query']): PipelineFilter => ({
  stage: STAGES.find((stage) => stage === query.stage) ?? null,
  kind: PURCHASE_KINDS.find((kind) => kind === query.kind) ?? null,
  department: orNull(query.department),
  category: orNull(query.category),
  search: orNull(query.search),
})

const distinct = (values: readonly string[]): string[] => [...new Set(values.filter(Boolean))].sort()

const readState = (query: PageRequest['query']) =>
  readTableState(query, { sortable: [...PIPELINE_ORDERS], defaultSort: 'tender', pageSize: PAGE_SIZE })

const chosen = (all: readonly Purchase[], query: PageRequest['query']): Purchase[] => {
  const { sort, direction } = readState(query)
  return choosePurchases(all, readPipelineFilter(query), {
    by: sort as PipelineOrder,
    isDescending: direction === 'descending',
    stages: STAGES,
  })
}

const read = ({ ctx }: PageRequest) => inReading<ProcurementTables, Purchase[]>(ctx, listPurchases)

const spendOf = (category: string): string => sliceHref('/spend', readSlice({ category }))

export const get = async (request: PageRequest): Promise<Answer> => {
  const { query } = request
  const all = await read(request)
  const found = chosen(all, query)
  const state = readState(query)
  const start = (state.page - 1) * PAGE_SIZE
  const view = {
    rows: found.slice(start, start + PAGE_SIZE),
    filter: readPipelineFilter(query),
    departments: distinct(all.map(({ department }) => department)),
    categories: distinct(all.map(({ category }) => category)),
    basis: totalsBasis(totalPurchases(found)),
    paging: { path: PIPELINE_PATH, query, state, total: found.length },
    exports: (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
      format,
      href: listHref(`${PIPELINE_PATH}.${format.toLowerCase()}`, query, { page: undefined }),
    })),
    spendOf: request.visitor.permissions.has('spend.read') ? spendOf : null,
    isEmpty: all.length === 0,
    mayManage: mayManage(request),
  }
  return page('Pipeline', h(ListPurchasesView, view), {
    width: 'wide',
    backLink: { href: HOME_PATH, text: 'Purchases' },
  })
}

/** `/procurement/pipeline.csv` and its sisters, filtered as the page is. */
export const getExport = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const rows = chosen(await read(request), request.query)
  const basis = totalsBasis(totalPurchases(rows))
  return exportTable<Purchase>(format, {
    name: 'pipeline',
    basis: [basis.period, basis.coverage, basis.unknown].filter(Boolean).join('; '),
    columns: [
      { header: 'number', value: ({ number }) => numberWords(number) },
      { header: 'title', value: ({ title }) => title },
      { header: 'stage', value: ({ stage }) => STAGE_NAMES[stage] },
      { header: 'kind', value: ({ kind }) => kind && KIND_NAMES[kind] },
      { header: 'category', value: ({ category }) => category },
      { header: 'department', value: ({ department }) => department },
      { header: 'owner', value: ({ owner }) => owner },
      { header: 'value without VAT', value: ({ valuePence }) => valuePence, kind: 'pence' },
      { header: 'options', value: ({ optionsPence }) => optionsPence, kind: 'pence' },
      { header: 'extensions', value: ({ extensionsPence }) => extensionsPence, kind: 'pence' },
      { header: 'whole value without VAT', value: wholeValue, kind: 'pence' },
      { header: 'whole value with VAT', value: wholeValueWithVat, kind: 'pence' },
      { header: 'procurement commences', value: ({ commencesOn }) => commencesOn },
      { header: 'tender notice', value: ({ tenderOn }) => tenderOn },
      { header: 'tenders due', value: ({ tendersDueOn }) => tendersDueOn },
      { header: 'award', value: ({ awardOn }) => awardOn },
      { header: 'contract starts', value: ({ startsOn }) => startsOn },
      { header: 'contract ends', value: ({ endsOn }) => endsOn },
      { header: 'contract it follows', value: ({ expiringContract }) => expiringContract },
      { header: 'that contract ends', value: ({ expiringOn }) => expiringOn },
      { header: 'public', value: ({ isPublic }) => (isPublic ? 'yes' : 'no') },
    ],
    rows,
  })
}
