import {
  Button,
  DataTable,
  formatInstant,
  formatNumber,
  formatPence,
  formatPeriod,
  type TableExport,
  type TablePaging,
  Tag,
} from '../../../platform/views/views.ts'
import { statusTag } from '../messages.ts'
import type { ImportRecord } from '../store/imports.ts'

export const StatusTag = ({ status }: { readonly status: ImportRecord['status'] }) => {
  const { text, colour } = statusTag(status)
  return <Tag classes={`govuk-tag--${colour}`}>{text}</Tag>
}

const period = (record: ImportRecord): string =>
  record.period_from && record.period_to ? formatPeriod(record.period_from, record.period_to) : '–'

export const ListImportsView = ({
  imports,
  paging,
  exports,
  mayImport,
}: {
  readonly imports: readonly ImportRecord[]
  readonly paging: TablePaging
  readonly exports: readonly TableExport[]
  readonly mayImport: boolean
}) => (
  <>
    <h1>Payment files</h1>
    {mayImport && imports.length > 0 && <Button href="/spend/imports/new">Hand in a payment file</Button>}
    <DataTable
      id="imports"
      caption="Files handed in, newest first"
      rows={imports}
      paging={paging}
      exports={exports}
      onPhone="stack"
      empty={{
        title: 'No payment file yet',
        purpose:
          'Everything here begins with a file of payments: the spending over £500 that every council publishes, or an export of the ledger.',
        firstStep: mayImport ? { text: 'Hand in a payment file', href: '/spend/imports/new' } : undefined,
      }}
      columns={[
        {
          name: 'file',
          header: 'File',
          cell: (record) => <a href={`/spend/imports/${record.id}`}>{record.file_name}</a>,
        },
        { name: 'status', header: 'Status', cell: (record) => <StatusTag status={record.status} /> },
        { name: 'period', header: 'Period', cell: period },
        {
          name: 'payments',
          header: 'Payments',
          isNumeric: true,
          cell: (record) => formatNumber(record.rows_payments),
        },
        {
          name: 'amount',
          header: 'Amount',
          isNumeric: true,
          cell: (record) => formatPence(record.pence_payments),
        },
        {
          name: 'rejected',
          header: 'Rejected rows',
          isNumeric: true,
          cell: (record) => formatNumber(record.rows_rejected),
        },
        { name: 'at', header: 'Handed in', cell: (record) => formatInstant(record.created_at) },
      ]}
    />
  </>
)
