import { h } from 'preact'
import { actingAuthority } from '#identity'
import { NotFound } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { readTableState } from '../../../platform/views/views.ts'
import { statusTag } from '../messages.ts'
import { type ImportRecord, listImports } from '../store/imports.ts'
import type { SpendTables } from '../tables.ts'
import { ListImportsView } from './list-imports.view.tsx'

const PATH = '/spend/imports'
const PAGE_SIZE = 50

export const get = async (request: PageRequest): Promise<Answer> => {
  actingAuthority(request.ctx)
  const imports = await inReading<SpendTables, ImportRecord[]>(request.ctx, listImports)
  const state = readTableState(request.query, { sortable: [], pageSize: PAGE_SIZE })
  const start = (state.page - 1) * PAGE_SIZE
  const body = h(ListImportsView, {
    imports: imports.slice(start, start + PAGE_SIZE),
    paging: { path: PATH, query: request.query, state, total: imports.length },
    exports: (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
      format,
      href: `${PATH}.${format.toLowerCase()}`,
    })),
    mayImport: request.visitor.permissions.has('spend.import'),
  })
  return page('Payment files', body, { width: 'wide' })
}

/** `/spend/imports.csv` and its sisters: every file that was handed in, and what became of its rows. */
export const getExport = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  actingAuthority(request.ctx)
  return exportTable<ImportRecord>(format, {
    name: 'payment-files',
    basis: 'Payment files that were handed in, newest first; only those that are counted are in the figures',
    columns: [
      { header: 'file', value: (record) => record.file_name },
      { header: 'status', value: (record) => statusTag(record.status).text },
      { header: 'period from', value: (record) => record.period_from },
      { header: 'period to', value: (record) => record.period_to },
      { header: 'payments', value: (record) => record.rows_payments, kind: 'number' },
      { header: 'amount', value: (record) => record.pence_payments, kind: 'pence' },
      { header: 'rejected rows', value: (record) => record.rows_rejected, kind: 'number' },
      { header: 'handed in', value: (record) => record.created_at.toISOString() },
    ],
    rows: await inReading<SpendTables, ImportRecord[]>(request.ctx, listImports),
  })
}
