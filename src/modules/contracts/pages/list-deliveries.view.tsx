import { DataTable, formatInstant, formatPeriod, type TablePaging } from '../../../platform/views/views.ts'
import type { WaitingDelivery } from '../store/deliveries.ts'
import { contractPath, deliveryPath } from './paths.ts'
import { DeliveryTag } from './tags.tsx'

type Props = { readonly rows: readonly WaitingDelivery[]; readonly paging: TablePaging }

export const ListDeliveriesView = ({ rows, paging }: Props) => (
  <>
    <h1>Deliveries that wait for a decision</h1>
    <p>The longest waiting comes first. None of them counts until it is decided on.</p>
    <DataTable
      id="waiting"
      caption="Waiting"
      rows={rows}
      paging={paging}
      onPhone="stack"
      basis={{ period: 'Today', coverage: 'Reported or asked about, over all contracts' }}
      columns={[
        {
          name: 'title',
          header: 'Delivery',
          cell: (row) => (
            <>
              <a href={deliveryPath(row.id)}>{row.title}</a>
              <span class="gt-under">
                {[formatPeriod(row.fromOn, row.toOn), row.placeName].filter(Boolean).join(' · ')}
              </span>
            </>
          ),
        },
        {
          name: 'contract',
          header: 'Contract',
          cell: (row) => (
            <>
              <a href={contractPath(row.contractId)}>{row.contractTitle}</a>
              <span class="gt-under">{row.contractReference}</span>
            </>
          ),
        },
        { name: 'quantity', header: 'Reported', cell: (row) => `${row.quantity} ${row.unit}` },
        { name: 'since', header: 'Since', cell: (row) => formatInstant(row.reportedAt) },
        { name: 'status', header: 'Decision', cell: (row) => <DeliveryTag status={row.status} /> },
      ]}
      empty={{
        title: 'Nothing waits',
        purpose: 'What suppliers report stands here until a contract manager decides.',
      }}
    />
  </>
)
