import { DataTable, formatNumber, formatPence, type TablePaging } from '../../../platform/views/views.ts'
import type { ImportRecord } from '../store/imports.ts'
import type { RowLine } from './list-rows.ts'

type Props = {
  readonly record: ImportRecord
  readonly isRejected: boolean
  readonly rows: readonly RowLine[]
  readonly paging: TablePaging
  readonly exports: readonly { readonly format: 'CSV' | 'XLSX' | 'JSON'; readonly href: string }[]
}

export const ListRowsView = ({ record, isRejected, rows, paging, exports }: Props) => (
  <>
    <h1>{isRejected ? 'Rejected rows' : 'Other rows'}</h1>
    <p>
      {isRejected
        ? `These rows of ${record.file_name} may hold payments, but could not be used as they stand. Mend them in the file and hand it in again, or correct how it is read.`
        : `These rows of ${record.file_name} are no payments: titles, headers, blank rows and totals.`}
    </p>
    <DataTable
      id="rows"
      caption={isRejected ? 'Rows and why they were rejected' : 'Rows and what they were taken for'}
      rows={rows}
      paging={paging}
      exports={exports}
      empty={{
        title: isRejected ? 'No row was rejected' : 'Every row is a payment',
        purpose: `All ${formatNumber(record.rows_source)} rows of the file were understood.`,
      }}
      columns={[
        { name: 'row', header: 'Row', cell: (row) => formatNumber(row.rowNumber) },
        { name: 'what', header: isRejected ? 'Why' : 'Taken for', cell: (row) => row.what },
        { name: 'cells', header: 'What it says', cell: (row) => row.cells },
        ...(isRejected
          ? [
              {
                name: 'amount',
                header: 'Amount',
                isNumeric: true,
                cell: (row: RowLine) => (row.pence === null ? '–' : formatPence(row.pence)),
              },
            ]
          : []),
      ]}
    />
  </>
)
