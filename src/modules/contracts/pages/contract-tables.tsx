import { DataTable, formatDate, formatPeriod } from '../../../platform/views/views.ts'
import { grouped, progressReason } from '../messages/deliveries.ts'
import { BASIS_NAMES } from '../messages.ts'
import type { Delivery } from '../model.ts'
import type { CommitmentProgress, ContractReport } from '../read-contract.ts'
import { contractPath, deliveryPath } from './paths.ts'
import type { ShowContractProps } from './show-contract.view.tsx'
import { CommitmentTag, DeliveryTag } from './tags.tsx'

const promiseCell = ({ commitment }: CommitmentProgress, mayManage: boolean) => {
  const { title, unit, placeName, unitValue, priceYear, basis, contractId, id, scalesWithSpend } = commitment
  const kind = BASIS_NAMES[basis] ?? basis
  const worth = unitValue !== null && `£${grouped(unitValue)} each (${priceYear ?? 'as paid'})`
  const unpriced = basis === 'none' ? kind : `${kind}, not priced`
  return (
    <>
      {mayManage ? <a href={`${contractPath(contractId)}/commitments/${id}`}>{title}</a> : title}
      <span class="gt-under">
        {[
          unit,
          placeName,
          worth ? `${kind}, ${worth}` : unpriced,
          scalesWithSpend ? 'grows with spending' : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  )
}

const StateCell = ({ commitment, progress }: CommitmentProgress) => (
  <>
    <CommitmentTag state={progress.state} />
    <span class="gt-under">{progressReason(progress, commitment.scalesWithSpend)}</span>
  </>
)

const exportsOf = (path: string) =>
  (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
    format,
    href: `${path}/commitments.${format.toLowerCase()}`,
  }))

/** What was promised and what came of it, side by side. */
export const Promises = (props: ShowContractProps) => (
  <section id="commitments">
    <DataTable
      id="promises"
      caption="Promised and achieved"
      rows={props.promisePage.rows}
      paging={props.promisePage.paging}
      onPhone="stack"
      basis={{
        period: `Up to ${formatDate(props.on)}`,
        coverage: 'Only what a contract manager has verified counts as achieved',
        unknown: 'What waits for a decision stands apart',
        verifiedBy: 'The forecast goes on at the pace so far',
      }}
      exports={exportsOf(contractPath(props.contract.id))}
      columns={[
        { name: 'title', header: 'Commitment', cell: (row) => promiseCell(row, props.mayManage) },
        {
          name: 'promised',
          header: 'Promised',
          isNumeric: true,
          cell: (row) => grouped(row.progress.promised),
        },
        {
          name: 'due',
          header: 'Due so far',
          isNumeric: true,
          cell: ({ progress }) => (progress.due === null ? 'Not known' : grouped(progress.due)),
        },
        {
          name: 'verified',
          header: 'Achieved',
          isNumeric: true,
          cell: (row) => grouped(row.progress.verified),
        },
        { name: 'waiting', header: 'Waiting', isNumeric: true, cell: (row) => grouped(row.progress.waiting) },
        {
          name: 'forecast',
          header: 'Forecast',
          isNumeric: true,
          cell: ({ progress }) => (progress.forecast === null ? 'Too early' : grouped(progress.forecast)),
        },
        {
          name: 'state',
          header: 'How it is',
          cell: (row) => <StateCell {...row} />,
        },
      ]}
      empty={{
        title: 'No commitment yet',
        purpose:
          'A commitment is what the supplier promised beside the work: so many apprentices, hours or pounds, where and by when.',
        firstStep: props.mayManage
          ? { text: 'Write a commitment down', href: `${contractPath(props.contract.id)}/commitments/new` }
          : undefined,
      }}
    />
  </section>
)

const columnsOfDelivery = [
  {
    name: 'title',
    header: 'Delivery',
    cell: (row: Delivery) => (
      <>
        <a href={deliveryPath(row.id)}>{row.title}</a>
        <span class="gt-under">
          {[formatPeriod(row.fromOn, row.toOn), row.placeName].filter(Boolean).join(' · ')}
        </span>
      </>
    ),
  },
  {
    name: 'quantity',
    header: 'Reported',
    isNumeric: true,
    cell: (row: Delivery) => `${grouped(row.quantity)} ${row.unit}`,
  },
  {
    name: 'verified',
    header: 'Verified',
    isNumeric: true,
    cell: (row: Delivery) => (row.verifiedQuantity === null ? 'Nothing' : grouped(row.verifiedQuantity)),
  },
  { name: 'status', header: 'Decision', cell: (row: Delivery) => <DeliveryTag status={row.status} /> },
]

const DELIVERY_BASIS = (report: ContractReport) => ({
  period: report.contract.startsOn ? `Since ${formatDate(report.contract.startsOn)}` : 'Since it began',
  coverage: 'All deliveries that were reported',
})

const SHOWN = 20

/** Deliveries to commitments, and those nobody had promised, apart. */
export const Deliveries = (props: ShowContractProps) => {
  const planned = props.deliveries.filter(({ commitmentId }) => commitmentId !== null)
  const all = `/contracts/deliveries?contract=${props.contract.id}`
  return (
    <>
      <DataTable
        id="deliveries"
        caption="Deliveries"
        rows={planned.slice(0, SHOWN)}
        onPhone="stack"
        basis={DELIVERY_BASIS(props)}
        columns={columnsOfDelivery}
        empty={{
          title: 'Nothing reported yet',
          purpose:
            'What the supplier did for its commitments, with its evidence, and what was decided on it.',
        }}
      />
      {(planned.length > SHOWN || props.unplanned.length > SHOWN) && (
        <p>
          Here are the latest {SHOWN} of each.{' '}
          <a href={all}>See, sort and export all {props.deliveries.length}</a>
        </p>
      )}
      {props.unplanned.length > 0 && (
        <DataTable
          id="unplanned"
          caption="Beyond what was promised"
          rows={props.unplanned.slice(0, SHOWN)}
          onPhone="stack"
          basis={{ ...DELIVERY_BASIS(props), coverage: 'Welcome, and in no total of what was promised' }}
          columns={columnsOfDelivery}
          empty={{ title: '', purpose: '' }}
        />
      )}
    </>
  )
}
