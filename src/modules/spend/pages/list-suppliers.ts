import { h } from 'preact'
import { NotFound } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { formatShare, listHref, readTableState } from '../../../platform/views/views.ts'
import { basisLine, basisWords } from '../basis-words.ts'
import { matchStateTag } from '../messages.ts'
import type { Basis, Slice } from '../model.ts'
import { tierLabels } from '../money-map.ts'
import { readSlice, sliceHref } from '../slice-query.ts'
import { measureBasis } from '../store/analysis.ts'
import { databaseCalculator } from '../store/calculator.ts'
import { findMatching, type MatchingRecord } from '../store/matching.ts'
import {
  measureSuppliers,
  SUPPLIER_ORDERS,
  type SupplierFilter,
  type SupplierOrder,
  type SupplierPage,
  type SupplierSum,
  type SupplierTotals,
  sumBySupplier,
} from '../store/suppliers.ts'
import { kindText, readSupplierFilter, sectorText, sizeText } from '../supplier-words.ts'
import type { SpendTables } from '../tables.ts'
import { ListSuppliersView } from './list-suppliers.view.tsx'

const PAGE_SIZE = 50
const EVERY_SUPPLIER = 1_000_000

type Found = {
  readonly rows: SupplierSum[]
  readonly totals: SupplierTotals
  readonly basis: Basis
  readonly matching: MatchingRecord | undefined
}

const read = (request: PageRequest, slice: Slice, filter: SupplierFilter, wanted: SupplierPage) =>
  inReading<SpendTables, Found>(request.ctx, async (db) => ({
    rows: await sumBySupplier(db, slice, filter, wanted),
    totals: await measureSuppliers(db, slice, filter),
    basis: await measureBasis(databaseCalculator(db), slice),
    matching: await findMatching(db),
  }))

const exportsOf = (request: PageRequest) =>
  (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
    format,
    href: listHref(`/spend/suppliers.${format.toLowerCase()}`, request.query, {
      page: undefined,
      sort: undefined,
    }),
  }))

export const get = async (request: PageRequest): Promise<Answer> => {
  const slice = readSlice(request.query)
  const filter = readSupplierFilter(request.query)
  const state = readTableState(request.query, {
    sortable: [...SUPPLIER_ORDERS],
    defaultSort: 'pence',
    defaultDirection: 'descending',
    pageSize: PAGE_SIZE,
  })
  const found = await read(request, slice, filter, {
    order: state.sort as SupplierOrder,
    isDescending: state.direction === 'descending',
    limit: PAGE_SIZE,
    offset: (state.page - 1) * PAGE_SIZE,
  })
  const { totals } = found
  const body = h(ListSuppliersView, {
    ...found,
    slice,
    filter,
    basis: basisWords(found.basis),
    identifiedShare: totals.pence > 0 ? formatShare(totals.identifiedPence, totals.pence) : null,
    labels: await tierLabels(request.ctx),
    mayReview: request.visitor.permissions.has('suppliers.review'),
    paging: { path: '/spend/suppliers', query: request.query, state, total: totals.suppliers },
    exports: exportsOf(request),
  })
  return page('Suppliers', body, {
    width: 'wide',
    backLink: { href: sliceHref('/spend', slice), text: 'Money map' },
  })
}

/** `/spend/suppliers.csv` and its sisters. */
export const getExport = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const labels = await tierLabels(request.ctx)
  const all = { order: 'pence', isDescending: true, limit: EVERY_SUPPLIER, offset: 0 } as const
  const { rows, basis } = await read(
    request,
    readSlice(request.query),
    readSupplierFilter(request.query),
    all,
  )
  return exportTable<SupplierSum>(format, {
    name: 'suppliers',
    basis: basisLine(basis),
    columns: [
      { header: 'supplier', value: (row) => row.name },
      { header: 'key', value: (row) => row.supplierKey },
      { header: 'identified', value: (row) => matchStateTag(row.state).text },
      { header: 'kind', value: (row) => kindText(row.kind) },
      { header: 'size', value: (row) => sizeText(row.size) },
      { header: 'sector', value: (row) => sectorText(row.sector) },
      {
        header: 'tier',
        value: (row) => (row.tier === null ? 'several' : (labels.get(row.tier) ?? row.tier)),
      },
      { header: 'payees', value: (row) => row.payees, kind: 'number' },
      { header: 'payments', value: (row) => row.payments, kind: 'number' },
      { header: 'amount', value: (row) => row.pence, kind: 'pence' },
    ],
    rows,
  })
}
