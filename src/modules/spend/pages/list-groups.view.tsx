import {
  type Basis,
  DataTable,
  formatNumber,
  formatPence,
  formatShare,
  type TablePaging,
} from '../../../platform/views/views.ts'
import type { GroupSum, Slice } from '../model.ts'
import { sliceHref } from '../slice-query.ts'
import type { GroupPage } from './list-groups.ts'
import { SliceForm } from './slice-form.tsx'

export type ListGroupsProps = {
  readonly group: GroupPage
  readonly slice: Slice
  readonly basis: Basis
  readonly total: number
  readonly rows: readonly GroupSum[]
  readonly paging: TablePaging
  readonly exports: readonly { readonly format: 'CSV' | 'XLSX' | 'JSON'; readonly href: string }[]
}

const narrowed = (group: GroupPage, key: string | null): Partial<Slice> => {
  if (group.by === 'month') return { fromMonth: key, toMonth: key }
  return { [group.by]: key ?? '(none)' }
}

export const ListGroupsView = ({ group, slice, basis, total, rows, paging, exports }: ListGroupsProps) => (
  <>
    <h1>{group.title}</h1>
    <p>In the words of the payment files.</p>
    <SliceForm action={group.path} slice={slice} />
    <DataTable
      id={group.by}
      caption={group.title}
      rows={rows}
      basis={basis}
      paging={paging}
      exports={exports}
      empty={{
        title: 'Nothing here',
        purpose: 'No payment lies in the part you chose.',
        firstStep: { text: 'Show all payments', href: group.path },
      }}
      columns={[
        {
          name: 'name',
          header: group.one,
          isSortable: true,
          cell: (sum) => (
            <a href={sliceHref('/spend', slice, narrowed(group, sum.key))}>{sum.key ?? '(not given)'}</a>
          ),
        },
        { name: 'payees', header: 'Payees', isNumeric: true, cell: (sum) => formatNumber(sum.payees) },
        {
          name: 'payments',
          header: 'Payments',
          isNumeric: true,
          isSortable: true,
          firstDirection: 'descending',
          cell: (sum) => (
            <a href={sliceHref('/spend/payments', slice, narrowed(group, sum.key))}>
              {formatNumber(sum.payments)}
              <span class="govuk-visually-hidden"> payments: {sum.key ?? 'not given'}</span>
            </a>
          ),
        },
        {
          name: 'amount',
          header: 'Amount',
          isNumeric: true,
          isSortable: true,
          firstDirection: 'descending',
          cell: (sum) => formatPence(sum.pence),
        },
        {
          name: 'share',
          header: 'Share',
          isNumeric: true,
          cell: (sum) => (total > 0 ? formatShare(sum.pence, total) : '–'),
        },
      ]}
    />
  </>
)
