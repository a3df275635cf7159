import { DataTable, formatDate, formatPounds, type TablePaging } from '../../../platform/views/views.ts'
import type { WaitingAward } from '../read-awards.ts'
import { awardPath } from './paths.ts'

type Props = {
  readonly rows: readonly WaitingAward[]
  readonly paging: TablePaging
  readonly mayManage: boolean
}

export const ListAwardsView = ({ rows, paging, mayManage }: Props) => (
  <>
    <h1>Awards without a contract</h1>
    <p>
      An award comes here on the day it is final. Its supplier, price and promises go into the contract as
      they were bid; nothing is typed again.
    </p>
    <DataTable
      id="awards"
      caption="Awards without a contract"
      rows={rows}
      paging={paging}
      onPhone="stack"
      basis={{ period: 'Today', coverage: 'Final awards made here; prices as bid, without VAT' }}
      columns={[
        {
          name: 'title',
          header: 'Award',
          isSortable: true,
          cell: (row) => (
            <>
              {mayManage ? <a href={awardPath(row.id)}>{row.title}</a> : row.title}
              <span class="gt-under">{row.reference}</span>
            </>
          ),
        },
        { name: 'supplier', header: 'Supplier', isSortable: true, cell: (row) => row.supplierName },
        {
          name: 'price',
          header: 'Price',
          isNumeric: true,
          isSortable: true,
          firstDirection: 'descending',
          cell: (row) => (row.pricePence === null ? 'Not said' : formatPounds(row.pricePence)),
        },
        { name: 'signed', header: 'Final on', isSortable: true, cell: (row) => formatDate(row.signedOn) },
      ]}
      empty={{
        title: 'No award waits',
        purpose: 'Every final award has its contract. The next one comes here when its standstill is over.',
        firstStep: { text: 'See evaluations', href: '/evaluations' },
      }}
    />
  </>
)
