import { h } from 'preact'
import { NotFound } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readTableState } from '../../../platform/views/views.ts'
import { basisLine, basisWords } from '../basis-words.ts'
import { inAnalysis } from '../calculator.ts'
import type { Basis, Slice } from '../model.ts'
import { tierLabels } from '../money-map.ts'
import { readSlice, sliceHref } from '../slice-query.ts'
import {
  countPayees,
  measureBasis,
  PAYEE_ORDERS,
  type PayeeOrder,
  type PayeeSum,
  sumByPayee,
} from '../store/analysis.ts'
import { ListPayeesView } from './list-payees.view.tsx'

const PAGE_SIZE = 50
const EVERY_PAYEE = 1_000_000
const MAX_SEARCH = 200

const readSearch = (query: PageRequest['query']): string | null =>
  query.search?.trim().slice(0, MAX_SEARCH).replaceAll('\0', '') || null

export const get = async (request: PageRequest): Promise<Answer> => {
  const slice = readSlice(request.query)
  const search = readSearch(request.query)
  const state = readTableState(request.query, {
    sortable: [...PAYEE_ORDERS],
    defaultSort: 'pence',
    defaultDirection: 'descending',
    pageSize: PAGE_SIZE,
  })
  const labels = await tierLabels(request.ctx)
  const view = await inAnalysis<{ rows: PayeeSum[]; total: number; basis: Basis }>(
    request.ctx,
    async (calculator) => ({
      rows: await sumByPayee(calculator, slice, {
        search,
        order: state.sort as PayeeOrder,
        limit: PAGE_SIZE,
        offset: (state.page - 1) * PAGE_SIZE,
      }),
      total: await countPayees(calculator, slice, search),
      basis: await measureBasis(calculator, slice),
    }),
  )
  const body = h(ListPayeesView, {
    slice,
    search,
    labels,
    rows: view.rows,
    basis: basisWords(view.basis),
    paging: { path: '/spend/payees', query: request.query, state, total: view.total },
    exports: (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
      format,
      href: sliceHref(`/spend/payees.${format.toLowerCase()}`, slice),
    })),
  })
  return page('Payees', body, {
    width: 'wide',
    backLink: { href: sliceHref('/spend', slice), text: 'Money map' },
  })
}

const readAll = (request: PageRequest, slice: Slice) =>
  inAnalysis<{ rows: PayeeSum[]; basis: Basis }>(request.ctx, async (calculator) => ({
    rows: await sumByPayee(calculator, slice, {
      search: null,
      order: 'pence',
      limit: EVERY_PAYEE,
      offset: 0,
    }),
    basis: await measureBasis(calculator, slice),
  }))

/** `/spend/payees.csv` and its sisters. */
export const getExport = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const labels = await tierLabels(request.ctx)
  const { rows, basis } = await readAll(request, readSlice(request.query))
  return exportTable<PayeeSum>(format, {
    name: 'payees',
    basis: basisLine(basis),
    columns: [
      { header: 'payee', value: (payee) => payee.name },
      { header: 'tier', value: (payee) => labels.get(payee.tier) ?? payee.tier },
      { header: 'payments', value: (payee) => payee.payments, kind: 'number' },
      { header: 'amount', value: (payee) => payee.pence, kind: 'pence' },
    ],
    rows,
  })
}
