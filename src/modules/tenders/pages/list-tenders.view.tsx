import type { Purchase } from '#procurement'
import {
  Button,
  DataTable,
  EmptyState,
  Form,
  FormErrorSummary,
  formatInstant,
  formatPounds,
  Input,
  Radios,
  Select,
  type TableExport,
  type TablePaging,
} from '../../../platform/views/views.ts'
import { STATE_NAMES } from '../messages/words.ts'
import type { TenderState } from '../rules/deadlines.ts'
import type { TenderRow } from './list-tenders.ts'
import { tenderPath } from './paths.ts'
import { StateTag } from './state-tag.tsx'

type Props = {
  readonly rows: readonly TenderRow[]
  readonly total: number
  readonly search: string
  readonly state: string
  readonly mayManage: boolean
  readonly paging: TablePaging
  readonly exports: readonly TableExport[]
}

const FilterForm = ({ search, state }: Props) => (
  <form method="get" action="/tenders" class="gt-filter">
    <Input id="search" name="search" label="Reference or words" value={search} />
    <Select
      id="state"
      name="state"
      label="State"
      value={state}
      items={[
        { value: '', text: 'Any' },
        ...(Object.keys(STATE_NAMES) as TenderState[]).map((value) => ({ value, text: STATE_NAMES[value] })),
      ]}
    />
    <Button classes="govuk-button--secondary">Show</Button>
  </form>
)

const TendersTable = ({ rows, paging, exports }: Props) => (
  <DataTable
    id="tenders"
    caption="Tenders"
    rows={rows}
    paging={paging}
    exports={exports}
    onPhone="stack"
    basis={{ period: 'As they stand now', coverage: 'Values without VAT, with options and extensions' }}
    columns={[
      {
        name: 'title',
        header: 'Tender',
        isSortable: true,
        cell: (row) => (
          <>
            <a href={tenderPath(row.id)}>{row.title}</a>
            <span class="gt-under">
              {row.reference}
              {row.version > 1 && `, version ${row.version}`}
            </span>
          </>
        ),
      },
      { name: 'state', header: 'State', cell: (row) => <StateTag state={row.state} /> },
      {
        name: 'deadline',
        header: 'Bids due',
        isSortable: true,
        firstDirection: 'descending',
        cell: (row) => formatInstant(row.deadline),
      },
      {
        name: 'value',
        header: 'Value',
        isNumeric: true,
        isSortable: true,
        firstDirection: 'descending',
        cell: (row) => formatPounds(row.valuePence),
      },
    ]}
    empty={{ title: 'No tender found', purpose: 'Nothing fits what is asked for. Widen the search.' }}
  />
)

export const ListTendersView = (props: Props) => (
  <>
    <h1>Tenders</h1>
    {props.mayManage && (
      <p>
        <Button href="/tenders/new">Begin a tender</Button>
      </p>
    )}
    {props.total === 0 ? (
      <EmptyState
        title="No tenders yet"
        purpose="A tender is made from a purchase whose ask is ready. Suppliers read it, ask questions and hand in sealed bids."
      />
    ) : (
      <>
        <FilterForm {...props} />
        <TendersTable {...props} />
      </>
    )}
  </>
)

type NewProps = {
  readonly purchases: readonly Purchase[]
  readonly chosen: string
  readonly message: string | null
}

export const NewTenderView = ({ purchases, chosen, message }: NewProps) => (
  <>
    <FormErrorSummary errors={message === null ? [] : [{ field: 'purchaseId', message }]} />
    <h1>Begin a tender</h1>
    {purchases.length === 0 ? (
      <EmptyState
        title="No purchase is ready"
        purpose="Make an ask ready first: what you want, how it is scored, and why."
        firstStep={{ text: 'Go to the pipeline', href: '/procurement/pipeline' }}
      />
    ) : (
      <Form>
        <Radios
          name="purchaseId"
          idPrefix="purchaseId"
          fieldset={{ legend: { text: 'For which purchase?' } }}
          hint="Those whose ask is ready. Lots, questions and criteria are made from it"
          items={purchases.map(({ id, title, number, purpose }) => ({
            value: id,
            text: `${title} (P-${number})`,
            hint: { text: purpose },
          }))}
          value={chosen}
          errorMessage={message ?? undefined}
        />
        <Button preventDoubleClick>Begin</Button>
      </Form>
    )}
  </>
)
