import {
  Button,
  DataTable,
  Details,
  formatInstant,
  formatPounds,
  Input,
  Select,
  type TableExport,
  type TablePaging,
} from '../../../platform/views/views.ts'
import type { OpportunitySearch } from '../store/search.ts'
import type { OpportunityRow } from './list-opportunities.ts'
import { OPPORTUNITIES, opportunityPath } from './paths.ts'
import { StateTag } from './state-tag.tsx'

type Props = {
  readonly search: OpportunitySearch
  readonly query: Readonly<Record<string, string>>
  readonly rows: readonly OpportunityRow[]
  readonly paging: TablePaging
  readonly exports: readonly TableExport[]
  readonly calendarHref: string
  readonly serverTime: string
}

const SearchForm = ({ search, query }: Pick<Props, 'search' | 'query'>) => (
  <form method="get" action={OPPORTUNITIES} role="search">
    <Input
      id="q"
      name="q"
      type="search"
      label="What can you do?"
      hint="For example: cleaning, school meals"
      value={search.words}
    />
    <Select
      id="state"
      name="state"
      label="Which"
      value={search.state}
      items={[
        { value: 'open', text: 'Open for bids' },
        { value: 'closed', text: 'Closed' },
        { value: 'all', text: 'All' },
      ]}
    />
    <Details
      summaryText="Search by category, place or value"
      open={Boolean(search.category || search.place || query.least || query.most)}
    >
      <Input
        id="category"
        name="category"
        label="Category"
        hint="A CPV code, or how it begins: 90 is sewage, refuse and cleaning"
        classes="govuk-input--width-10"
        value={search.category}
      />
      <Input id="place" name="place" label="Place" classes="govuk-input--width-20" value={search.place} />
      <Input
        id="least"
        name="least"
        label="At least, in pounds"
        classes="govuk-input--width-10"
        value={query.least}
      />
      <Input
        id="most"
        name="most"
        label="At most, in pounds"
        classes="govuk-input--width-10"
        value={query.most}
      />
    </Details>
    <Button>Search</Button>
  </form>
)

const Found = ({ rows, paging, exports }: Props) => (
  <DataTable
    id="opportunities"
    caption="Opportunities"
    rows={rows}
    paging={paging}
    exports={exports}
    onPhone="stack"
    basis={{
      period: 'As published now',
      coverage: 'Tenders on this site; values without VAT, with options and extensions',
    }}
    columns={[
      {
        name: 'title',
        header: 'What is wanted',
        cell: (row) => (
          <>
            <a href={opportunityPath(row.reference)}>{row.title}</a>
            <span class="gt-under">
              {row.buyer} · {row.reference}
            </span>
          </>
        ),
      },
      { name: 'place', header: 'Where', cell: (row) => row.placeName || 'Not said' },
      { name: 'value', header: 'About', isNumeric: true, cell: (row) => formatPounds(row.valuePence) },
      { name: 'deadline', header: 'Bids due', cell: (row) => formatInstant(row.deadline) },
      { name: 'state', header: 'Now', cell: (row) => <StateTag state={row.state} /> },
    ]}
    empty={{
      title: 'Nothing fits',
      purpose:
        'Search with fewer words, or look at closed ones too. Ask for letters, and you hear when something new fits.',
      firstStep: { text: 'Get letters', href: `${OPPORTUNITIES}/letters` },
    }}
  />
)

export const ListOpportunitiesView = (props: Props) => (
  <>
    <h1>Opportunities</h1>
    <p class="govuk-body-l">Council contracts that you can bid for. You need no account to read them.</p>
    <p>
      <a href={`${OPPORTUNITIES}/letters`}>Get letters about new ones</a> ·{' '}
      <a href={`${OPPORTUNITIES}/pipeline`}>What councils mean to buy next</a> ·{' '}
      <a href={props.calendarHref}>Deadlines as a calendar</a>
    </p>
    <SearchForm {...props} />
    <Found {...props} />
    <p class="govuk-hint">Server time: {props.serverTime}. Deadlines count by this clock.</p>
  </>
)
