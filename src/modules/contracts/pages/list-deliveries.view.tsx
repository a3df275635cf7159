import {
  Button,
  type DataColumn,
  DataTable,
  formatInstant,
  formatPeriod,
  Input,
  Select,
  type TableExport,
  type TablePaging,
} from '../../../platform/views/views.ts'
import { DELIVERY_FILTERS, type DeliveryFilter, REPORTER_NAMES } from '../messages/deliveries.ts'
import type { Contract } from '../model.ts'
import type { DeliveryQuestion, ListedDelivery } from '../store/list-deliveries.ts'
import { contractPath, deliveryPath } from './paths.ts'
import { DeliveryTag } from './tags.tsx'

type Props = {
  readonly rows: readonly ListedDelivery[]
  readonly contract: Contract | null
  readonly filter: Omit<DeliveryQuestion, 'statuses'> & { readonly status: DeliveryFilter }
  readonly paging: TablePaging
  readonly exports: readonly TableExport[]
}

const COLUMNS: readonly DataColumn<ListedDelivery>[] = [
  {
    name: 'title',
    header: 'Delivery',
    isSortable: true,
    cell: (row) => (
      <>
        <a href={deliveryPath(row.id)}>{row.title}</a>
        <span class="gt-under">
          {[row.commitmentTitle ?? 'beyond what was promised', row.placeName].filter(Boolean).join(' · ')}
        </span>
      </>
    ),
  },
  {
    name: 'contract',
    header: 'Contract',
    isSortable: true,
    cell: (row) => (
      <>
        <a href={contractPath(row.contractId)}>{row.contractTitle}</a>
        <span class="gt-under">{row.contractReference}</span>
      </>
    ),
  },
  { name: 'ended', header: 'When', isSortable: true, cell: (row) => formatPeriod(row.fromOn, row.toOn) },
  {
    name: 'quantity',
    header: 'Reported',
    isNumeric: true,
    isSortable: true,
    cell: (row) => `${row.quantity} ${row.unit}`,
  },
  {
    name: 'since',
    header: 'Since',
    isSortable: true,
    cell: (row) => (
      <>
        {formatInstant(row.reportedAt)}
        <span class="gt-under">{REPORTER_NAMES[row.reportedBy]}</span>
      </>
    ),
  },
  {
    name: 'status',
    header: 'Decision',
    isSortable: true,
    cell: (row) => <DeliveryTag status={row.status} />,
  },
]

const FilterForm = ({ filter }: Props) => (
  <form method="get" action="/contracts/deliveries" class="gt-filter">
    {filter.contractId && <input type="hidden" name="contract" value={filter.contractId} />}
    <Input id="search" name="search" label="Words of delivery, contract or place" value={filter.search} />
    <Select
      id="status"
      name="status"
      label="Decision"
      items={Object.entries(DELIVERY_FILTERS).map(([value, text]) => ({
        value,
        text,
        selected: filter.status === value,
      }))}
    />
    <Input
      id="from"
      name="from"
      label="Done since"
      hint="As 2026-04-01"
      classes="govuk-input--width-10"
      value={filter.from ?? ''}
    />
    <Input
      id="to"
      name="to"
      label="Done until"
      hint="As 2027-03-31"
      classes="govuk-input--width-10"
      value={filter.to ?? ''}
    />
    <Button classes="govuk-button--secondary">Show</Button>
  </form>
)

export const ListDeliveriesView = (props: Props) => (
  <>
    {props.contract && <span class="govuk-caption-l">{props.contract.title}</span>}
    <h1>Deliveries</h1>
    <p>
      What suppliers did and reported. Only what a contract manager has verified counts
      {props.filter.status === 'waiting' ? '; the longest waiting comes first.' : '.'}
    </p>
    <FilterForm {...props} />
    <DataTable
      id="waiting"
      caption={DELIVERY_FILTERS[props.filter.status]}
      rows={props.rows}
      paging={props.paging}
      exports={props.exports}
      onPhone="stack"
      basis={{
        period: 'Today',
        coverage: props.contract ? 'This contract' : 'Over all contracts',
        verifiedBy: 'Verified quantities stand on the page of each delivery',
      }}
      columns={COLUMNS}
      empty={{
        title: props.filter.status === 'waiting' ? 'Nothing waits' : 'No delivery found',
        purpose: 'What suppliers report stands here until a contract manager decides.',
      }}
    />
  </>
)
