import type { FieldError } from '../../../../platform/http/form.ts'
import {
  Button,
  Card,
  DataTable,
  EmptyState,
  Form,
  FormErrorSummary,
  formatInstant,
  formatNumber,
  Input,
  Radios,
  type TableExport,
  TablePages,
  type TablePaging,
} from '../../../../platform/views/views.ts'
import { DATASET_WORDS } from '../../dataset-words.ts'
import type { Decided } from '../../decided.ts'
import type { ReviewedStory } from '../../read-review.ts'
import { DECISION_WORDS, REASON_WORDS } from '../../review-words.ts'
import { type DoubtfulName, NAMING_DECISIONS } from '../../store/review.ts'
import type { ReviewPart } from './review.ts'
import { type TypedPhoto, VerdictForm, WaitingStory } from './review-story.tsx'

type Props = {
  readonly part: ReviewPart
  readonly counts: Readonly<Record<ReviewPart, number>>
  readonly names: readonly DoubtfulName[]
  readonly stories: readonly ReviewedStory[]
  readonly decided: readonly Decided[]
  readonly paging: TablePaging
  readonly exports: readonly TableExport[]
  readonly words: string
  readonly typed: TypedPhoto
  readonly errors: readonly FieldError[]
  readonly mayManage: boolean
}

const PART_WORDS: Readonly<Record<ReviewPart, string>> = {
  names: 'Names that wait',
  stories: 'Stories and photos that wait',
  decided: 'Decided',
}

const Parts = ({ part, counts }: Props) => (
  <nav aria-label="Parts of this review" class="gt-parts">
    <ul class="govuk-list">
      {(Object.keys(PART_WORDS) as ReviewPart[]).map((each) => {
        const text = `${PART_WORDS[each]} (${formatNumber(counts[each])})`
        return (
          <li>
            {each === part ? (
              <strong aria-current="page">{text}</strong>
            ) : (
              <a href={`/publishing/review?of=${each}`}>{text}</a>
            )}
          </li>
        )
      })}
    </ul>
  </nav>
)

const placesOf = ({ foundIn }: DoubtfulName): string =>
  foundIn
    .map((place) => (DATASET_WORDS as Readonly<Record<string, { title: string }>>)[place]?.title ?? place)
    .join(', ')

type NameProps = { readonly name: DoubtfulName; readonly at: number; readonly mayManage: boolean }

const NameCard = ({ name, at, mayManage }: NameProps) => (
  <Card title={name.name} headingLevel={3}>
    <p>{`Withheld: ${REASON_WORDS[name.reason] ?? name.reason}. Found in: ${placesOf(name)}.`}</p>
    {mayManage && (
      <Form action="/publishing/review/names">
        <input type="hidden" name="nameKey" value={name.nameKey} />
        <Radios
          name="decision"
          idPrefix={`decision-${at}`}
          fieldset={{ legend: { text: `What is ${name.name}?` } }}
          items={NAMING_DECISIONS.map((value) => ({ value, text: DECISION_WORDS[value] }))}
        />
        <Input
          id={`note-${at}`}
          name="note"
          label="Reason"
          hint="Needed where you name a person. Kept, with your name"
        />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          Decide
        </Button>
      </Form>
    )}
  </Card>
)

const Names = ({ names, paging, mayManage }: Props) => (
  <>
    <h2 id="names">Names that may be those of people</h2>
    {names.length === 0 ? (
      <EmptyState
        title="No name waits"
        purpose="Names in contracts, payments and grants that read like those of people are withheld, and come up here."
      />
    ) : (
      names.map((name, at) => <NameCard name={name} at={at} mayManage={mayManage} />)
    )}
    {names.length > 0 && <TablePages paging={paging} caption="Names" />}
  </>
)

const Stories = ({ stories, paging, ...rest }: Props) => (
  <>
    <h2 id="stories">Stories and photos of verified deliveries</h2>
    <p>
      What suppliers wrote and photographed leaves only after you have looked at it. Approve nothing that
      names, describes or shows a person who has not agreed. Where and with what a photo was taken is removed
      already.
    </p>
    {stories.length === 0 && (
      <EmptyState
        title="No story waits"
        purpose="Stories of deliveries, with their photos, come up here once the delivery is verified."
      />
    )}
    {stories.map((row) => (
      <WaitingStory {...rest} row={row} />
    ))}
    {stories.length > 0 && <TablePages paging={paging} caption="Stories" />}
  </>
)

const Change = ({ row }: { readonly row: Decided }) => {
  if (row.kind === 'Name') return null
  if (row.kind === 'Photo')
    return row.isPublic ? (
      <VerdictForm of="photo" id={row.id} verdict="refuse" text="Take back" about={row.what} />
    ) : null
  return row.isPublic ? (
    <VerdictForm of="story" id={row.id} verdict="refuse" text="Take back" about={row.of} />
  ) : (
    <VerdictForm of="story" id={row.id} verdict="approve" text="Approve" about={row.of} />
  )
}

const DecidedTable = ({ decided, paging, exports, words, mayManage }: Props) => (
  <>
    <form method="get" action="/publishing/review" class="gt-filter">
      <input type="hidden" name="of" value="decided" />
      <Input id="words" name="words" label="Search what was decided" value={words} />
      <Button classes="govuk-button--secondary">Search</Button>
    </form>
    <DataTable
      id="decided"
      caption="Decided"
      rows={decided}
      paging={paging}
      exports={exports}
      onPhone="stack"
      columns={[
        {
          name: 'what',
          header: 'What',
          isSortable: true,
          cell: (row: Decided) => (
            <>
              {row.what}
              <span class="gt-under">{row.of}</span>
            </>
          ),
        },
        { name: 'kind', header: 'Kind', isSortable: true, cell: (row: Decided) => row.kind },
        {
          name: 'decision',
          header: 'Decision',
          isSortable: true,
          cell: (row: Decided) => (
            <>
              {row.decision}
              {row.note && <span class="gt-under">{row.note}</span>}
            </>
          ),
        },
        { name: 'who', header: 'Who', isSortable: true, cell: (row: Decided) => row.by },
        {
          name: 'when',
          header: 'When',
          isSortable: true,
          firstDirection: 'descending',
          cell: (row: Decided) => formatInstant(row.at),
        },
        { name: 'change', header: 'Change', cell: (row: Decided) => mayManage && <Change row={row} /> },
      ]}
      empty={{ title: 'Nothing decided', purpose: 'What you decide stands here, with who decided and when.' }}
    />
  </>
)

export const ReviewView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <h1>Review before publication</h1>
    <p>
      What was published stays published: a decision holds from the next release on. Only withholding first is
      safe, so that is what happens until you decide.
    </p>
    <Parts {...props} />
    {props.part === 'names' && <Names {...props} />}
    {props.part === 'stories' && <Stories {...props} />}
    {props.part === 'decided' && <DecidedTable {...props} />}
  </>
)
