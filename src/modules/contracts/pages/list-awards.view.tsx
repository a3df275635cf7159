import {
  Button,
  DataTable,
  formatDate,
  formatPounds,
  Input,
  type TableExport,
  type TablePaging,
} from '../../../platform/views/views.ts'
import type { WaitingAward } from '../read-awards.ts'
import { awardPath } from './paths.ts'

type Props = {
  readonly rows: readonly WaitingAward[]
  readonly paging: TablePaging
  readonly exports: readonly TableExport[]
  readonly words: string
  readonly mayManage: boolean
}

export const ListAwardsView = ({ rows, paging, exports, words, mayManage }: Props) => (
  <>
    <h1>Awards without a contract</h1>
    <p>
      An award comes here on the day it is final. Its supplier, price and promises go into the contract as
      they were bid; nothing is typed again.
    </p>
    {(rows.length > 0 || words !== '') && (
      <form method="get" action="/contracts/awards" class="gt-filter">
        <Input id="words" name="words" label="Search awards" value={words} />
        <Button classes="govuk-button--secondary">Search</Button>
      </form>
    )}
    <DataTable
      id="awards"
      caption="Awards without a contract"
      rows={rows}
      paging={paging}
      exports={exports}
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
        title: words === '' ? 'No award waits' : 'No award fits',
        purpose: 'Every final award has its contract. The next one comes here when its standstill is over.',
        firstStep: { text: 'See evaluations', href: '/evaluations' },
      }}
    />
  </>
)
