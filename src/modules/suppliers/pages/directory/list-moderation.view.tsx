import {
  Button,
  DataTable,
  formatCount,
  formatShortDate,
  Input,
  InsetText,
  Select,
  type TableExport,
  type TablePaging,
  Tag,
} from '../../../../platform/views/views.ts'
import { stateTag } from '../../messages/directory.ts'
import { type DirectoryEntry, ENTRY_STATES, type EntryState } from '../../model/directory.ts'
import type { EntrySearch } from '../../store/directory/entries.ts'
import { CLAIMS_PATH, MODERATION_PATH, moderatePath } from './paths.ts'

type Props = {
  readonly entries: readonly DirectoryEntry[]
  /** How many claims nobody has decided on. */
  readonly claims: number
  readonly search: EntrySearch
  readonly paging: TablePaging
  readonly exports: readonly TableExport[]
}

const StateTag = ({ state }: { readonly state: EntryState }) => {
  const { text, classes } = stateTag(state)
  return <Tag classes={classes}>{text}</Tag>
}

const Filter = ({ search }: Pick<Props, 'search'>) => (
  <form method="get" action={MODERATION_PATH} role="search" class="gt-filter">
    <Select
      id="state"
      name="state"
      label="State"
      value={search.state ?? 'all'}
      items={[
        ...ENTRY_STATES.map((state) => ({ value: state, text: stateTag(state).text })),
        { value: 'all', text: 'All' },
      ]}
    />
    <Input
      id="search"
      name="search"
      type="search"
      label="Part of a name, number or address"
      value={search.words ?? ''}
      classes="govuk-input--width-20"
    />
    <Button classes="govuk-button--secondary">Show</Button>
  </form>
)

const Entries = ({ entries, search, paging, exports }: Props) => (
  <DataTable
    id="entries"
    caption="Entries of the directory"
    rows={entries}
    paging={paging}
    exports={exports}
    onPhone="stack"
    empty={{
      title: search.state === 'waiting' && !search.words ? 'Nothing waits' : 'No entry found',
      purpose: 'New and changed entries wait here until a moderator has read them.',
      firstStep: { text: 'Show all entries', href: `${MODERATION_PATH}?state=all` },
    }}
    columns={[
      {
        name: 'name',
        header: 'Supplier',
        isSortable: true,
        cell: (entry) => <a href={moderatePath(entry.id)}>{entry.proposal?.name ?? entry.name}</a>,
      },
      {
        name: 'state',
        header: 'State',
        isSortable: true,
        cell: (entry) => <StateTag state={entry.state} />,
      },
      {
        name: 'number',
        header: 'Number',
        isSortable: true,
        cell: (entry) => (entry.scheme ? `${entry.scheme} ${entry.number}` : 'none'),
      },
      {
        name: 'proposed',
        header: 'Last written',
        isSortable: true,
        cell: (entry) =>
          entry.proposedAt ? formatShortDate(entry.proposedAt.toISOString().slice(0, 10)) : 'not yet',
      },
    ]}
  />
)

export const ListModerationView = (props: Props) => (
  <>
    <h1>Moderate the directory</h1>
    {props.claims > 0 && (
      <InsetText>
        <a href={CLAIMS_PATH}>{formatCount(props.claims, 'claim')}</a> {props.claims === 1 ? 'waits' : 'wait'}{' '}
        of suppliers whose address no register has.
      </InsetText>
    )}
    <Filter {...props} />
    <Entries {...props} />
  </>
)
