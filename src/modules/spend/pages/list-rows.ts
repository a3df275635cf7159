import { h } from 'preact'
import { NotFound } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { readTableState } from '../../../platform/views/views.ts'
import { rowKindText } from '../messages.ts'
import { type ImportRecord, listRows } from '../store/imports.ts'
import type { SpendTables } from '../tables.ts'
import { ListRowsView } from './list-rows.view.tsx'
import { readImport } from './show-import.ts'

export type RowLine = {
  readonly part: number
  readonly rowNumber: number
  readonly what: string
  readonly cells: string
  readonly pence: number | null
}

const PAGE_SIZE = 50
const EVERY_ROW = 2_000_000

const readRows = (
  request: PageRequest,
  importId: string,
  isRejected: boolean,
  limit: number,
  offset: number,
) =>
  inReading<SpendTables, RowLine[]>(request.ctx, async (db) => {
    if (isRejected) {
      const rows = await listRows(db, 'spend.rejected_row', importId, limit, offset)
      return rows.map((row) => ({
        part: row.part,
        rowNumber: row.row_number,
        what: row.message,
        cells: (JSON.parse(row.cells) as string[]).join(' | '),
        pence: row.amount_pence,
      }))
    }
    const rows = await listRows(db, 'spend.other_row', importId, limit, offset)
    return rows.map((row) => ({
      part: row.part,
      rowNumber: row.row_number,
      what: rowKindText(row.kind),
      cells: row.cells,
      pence: null,
    }))
  })

const listPage = (isRejected: boolean) => {
  const words = isRejected ? 'rejected' : 'other'
  return {
    get: async (request: PageRequest): Promise<Answer> => {
      const record: ImportRecord = await readImport(request)
      const state = readTableState(request.query, { sortable: [], pageSize: PAGE_SIZE })
      const path = `/spend/imports/${record.id}/rows/${words}`
      const view = {
        record,
        isRejected,
        rows: await readRows(request, record.id, isRejected, PAGE_SIZE, (state.page - 1) * PAGE_SIZE),
        paging: {
          path,
          query: request.query,
          state,
          total: isRejected ? record.rows_rejected : record.rows_other,
        },
        exports: (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
          format,
          href: `${path}.${format.toLowerCase()}`,
        })),
      }
      return page(isRejected ? 'Rejected rows' : 'Other rows', h(ListRowsView, view), {
        width: 'wide',
        backLink: { href: `/spend/imports/${record.id}`, text: record.file_name },
      })
    },
    getExport: async (request: PageRequest): Promise<Answer> => {
      const format = exportFormatOf(request.params.format)
      if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
      const record = await readImport(request)
      return exportTable<RowLine>(format, {
        name: `${words}-rows`,
        basis: `${record.file_name}: ${record.rows_source} rows = ${record.rows_payments} payments + ${record.rows_other} other + ${record.rows_rejected} rejected`,
        columns: [
          { header: 'row', value: (row) => row.rowNumber, kind: 'number' },
          { header: isRejected ? 'reason' : 'kind', value: (row) => row.what },
          { header: 'amount', value: (row) => row.pence, kind: 'pence' },
          { header: 'cells', value: (row) => row.cells },
        ],
        rows: await readRows(request, record.id, isRejected, EVERY_ROW, 0),
      })
    },
  }
}

export const rejected = listPage(true)
export const other = listPage(false)
