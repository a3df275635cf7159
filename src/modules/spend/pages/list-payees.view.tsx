import {
  type Basis,
  Button,
  DataTable,
  formatNumber,
  formatPence,
  Input,
  type TablePaging,
} from '../../../platform/views/views.ts'
import { isNarrowed, NO_PAYMENTS_YET } from '../analyses/nothing-here.ts'
import type { Slice } from '../model.ts'
import { sliceHref, sliceWords } from '../slice-query.ts'
import type { PayeeSum } from '../store/analysis.ts'
import { SliceForm } from './slice-form.tsx'

export type ListPayeesProps = {
  readonly slice: Slice
  readonly search: string | null
  readonly labels: ReadonlyMap<string, string>
  readonly rows: readonly PayeeSum[]
  readonly basis: Basis
  readonly paging: TablePaging
  readonly exports: readonly { readonly format: 'CSV' | 'XLSX' | 'JSON'; readonly href: string }[]
}

const Search = ({ slice, search }: Pick<ListPayeesProps, 'slice' | 'search'>) => (
  <form method="get" action="/spend/payees" role="search" class="gt-filter">
    {Object.entries(sliceWords(slice)).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <Input
      label="Part of a payee’s name"
      id="search"
      name="search"
      type="search"
      value={search ?? ''}
      classes="govuk-input--width-20"
    />
    <Button classes="govuk-button--secondary">Search</Button>
  </form>
)

export const ListPayeesView = ({ slice, search, labels, rows, basis, paging, exports }: ListPayeesProps) => (
  <>
    <h1>Payees</h1>
    <p>Suppliers as the payment files name them.</p>
    <SliceForm action="/spend/payees" slice={slice} tierLabel={labels.get(slice.tier ?? '')} />
    <Search slice={slice} search={search} />
    <DataTable
      id="payees"
      caption="Payees"
      rows={rows}
      basis={basis}
      paging={paging}
      exports={exports}
      empty={
        isNarrowed(slice) || (search ?? '') !== ''
          ? {
              title: 'No payee found',
              purpose: 'No payee lies in the part you chose, or has this in its name.',
              firstStep: { text: 'Show all payees', href: '/spend/payees' },
            }
          : NO_PAYMENTS_YET
      }
      columns={[
        {
          name: 'name',
          header: 'Payee',
          isSortable: true,
          cell: (payee) => <a href={`/spend/payees/${payee.payeeId}`}>{payee.name}</a>,
        },
        { name: 'tier', header: 'Where', cell: (payee) => labels.get(payee.tier) ?? payee.tier },
        {
          name: 'payments',
          header: 'Payments',
          isNumeric: true,
          isSortable: true,
          firstDirection: 'descending',
          cell: (payee) => (
            <a href={sliceHref('/spend/payments', slice, { payeeId: payee.payeeId })}>
              {formatNumber(payee.payments)}
              <span class="govuk-visually-hidden"> payments to {payee.name}</span>
            </a>
          ),
        },
        {
          name: 'pence',
          header: 'Amount',
          isNumeric: true,
          isSortable: true,
          firstDirection: 'descending',
          cell: (payee) => formatPence(payee.pence),
        },
      ]}
    />
  </>
)
