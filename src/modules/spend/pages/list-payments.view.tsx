import {
  type Basis,
  DataTable,
  formatPence,
  formatPeriod,
  formatShortDate,
  type TablePaging,
} from '../../../platform/views/views.ts'
import { isNarrowed, NO_PAYMENTS_YET } from '../analyses/nothing-here.ts'
import type { Slice } from '../model.ts'
import type { PaymentLine } from '../store/payments.ts'
import { SliceForm } from './slice-form.tsx'

export type ListPaymentsProps = {
  readonly slice: Slice
  readonly labels: ReadonlyMap<string, string>
  readonly rows: readonly PaymentLine[]
  readonly basis: Basis
  readonly pence: number
  readonly paging: TablePaging
  readonly exports: readonly { readonly format: 'CSV' | 'XLSX' | 'JSON'; readonly href: string }[]
}

const dayText = (line: PaymentLine): string => {
  if (line.paidOn) return formatShortDate(line.paidOn)
  return line.periodFrom && line.periodTo ? formatPeriod(line.periodFrom, line.periodTo) : 'not given'
}

export const ListPaymentsView = ({
  slice,
  labels,
  rows,
  basis,
  pence,
  paging,
  exports,
}: ListPaymentsProps) => (
  <>
    <h1>Payments</h1>
    <SliceForm action="/spend/payments" slice={slice} tierLabel={labels.get(slice.tier ?? '')} />
    <DataTable
      id="payments"
      caption={`Payments, ${formatPence(pence)} in all`}
      rows={rows}
      basis={basis}
      paging={paging}
      exports={exports}
      empty={
        isNarrowed(slice)
          ? {
              title: 'No payment found',
              purpose: 'No payment lies in the part you chose.',
              firstStep: { text: 'Show all payments', href: '/spend/payments' },
            }
          : NO_PAYMENTS_YET
      }
      columns={[
        {
          name: 'payee',
          header: 'Payee',
          cell: (line) => <a href={`/spend/payees/${line.payeeId}`}>{line.payeeName}</a>,
        },
        { name: 'date', header: 'Paid', cell: dayText },
        { name: 'where', header: 'Where', cell: (line) => labels.get(line.tier) ?? line.tier },
        { name: 'category', header: 'Category', cell: (line) => line.category ?? '–' },
        { name: 'department', header: 'Department', cell: (line) => line.department ?? '–' },
        { name: 'amount', header: 'Amount', isNumeric: true, cell: (line) => formatPence(line.amountPence) },
        {
          name: 'source',
          header: 'File and row',
          cell: (line) => (
            <a href={`/spend/imports/${line.importId}`}>
              {line.fileName}, row {line.rowNumber}
            </a>
          ),
        },
      ]}
    />
  </>
)
