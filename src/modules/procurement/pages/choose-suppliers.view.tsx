import type { DirectorySearch, Listing } from '#suppliers'
import { categoryName } from '#suppliers'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  Checkboxes,
  type DataColumn,
  DataTable,
  EmptyState,
  errorOf,
  Form,
  FormErrorSummary,
  formatCount,
  Input,
  Select,
  type TablePaging,
} from '../../../platform/views/views.ts'
import type { Engagement } from '../model/engagement.ts'
import { eventItems } from './engagement-props.ts'

type Props = {
  readonly title: string
  readonly at: string
  readonly back: string
  readonly search: DirectorySearch
  readonly categories: readonly { readonly code: string; readonly name: string }[]
  readonly districts: readonly { readonly district: string; readonly suppliers: number }[]
  readonly listings: readonly Listing[]
  readonly total: number
  readonly paging: TablePaging
  readonly engagement: Engagement
  readonly chosen: readonly string[]
  readonly eventId: string
  readonly errors: readonly FieldError[]
}

const Search = ({ at, search, categories, districts }: Props) => (
  <form method="get" action={at} role="search" class="gt-filter">
    <Select
      id="category"
      name="category"
      label="What they supply"
      value={search.category ?? ''}
      items={[
        { value: '', text: 'Anything' },
        ...categories.map(({ code, name }) => ({ value: code, text: name })),
      ]}
    />
    <Select
      id="district"
      name="district"
      label="Where they are"
      value={search.district ?? ''}
      items={[
        { value: '', text: 'Anywhere' },
        ...districts.map(({ district, suppliers }) => ({
          value: district,
          text: `${district} (${formatCount(suppliers, 'supplier')})`,
        })),
      ]}
    />
    <Input id="q" name="q" type="search" label="Words in their entry" value={search.words ?? ''} />
    <Checkboxes
      name="vcse"
      idPrefix="vcse"
      values={search.isVcse ? ['yes'] : []}
      items={[{ value: 'yes', text: 'Voluntary, community and social enterprises only' }]}
    />
    <Button classes="govuk-button--secondary">Search</Button>
  </form>
)

const Tick = ({ listing, props }: { readonly listing: Listing; readonly props: Props }) => {
  const { entryId, content } = listing
  if (content.contactEmail === '') return <span class="govuk-hint">Shows no e-mail address</span>
  const isInvited = props.engagement.invitations.some(
    ({ email }) => email === content.contactEmail.toLowerCase(),
  )
  return (
    <>
      <div class="govuk-checkboxes govuk-checkboxes--small">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            type="checkbox"
            id={`entry-${entryId}`}
            name="entry"
            value={entryId}
            checked={props.chosen.includes(entryId)}
          />
          <label class="govuk-label govuk-checkboxes__label" for={`entry-${entryId}`}>
            Invite<span class="govuk-visually-hidden"> {content.name}</span>
          </label>
        </div>
      </div>
      {isInvited && <span class="gt-under">Invited already</span>}
    </>
  )
}

const columnsOf = (props: Props): readonly DataColumn<Listing>[] => [
  {
    name: 'name',
    header: 'Supplier',
    isRowHeader: true,
    cell: ({ entryId, content }) => (
      <>
        <a href={`/directory/entries/${entryId}`}>{content.name}</a>
        {content.kind === 'vcse' && <span class="gt-under">Charity, community or social enterprise</span>}
      </>
    ),
  },
  {
    name: 'supplies',
    header: 'Supplies',
    cell: ({ content }) => (
      <>
        {content.supplies.length > 160 ? `${content.supplies.slice(0, 160)}…` : content.supplies}
        <span class="gt-under">{content.categories.map(categoryName).join(', ')}</span>
      </>
    ),
  },
  { name: 'where', header: 'Where', cell: ({ content }) => `${content.town} ${content.postcode}`.trim() },
  { name: 'invite', header: 'Invite', cell: (listing) => <Tick listing={listing} props={props} /> },
]

const Found = (props: Props) => (
  <Form action={`${props.at}?${new URLSearchParams(searchWords(props.search)).toString()}`}>
    <Select
      id="eventId"
      name="eventId"
      label="To which event?"
      value={props.eventId}
      items={eventItems(props.engagement.events)}
      errorMessage={errorOf(props.errors, 'eventId')}
    />
    <div id="entry">
      <DataTable
        id="suppliers"
        caption={`${formatCount(props.total, 'supplier')} of the directory`}
        rows={props.listings}
        paging={props.paging}
        onPhone="stack"
        columns={columnsOf(props)}
        basis={{
          period: 'As kept by the suppliers today',
          coverage: 'Suppliers who chose to be listed; a moderator read each entry, nobody verified it',
        }}
        empty={{
          title: 'Nobody found',
          purpose: 'Leave out the place, or search in a wider category.',
          firstStep: { text: 'Show everybody', href: `${props.at}?category=&q=` },
        }}
      />
    </div>
    {props.listings.length > 0 && <Button preventDoubleClick>Invite those chosen</Button>}
  </Form>
)

const searchWords = ({ words, category, district, isVcse }: DirectorySearch): Record<string, string> => ({
  q: words ?? '',
  category: category ?? '',
  district: district ?? '',
  vcse: isVcse ? 'yes' : '',
})

/** The directory by what suppliers supply and where they are, to invite those that fit. */
export const ChooseSuppliersView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <h1>Invite suppliers of the directory</h1>
    <p class="govuk-body-l">{props.title}</p>
    {props.engagement.events.length === 0 ? (
      <EmptyState
        title="Plan an event first"
        purpose="Suppliers are invited to something: a meeting, a visit, or written questions."
        firstStep={{ text: 'Plan an event', href: `${props.back}#title` }}
      />
    ) : (
      <>
        <p>Each gets the same letter. Invite small ones and charities too, not only those you know.</p>
        <Search {...props} />
        <Found {...props} />
      </>
    )}
  </>
)
