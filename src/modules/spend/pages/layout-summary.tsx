import { DataTable, formatPence, SummaryList } from '../../../platform/views/views.ts'
import type { ImportReport } from '../import-report.ts'
import { ROLE_LABELS, rowKindText } from '../messages.ts'
import type { SampleRow } from '../reading/reading.ts'

type LayoutWords = NonNullable<ImportReport['layout']>

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '|': 'bar',
  '\t': 'tab',
}

const rowsOf = (part: LayoutWords['parts'][number]) => [
  {
    key: 'Format',
    value:
      part.format === 'xlsx'
        ? `Excel workbook, sheet ${part.sheet}`
        : `Text, ${part.encoding}, cells parted by ${DELIMITERS[part.delimiter ?? ''] ?? part.delimiter}`,
  },
  { key: 'Header', value: part.headerRows === null ? 'None' : `Row ${part.headerRows.join(' and ')}` },
  ...Object.entries(part.columns).map(([role, column]) => ({
    key: ROLE_LABELS[role === 'supplier' ? 'payee' : role] ?? role,
    value: column,
  })),
  { key: 'Order of dates', value: part.dateOrder === 'day-first' ? 'Day before month' : 'Month before day' },
]

/** How a file was read, in words. */
export const LayoutSummary = ({ layout }: { readonly layout: LayoutWords }) => (
  <>
    <h2>How it was read</h2>
    {layout.parts.map((part) => (
      <>
        {layout.parts.length > 1 && <h3>{part.name}</h3>}
        <SummaryList rows={rowsOf(part)} />
      </>
    ))}
    {layout.notRead.map((left) => (
      <p>
        Not read: {left.name}. {left.reason}
      </p>
    ))}
  </>
)

const outcome = (row: SampleRow): string => {
  if (row.outcome === 'payment') return 'Payment'
  return row.outcome === 'other' ? rowKindText(row.kind) : row.message
}

/** The first rows, each beside what it was taken for. */
export const SampleTable = ({ sample }: { readonly sample: readonly SampleRow[] }) => (
  <DataTable
    id="sample"
    caption="The first rows, as they were understood"
    rows={sample}
    empty={{ title: 'No rows', purpose: 'The file has no rows.' }}
    columns={[
      { name: 'row', header: 'Row', cell: (row) => String(row.rowNumber) },
      { name: 'outcome', header: 'Taken for', cell: outcome },
      {
        name: 'date',
        header: 'Paid',
        cell: (row) =>
          row.outcome === 'payment' ? (row.payment.paidOn ?? row.payment.periodFrom ?? 'not given') : '',
      },
      {
        name: 'payee',
        header: 'Payee',
        cell: (row) =>
          row.outcome === 'payment'
            ? row.payment.payeeName
            : row.cells
                .filter((cell) => cell !== '')
                .slice(0, 3)
                .join(' · '),
      },
      {
        name: 'amount',
        header: 'Amount',
        isNumeric: true,
        cell: (row) => (row.outcome === 'payment' ? formatPence(row.payment.amountPence) : ''),
      },
    ]}
  />
)
