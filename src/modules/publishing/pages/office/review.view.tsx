import type { FieldError } from '../../../../platform/http/form.ts'
import {
  Button,
  Card,
  DataTable,
  EmptyState,
  Form,
  FormErrorSummary,
  formatCount,
  formatInstant,
  Input,
  Radios,
} from '../../../../platform/views/views.ts'
import { DATASET_WORDS } from '../../dataset-words.ts'
import { DECISION_WORDS, REASON_WORDS } from '../../review-words.ts'
import { type DoubtfulName, NAMING_DECISIONS, type StoryDecision } from '../../store/review.ts'

export type StoryRow = {
  readonly deliveryId: string
  readonly title: string
  readonly contractTitle: string
  readonly story: string
  readonly decision: StoryDecision | null
}
type Props = {
  readonly names: readonly DoubtfulName[]
  readonly waiting: readonly StoryRow[]
  readonly waitingCount: number
  readonly decided: readonly StoryRow[]
  readonly errors: readonly FieldError[]
  readonly mayManage: boolean
}

const placesOf = ({ foundIn }: DoubtfulName): string =>
  foundIn
    .map((place) => (DATASET_WORDS as Readonly<Record<string, { title: string }>>)[place]?.title ?? place)
    .join(', ')

const NameCard = ({
  name,
  at,
  mayManage,
}: {
  readonly name: DoubtfulName
  readonly at: number
  readonly mayManage: boolean
}) => (
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

const Names = ({ names, mayManage }: Props) => {
  const open = names.filter(({ decision }) => decision === null)
  const decided = names.filter(({ decision }) => decision !== null)
  return (
    <>
      <h2 id="names">Names that may be those of people</h2>
      {open.length === 0 ? (
        <EmptyState
          title="No name waits"
          purpose="Names in contracts, payments and grants that read like those of people are withheld, and come up here."
        />
      ) : (
        open.slice(0, 20).map((name, at) => <NameCard name={name} at={at} mayManage={mayManage} />)
      )}
      {open.length > 20 && <p>{`and ${open.length - 20} more, after these.`}</p>}
      {decided.length > 0 && (
        <DataTable
          id="decided-names"
          caption="Decided"
          rows={decided}
          onPhone="stack"
          columns={[
            { name: 'name', header: 'Name', cell: (row: DoubtfulName) => row.name },
            {
              name: 'decision',
              header: 'Decision',
              cell: (row: DoubtfulName) => row.decision && DECISION_WORDS[row.decision],
            },
            { name: 'why', header: 'Reason', cell: (row: DoubtfulName) => row.note || 'None given' },
            {
              name: 'who',
              header: 'Who and when',
              cell: (row: DoubtfulName) =>
                `${row.decidedBy}${row.decidedAt ? `, ${formatInstant(row.decidedAt)}` : ''}`,
            },
          ]}
          empty={{ title: 'None', purpose: '' }}
        />
      )}
    </>
  )
}

const StoryForm = ({
  row,
  verdict,
  text,
}: {
  readonly row: StoryRow
  readonly verdict: string
  readonly text: string
}) => (
  <Form action="/publishing/review/stories">
    <input type="hidden" name="deliveryId" value={row.deliveryId} />
    <input type="hidden" name="verdict" value={verdict} />
    <Button classes="govuk-button--secondary" preventDoubleClick>
      {text}
      <span class="govuk-visually-hidden">{`: ${row.title}, ${row.contractTitle}`}</span>
    </Button>
  </Form>
)

const DecidedStories = ({ decided, mayManage }: Pick<Props, 'decided' | 'mayManage'>) =>
  decided.length === 0 ? null : (
    <DataTable
      id="decided-stories"
      caption="Decided last"
      rows={decided}
      onPhone="stack"
      columns={[
        { name: 'story', header: 'Story', cell: (row: StoryRow) => row.story },
        {
          name: 'decision',
          header: 'Decision',
          cell: (row: StoryRow) => (row.decision?.isApproved ? 'For the public' : 'Not published'),
        },
        {
          name: 'who',
          header: 'Who and when',
          cell: (row: StoryRow) =>
            row.decision && `${row.decision.decidedBy}, ${formatInstant(row.decision.decidedAt)}`,
        },
        {
          name: 'change',
          header: 'Change',
          cell: (row: StoryRow) =>
            mayManage &&
            (row.decision?.isApproved ? (
              <StoryForm row={row} verdict="refuse" text="Take back" />
            ) : (
              <StoryForm row={row} verdict="approve" text="Approve" />
            )),
        },
      ]}
      empty={{ title: 'None', purpose: '' }}
    />
  )

const Stories = ({ waiting, waitingCount, decided, mayManage }: Props) => (
  <>
    <h2 id="stories">Stories of verified deliveries</h2>
    <p>
      What suppliers wrote leaves only after you have read it. Approve nothing that names or describes a
      person who has not agreed.
    </p>
    {waiting.length === 0 && (
      <EmptyState
        title="No story waits"
        purpose="Stories of deliveries come up here once the delivery is verified."
      />
    )}
    {waiting.map((row) => (
      <Card title={row.title} headingLevel={3} above={row.contractTitle}>
        <p>{row.story}</p>
        {mayManage && (
          <div class="govuk-button-group">
            <StoryForm row={row} verdict="approve" text="Approve for the public" />
            <StoryForm row={row} verdict="refuse" text="Do not publish" />
          </div>
        )}
      </Card>
    ))}
    {waitingCount > waiting.length && (
      <p>{`${formatCount(waitingCount - waiting.length, 'more story', 'more stories')} after these.`}</p>
    )}
    <DecidedStories decided={decided} mayManage={mayManage} />
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
    <Names {...props} />
    <Stories {...props} />
  </>
)
