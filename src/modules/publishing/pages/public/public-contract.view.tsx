import type { PlainDate } from '../../../../kernel/plain-date.ts'
import {
  type DataColumn,
  DataTable,
  Details,
  formatCount,
  formatDate,
  formatInstant,
  formatMonth,
  formatPence,
  formatPounds,
  formatShare,
  SummaryList,
} from '../../../../platform/views/views.ts'
import type { PublicExtra, PublicPromiseRow, PublicRow } from '../../store/public-site.ts'
import type { ContractFacts, MonthPayment } from './contract-facts.ts'
import { type ShownStory, Stories } from './stories.tsx'
import { basisWords, PROMISE_STATUS_WORDS, quantityWords, stageWords, TAG_WORDS } from './words.ts'

type HistoryRow = { readonly id: string; readonly date: string; readonly tag: string }
type Props = {
  readonly slug: string
  readonly name: string
  readonly row: PublicRow
  readonly facts: ContractFacts
  readonly on: PlainDate
  readonly promises: readonly PublicPromiseRow[]
  readonly extras: readonly PublicExtra[]
  readonly stories: readonly ShownStory[]
  readonly history: readonly HistoryRow[]
}

const day = (on: PlainDate | null): string => (on === null ? 'Not said' : formatDate(on))

const paidWords = ({ valuePence, paidPence }: PublicRow): string => {
  if (paidPence === null) return 'Not known: payments cannot be told apart by contract, or there are none'
  return valuePence === null || valuePence === 0
    ? formatPounds(paidPence)
    : `${formatPounds(paidPence)}, ${formatShare(paidPence, valuePence, 0)} of the value`
}

const Facts = ({ row, facts, name, on }: Props) => (
  <SummaryList
    rows={[
      { key: 'Bought by', value: name },
      { key: 'From', value: row.supplierName ?? 'Not decided yet' },
      ...(facts.supplierId ? [{ key: 'Number in the register', value: facts.supplierId }] : []),
      { key: 'Stage', value: stageWords(row, on) },
      {
        key: 'Value, without VAT',
        value: row.valuePence === null ? 'Not said' : formatPounds(row.valuePence),
      },
      { key: 'Paid so far, without VAT', value: paidWords(row) },
      { key: 'Starts', value: day(row.startsOn) },
      { key: 'Ends', value: day(row.endsOn) },
      ...(facts.cpv.length > 0 ? [{ key: 'CPV codes', value: facts.cpv.join(', ') }] : []),
    ]}
  />
)

const PROMISE_COLUMNS: readonly DataColumn<PublicPromiseRow>[] = [
  {
    name: 'what',
    header: 'What was promised',
    cell: (row) => (
      <>
        {row.title}
        <span class="gt-under">
          {[basisWords(row.basis), row.priceYear && `${row.priceYear} prices`, row.priority, row.placeName]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </>
    ),
  },
  {
    name: 'promised',
    header: 'Promised',
    isNumeric: true,
    cell: (row) => `${quantityWords(row.quantity)} ${row.unit}`,
  },
  { name: 'reported', header: 'Reported', isNumeric: true, cell: (row) => quantityWords(row.reported) },
  { name: 'verified', header: 'Verified', isNumeric: true, cell: (row) => quantityWords(row.verified) },
  { name: 'status', header: 'State', cell: (row) => PROMISE_STATUS_WORDS[row.status] ?? row.status },
]

const Promises = ({ promises, extras }: Props) => (
  <>
    <DataTable
      id="promises"
      caption="Promised, delivered, verified"
      rows={promises}
      columns={PROMISE_COLUMNS}
      onPhone="stack"
      basis={{
        period: 'Since the contract began',
        coverage: 'Reported by the supplier; only what the contract manager verified counts',
        verifiedBy: 'Verified by the contract manager',
      }}
      empty={{
        title: 'No promises are published',
        purpose:
          'Nothing was promised beside the work, or nothing was written down. That is not the same as none.',
      }}
    />
    {extras.length > 0 && (
      <>
        <h3>Beyond what was promised</h3>
        <ul>
          {extras.map(({ title, verified, unit }) => (
            <li>{`${title}: ${quantityWords(verified)} ${unit} verified`}</li>
          ))}
        </ul>
      </>
    )}
  </>
)

const Payments = ({ payments }: { readonly payments: readonly MonthPayment[] }) =>
  payments.length === 0 ? null : (
    <Details summaryText={`Payments in ${formatCount(payments.length, 'month')}`}>
      <DataTable
        id="payments"
        caption="Payments by month"
        rows={payments}
        columns={[
          { name: 'month', header: 'Month', cell: ({ month }: MonthPayment) => formatMonth(month) },
          {
            name: 'paid',
            header: 'Paid, without VAT',
            isNumeric: true,
            cell: ({ pence }: MonthPayment) => formatPence(pence),
          },
        ]}
        basis={{
          period: 'Newest month first',
          coverage: 'Payments in the files this body has published and counted',
        }}
        empty={{ title: 'No payments', purpose: '' }}
      />
    </Details>
  )

const History = ({ history, row }: Props) => (
  <>
    <h2>What was said, and when</h2>
    <ol reversed>
      {history.toReversed().map(({ date, tag }) => (
        <li>{`${formatInstant(new Date(date))}: ${TAG_WORDS[tag] ?? tag}`}</li>
      ))}
    </ol>
    <p>
      <a href={`/open-data/ocds/processes/${encodeURIComponent(row.ocid)}`}>
        All of it as open data (OCDS, JSON)
      </a>
      , under the Open Government Licence 3.0. Process <code>{row.ocid}</code>.
    </p>
  </>
)

export const PublicContractView = (props: Props) => (
  <>
    <h1>{props.row.title}</h1>
    {props.facts.description && <p class="govuk-body-l">{props.facts.description}</p>}
    <Facts {...props} />
    <Payments payments={props.facts.payments} />
    {props.row.stage !== 'planning' && <Promises {...props} />}
    <Stories stories={props.stories} slug={props.slug} isOfOneContract />
    <History {...props} />
  </>
)
