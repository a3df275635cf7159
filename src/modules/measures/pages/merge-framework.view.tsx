import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  Form,
  FormErrorSummary,
  formatCount,
  Input,
  Radios,
  Select,
  TableExports,
} from '../../../platform/views/views.ts'
import type { MergeOffer } from '../actions/merge-framework.ts'
import { fieldText } from '../messages/field-words.ts'
import type { Side } from '../model/adaptation.ts'
import type { MergeItem } from '../rules/merge.ts'
import { frameworkPath } from '../seen.ts'
import {
  MERGE_OUTCOMES,
  MERGE_SORTS,
  type MergeLists,
  type MergeState,
  nameOf,
  partOf,
} from './merge-list.ts'

type Props = {
  readonly offer: MergeOffer
  readonly choices: ReadonlyMap<string, Side>
  readonly state: MergeState
  readonly lists: MergeLists
  readonly errors: readonly FieldError[]
}

const sideText = (item: MergeItem, value: unknown): string => {
  if (item.field !== null) return value === null ? 'Left out' : fieldText(value)
  return value === null ? 'It is not in the new version' : `It is in: ${item.name}`
}

const Clash = ({ item, chosen }: { readonly item: MergeItem; readonly chosen: Side | undefined }) => (
  <Radios
    name={`choose:${item.key}`}
    idPrefix={`choose-${item.key}`}
    value={chosen ?? ''}
    fieldset={{ legend: { text: `${nameOf(item)}: ${partOf(item)}` } }}
    hint={
      item.field === null
        ? 'We changed it, and it was taken out or made anew there'
        : `It was: ${fieldText(item.was)}`
    }
    items={[
      { value: 'ours', text: 'Keep ours', hint: sideText(item, item.ours) },
      { value: 'theirs', text: 'Take theirs', hint: sideText(item, item.theirs) },
    ]}
  />
)

/** Buttons of the form instead of links: they take the sides chosen on this page along. */
const Pager = ({
  list,
  part,
  caption,
}: {
  readonly list: 'clash' | 'page'
  readonly part: MergeLists['clashes']
  readonly caption: string
}) => {
  if (part.last === 1) return null
  const { page, last, from, rows, total } = part
  const go = (to: number, text: string) => (
    <Button name="go" value={`${list}-${to}`} classes="govuk-button--secondary">
      {text}
      <span class="govuk-visually-hidden"> of {caption}</span>
    </Button>
  )
  return (
    <nav aria-label={`Pages of ${caption}`}>
      <p class="gt-table-range">
        Showing {from + 1} to {from + rows.length} of {total}; page {page} of {last}
      </p>
      <div class="govuk-button-group">
        {page > 1 && go(1, 'First page')}
        {page > 2 && go(page - 1, 'Page before')}
        {page < last && go(page + 1, 'Next page')}
        {page < last - 1 && go(last, 'Last page')}
      </div>
    </nav>
  )
}

const Finder = ({ state }: Pick<Props, 'state'>) => (
  <div class="gt-filter">
    <Input id="find" name="find" label="Find" value={state.find} classes="govuk-input--width-20" />
    <Select
      id="show"
      name="show"
      label="Show"
      value={state.show}
      items={[
        { value: '', text: 'Everything' },
        { value: 'open', text: 'Only choices still to make' },
        ...Object.entries(MERGE_OUTCOMES)
          .filter(([outcome]) => outcome !== 'clash')
          .map(([value, text]) => ({ value, text })),
      ]}
    />
    <Select
      id="sort"
      name="sort"
      label="Sort by"
      value={state.sort}
      items={Object.entries(MERGE_SORTS).map(([value, text]) => ({ value, text }))}
    />
    <Button name="go" value="show" classes="govuk-button--secondary">
      Show
    </Button>
  </div>
)

const Clashes = ({ lists, choices }: Pick<Props, 'lists' | 'choices'>) => (
  <section id="clashes">
    <h2>{formatCount(lists.toChoose, 'choice')} to make</h2>
    {lists.toChoose > 1 && (
      <p>
        {lists.open === 0 ? 'Each has its side.' : `${lists.open} of them still to make.`} You may keep what
        you have chosen and go on another day{lists.isLong && '; turning a page keeps it too'}.
      </p>
    )}
    {lists.clashes.rows.map((item) => (
      <Clash item={item} chosen={choices.get(item.key)} />
    ))}
    {lists.clashes.total === 0 && <p>None of them fits what you look for.</p>}
    <Pager list="clash" part={lists.clashes} caption="choices" />
  </section>
)

const Others = ({ lists, path }: { readonly lists: MergeLists; readonly path: string }) => (
  <section id="others">
    <DataTable
      id="differences"
      caption="What happens by itself"
      rows={lists.others.rows}
      onPhone="stack"
      empty={{ title: 'Nothing else differs', purpose: 'Both sides agree on all the rest.' }}
      columns={[
        { name: 'name', header: 'What', cell: nameOf },
        { name: 'part', header: 'Part', cell: partOf },
        { name: 'outcome', header: 'What happens', cell: ({ outcome }) => MERGE_OUTCOMES[outcome] },
        {
          name: 'ours',
          header: 'Ours',
          cell: (item) => (item.field === null ? '' : sideText(item, item.ours ?? item.was)),
        },
        {
          name: 'theirs',
          header: 'Theirs',
          cell: (item) => (item.field === null ? '' : sideText(item, item.theirs)),
        },
      ]}
    />
    <Pager list="page" part={lists.others} caption="what happens by itself" />
    <TableExports
      caption="what differs"
      exports={(['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
        format,
        href: `${path}.${format.toLowerCase()}`,
      }))}
    />
  </section>
)

export const MergeFrameworkView = ({ offer, choices, state, lists, errors }: Props) => {
  const { local, theirs } = offer
  const path = `${frameworkPath(local.framework.id)}/merge`
  return (
    <>
      <FormErrorSummary errors={errors} />
      <h1>Take in a new version</h1>
      <p>
        {local.framework.title}: from {local.version.framework.version} to {theirs.framework.version}. What
        only one side has changed goes through by itself. Where both have changed the same thing, you choose.
      </p>
      <Form action={path}>
        <input type="hidden" name="page" value={lists.others.page} />
        <input type="hidden" name="clash" value={lists.clashes.page} />
        {lists.isLong && <Finder state={state} />}
        {lists.toChoose > 0 && <Clashes lists={lists} choices={choices} />}
        <Others lists={lists} path={path} />
        <div class="govuk-button-group">
          <Button preventDoubleClick>Take version {theirs.framework.version} in</Button>
          {lists.toChoose > 0 && (
            <Button name="go" value="show" classes="govuk-button--secondary">
              Keep the choices for later
            </Button>
          )}
        </div>
      </Form>
    </>
  )
}

export const NothingNewerView = ({ code }: { readonly code: string }) => (
  <>
    <h1>Nothing newer</h1>
    <p>
      You use the newest version of this framework, or have not changed it: then a new version counts at once.{' '}
      <a href={frameworkPath(code)}>Go back to it</a>.
    </p>
  </>
)
