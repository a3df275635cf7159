import { h } from 'preact'
import { NotFound } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { streamReading } from '../../../platform/reading.ts'
import { readTableState } from '../../../platform/views/views.ts'
import { basisLine, basisWords } from '../basis-words.ts'
import { inAnalysis } from '../calculator.ts'
import type { Basis, Slice } from '../model.ts'
import { tierLabels } from '../money-map.ts'
import { readSlice, sliceHref } from '../slice-query.ts'
import { measureBasis } from '../store/analysis.ts'
import { listPayments, type PaymentLine, streamPayments } from '../store/payments.ts'
import type { SpendTables } from '../tables.ts'
import { ListPaymentsView } from './list-payments.view.tsx'

const PAGE_SIZE = 50

type Found = { rows: PaymentLine[]; basis: Basis }

const read = (request: PageRequest, slice: Slice, limit: number, offset: number) =>
  inAnalysis<Found>(request.ctx, async (calculator) => ({
    rows: await listPayments(calculator.db, slice, limit, offset),
    basis: await measureBasis(calculator, slice),
  }))

export const get = async (request: PageRequest): Promise<Answer> => {
  const slice = readSlice(request.query)
  const state = readTableState(request.query, { sortable: [], pageSize: PAGE_SIZE })
  const labels = await tierLabels(request.ctx)
  const { rows, basis } = await read(request, slice, PAGE_SIZE, (state.page - 1) * PAGE_SIZE)
  const body = h(ListPaymentsView, {
    slice,
    labels,
    rows,
    basis: basisWords(basis),
    pence: basis.pence,
    paging: { path: '/spend/payments', query: request.query, state, total: basis.payments },
    exports: (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
      format,
      href: sliceHref(`/spend/payments.${format.toLowerCase()}`, slice),
    })),
  })
  return page('Payments', body, {
    width: 'wide',
    backLink: { href: sliceHref('/spend', slice), text: 'Money map' },
  })
}

/** `/spend/payments.csv` and its sisters: every payment of the slice, streamed. */
export const getExport = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const slice = readSlice(request.query)
  const labels = await tierLabels(request.ctx)
  const { basis } = await read(request, slice, 0, 0)
  return exportTable<PaymentLine>(format, {
    name: 'payments',
    basis: basisLine(basis),
    columns: [
      { header: 'paid on', value: (line) => line.paidOn },
      { header: 'period from', value: (line) => line.periodFrom },
      { header: 'period to', value: (line) => line.periodTo },
      { header: 'payee', value: (line) => line.payeeName },
      { header: 'tier', value: (line) => labels.get(line.tier) ?? line.tier },
      { header: 'amount', value: (line) => line.amountPence, kind: 'pence' },
      { header: 'body', value: (line) => line.body },
      { header: 'department', value: (line) => line.department },
      { header: 'category', value: (line) => line.category },
      { header: 'description', value: (line) => line.description },
      { header: 'reference', value: (line) => line.reference },
      { header: 'file', value: (line) => line.fileName },
      { header: 'row', value: (line) => line.rowNumber, kind: 'number' },
    ],
    rows: streamReading<SpendTables, PaymentLine>(request.ctx, (db) => streamPayments(db, slice)),
  })
}
