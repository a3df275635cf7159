import type { PlainDate } from '../../../kernel/plain-date.ts'
import {
  type Basis,
  Button,
  type DataColumn,
  DataTable,
  formatCount,
  formatDate,
  formatPounds,
  formatPoundsCompact,
  Input,
  KeyFigure,
  KeyFigures,
  Select,
  type TableExport,
  type TablePaging,
} from '../../../platform/views/views.ts'
import { suppliersWords, TERM_NAMES } from '../messages.ts'
import { TERM_STATES } from '../model.ts'
import type { RegisterFilter, RegisterRow } from '../register-list.ts'
import { contractPath } from './paths.ts'
import { TermTag } from './tags.tsx'

type Props = {
  readonly rows: readonly RegisterRow[]
  readonly total: number
  readonly found: number
  readonly valuePence: number
  readonly waiting: number
  readonly awards: number
  readonly on: PlainDate
  readonly filter: RegisterFilter
  readonly departments: readonly string[]
  readonly basis: Basis
  readonly mayManage: boolean
  readonly paging: TablePaging
  readonly exports: readonly TableExport[]
}

const FilterForm = ({ filter, departments, on }: Props) => (
  <form method="get" action="/contracts" class="gt-filter">
    <Input id="search" name="search" label="Reference, title, supplier or number" value={filter.search} />
    <Select
      id="state"
      name="state"
      label="Where it is in its term"
      items={[
        { value: '', text: 'Any' },
        ...TERM_STATES.map((state) => ({
          value: state,
          text: TERM_NAMES[state],
          selected: filter.state === state,
        })),
      ]}
    />
    <Select
      id="department"
      name="department"
      label="Department"
      items={[
        { value: '', text: 'All' },
        ...departments.map((name) => ({ value: name, text: name, selected: filter.department === name })),
      ]}
    />
    <Input
      id="on"
      name="on"
      label="On the day"
      hint="As 2026-03-31; the register is shown as it stood then"
      classes="govuk-input--width-10"
      value={on}
    />
    <Button classes="govuk-button--secondary">Show</Button>
  </form>
)

const COLUMNS: readonly DataColumn<RegisterRow>[] = [
  {
    name: 'title',
    header: 'Contract',
    isSortable: true,
    cell: (row) => (
      <>
        <a href={contractPath(row.id)}>{row.title}</a>
        <span class="gt-under">
          {row.reference}
          {row.lot && `, lot ${row.lot}`}
          {row.department && ` · ${row.department}`}
        </span>
      </>
    ),
  },
  {
    name: 'supplier',
    header: 'Supplier',
    isSortable: true,
    cell: (row) => (
      <>
        {suppliersWords(row.supplierName, row.others.length)}
        <span class="gt-under">{row.supplierNumber?.number ?? 'No number known'}</span>
      </>
    ),
  },
  {
    name: 'value',
    header: 'Value',
    isNumeric: true,
    isSortable: true,
    firstDirection: 'descending',
    cell: (row) => (row.valuePence === null ? 'Not said' : formatPounds(row.valuePence)),
  },
  {
    name: 'end',
    header: 'Last day',
    isSortable: true,
    cell: (row) => (
      <>
        {row.currentEnd === null ? 'None' : formatDate(row.currentEnd)}
        {row.furthestEnd !== row.currentEnd && row.furthestEnd !== null && (
          <span class="gt-under">can go on to {formatDate(row.furthestEnd)}</span>
        )}
      </>
    ),
  },
  { name: 'state', header: 'Term', cell: (row) => <TermTag state={row.state} /> },
]

const Register = ({ rows, paging, basis, exports, mayManage }: Props) => (
  <DataTable
    id="register"
    caption="Contract register"
    rows={rows}
    paging={paging}
    basis={basis}
    exports={exports}
    onPhone="stack"
    columns={COLUMNS}
    empty={{
      title: 'No contract found',
      purpose: 'Nothing fits what is asked for. Widen the search.',
      firstStep: mayManage ? { text: 'Write a contract down', href: '/contracts/new' } : undefined,
    }}
  />
)

const Begin = ({ mayManage }: Props) => (
  <>
    <p>
      The register says what was agreed with whom, for how long and for how much; what suppliers promised
      beside the work; and what came of it. Import the register you publish, or write a contract down.
    </p>
    {mayManage && (
      <p>
        <Button href="/contracts/import">Import a register</Button>{' '}
        <Button href="/contracts/new" classes="govuk-button--secondary">
          Write a contract down
        </Button>
      </p>
    )}
  </>
)

const Awards = ({ awards }: Props) =>
  awards > 0 ? (
    <p>
      <a href="/contracts/awards">
        {awards === 1 ? 'One award waits' : `${awards} awards wait`} for a contract
      </a>
    </p>
  ) : null

export const ListContractsView = (props: Props) => (
  <>
    <h1>Contracts</h1>
    <Awards {...props} />
    {props.total === 0 ? (
      <Begin {...props} />
    ) : (
      <>
        <KeyFigures>
          <KeyFigure
            label="Contracts"
            value={formatCount(props.found, 'contract')}
            basis={props.basis}
            isMain
          />
          <KeyFigure
            label="Value together"
            value={formatPoundsCompact(props.valuePence)}
            basis={props.basis}
          />
          <KeyFigure
            label="Deliveries that wait for a decision"
            value={String(props.waiting)}
            href="/contracts/deliveries"
            basis={{ period: 'Today', coverage: 'Reported and not decided; they count for nothing yet' }}
          />
        </KeyFigures>
        {props.mayManage && (
          <p>
            <a href="/contracts/new">Write a contract down</a> ·{' '}
            <a href="/contracts/import">Import a register</a>
          </p>
        )}
        <FilterForm {...props} />
        <Register {...props} />
      </>
    )}
  </>
)
