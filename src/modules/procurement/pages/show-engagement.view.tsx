import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  EmptyState,
  errorOf,
  Form,
  FormErrorSummary,
  formatDate,
  Input,
  RuleSource,
  Select,
  Tag,
  Textarea,
} from '../../../platform/views/views.ts'
import {
  type Engagement,
  type EngagementEvent,
  type EngagementNote,
  EVENT_KINDS,
  REPLIES,
} from '../model/engagement.ts'

type Props = {
  readonly title: string
  readonly at: string
  readonly askAt: string
  readonly engagement: Engagement
  readonly changedBy: (noteId: string) => readonly number[]
  readonly text: (name: string) => string
  readonly mayEdit: boolean
  readonly errors: readonly FieldError[]
}

const itemsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }))
const eventItems = (events: readonly EngagementEvent[]) =>
  events.map(({ id, title }) => ({ value: id, text: title }))

const Invitations = ({ engagement, at, mayEdit }: Props) => (
  <DataTable
    id="invitations"
    caption="Who is invited"
    rows={engagement.invitations}
    onPhone="stack"
    columns={[
      {
        name: 'supplier',
        header: 'Supplier',
        cell: ({ supplierName, email }) => (
          <>
            {supplierName}
            <span class="gt-under">{email}</span>
          </>
        ),
      },
      {
        name: 'event',
        header: 'Event',
        cell: ({ eventId }) => engagement.events.find(({ id }) => id === eventId)?.title,
      },
      {
        name: 'reply',
        header: 'Answer',
        cell: ({ id, reply, supplierName }) =>
          mayEdit ? (
            <Form action={`${at}/invitations/${id}/reply`}>
              <Select
                id={`reply-${id}`}
                name="reply"
                label={{ text: `Answer of ${supplierName}`, classes: 'govuk-visually-hidden' }}
                value={reply}
                items={itemsOf(REPLIES)}
              />
              <Button classes="govuk-button--secondary">
                Keep<span class="govuk-visually-hidden"> the answer of {supplierName}</span>
              </Button>
            </Form>
          ) : (
            REPLIES[reply]
          ),
      },
    ]}
    empty={{
      title: 'Nobody is invited yet',
      purpose: 'Invite suppliers of every size, charities and co-operatives too.',
    }}
  />
)

const Events = (props: Props) => {
  const { engagement, at, mayEdit, text, errors } = props
  return (
    <section>
      <h2>Events</h2>
      {engagement.events.length === 0 && <p>No event is planned.</p>}
      <ul>
        {engagement.events.map(({ title, kind, heldOn, place, about }) => (
          <li>
            <strong>{title}</strong> ({EVENT_KINDS[kind].toLowerCase()}), {formatDate(heldOn)}
            {place && `, ${place}`}
            {about && <span class="gt-under">{about}</span>}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <Form action={`${at}/events`}>
          <h3>Plan an event</h3>
          <Input
            id="title"
            name="title"
            label="What is it called?"
            value={text('title')}
            errorMessage={errorOf(errors, 'title')}
          />
          <Select
            id="kind"
            name="kind"
            label="Kind"
            value={text('kind') || 'meeting'}
            items={itemsOf(EVENT_KINDS)}
            errorMessage={errorOf(errors, 'kind')}
          />
          <Input
            id="heldOn"
            name="heldOn"
            type="date"
            label="Day"
            classes="govuk-input--width-10"
            value={text('heldOn')}
            errorMessage={errorOf(errors, 'heldOn')}
          />
          <Input
            id="place"
            name="place"
            label="Where"
            value={text('place')}
            errorMessage={errorOf(errors, 'place')}
          />
          <Textarea
            id="about"
            name="about"
            label="What is open for discussion"
            rows={2}
            value={text('about')}
            errorMessage={errorOf(errors, 'about')}
          />
          <Button classes="govuk-button--secondary">Plan it</Button>
        </Form>
      )}
      {engagement.events.length > 0 && <Invitations {...props} />}
      {mayEdit && engagement.events.length > 0 && (
        <Form action={`${at}/invitations`}>
          <h3>Invite suppliers</h3>
          <Select
            id="eventId"
            name="eventId"
            label="To which event?"
            value={text('eventId')}
            items={eventItems(engagement.events)}
          />
          <Textarea
            id="invitees"
            name="invitees"
            label="Name and e-mail address, one a line"
            hint="Such as: Green Hands CIC, hello@greenhands.example. Each gets a letter"
            rows={4}
            value={text('invitees')}
            errorMessage={errorOf(errors, 'invitees')}
          />
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Send the invitations
          </Button>
        </Form>
      )}
    </section>
  )
}

const Questions = ({ engagement, at, mayEdit, text, errors }: Props) => (
  <section>
    <h2>Questions and answers</h2>
    <p>Everybody gets the same answer. Who asked stays with you.</p>
    <dl>
      {engagement.questions.map(({ id, question, answer, askedBy, askedOn }) => (
        <>
          <dt class="govuk-!-font-weight-bold">
            {question}
            <span class="gt-under">
              {formatDate(askedOn)}
              {mayEdit && askedBy && `, asked by ${askedBy}`}
            </span>
          </dt>
          <dd class="govuk-!-margin-bottom-4">
            {answer ?? <Tag classes="govuk-tag--yellow">Waits for an answer</Tag>}
            {answer === null && mayEdit && (
              <Form action={`${at}/questions/${id}/answer`}>
                <Textarea
                  id={`answer-${id}`}
                  name="answer"
                  label={`Answer: ${question}`}
                  rows={2}
                  value={errorOf(errors, `answer-${id}`) ? text('answer') : ''}
                  errorMessage={errorOf(errors, `answer-${id}`)}
                />
                <Button classes="govuk-button--secondary">Answer it for everybody</Button>
              </Form>
            )}
          </dd>
        </>
      ))}
    </dl>
    {mayEdit && (
      <Form action={`${at}/questions`}>
        <h3>Keep a question</h3>
        <Textarea
          id="question"
          name="question"
          label="Question"
          rows={2}
          value={text('question')}
          errorMessage={errorOf(errors, 'question')}
        />
        <Input
          id="askedBy"
          name="askedBy"
          label="Who asked"
          hint="Never published"
          value={text('askedBy')}
          errorMessage={errorOf(errors, 'askedBy')}
        />
        <Button classes="govuk-button--secondary">Keep the question</Button>
      </Form>
    )}
  </section>
)

const Note = ({
  note,
  changed,
  askAt,
  mayEdit,
}: {
  readonly note: EngagementNote
  readonly changed: readonly number[]
  readonly askAt: string
  readonly mayEdit: boolean
}) => (
  <li>
    {note.learned}
    {note.soWhat && ` So: ${note.soWhat}`}
    <span class="gt-under">
      {formatDate(note.notedOn)}, {note.personName}.{' '}
      {changed.length > 0 ? (
        changed.map((revision) => (
          <>
            <a href={`${askAt}/changes#revision-${revision}`}>Changed the ask in revision {revision}</a>.{' '}
          </>
        ))
      ) : (
        <>It has not changed the ask. </>
      )}
      {mayEdit && (
        <>
          Change{' '}
          <a href={`${askAt}/measures?note=${note.id}`}>
            its measures<span class="govuk-visually-hidden"> because of: {note.learned}</span>
          </a>
          ,{' '}
          <a href={`${askAt}/criteria?note=${note.id}`}>
            its criteria<span class="govuk-visually-hidden"> because of: {note.learned}</span>
          </a>{' '}
          or{' '}
          <a href={`${askAt}/lots?note=${note.id}`}>
            its lots<span class="govuk-visually-hidden"> because of: {note.learned}</span>
          </a>
        </>
      )}
    </span>
  </li>
)

const Notes = ({ engagement, at, askAt, changedBy, mayEdit, text, errors }: Props) => (
  <section>
    <h2>What was learned</h2>
    {engagement.notes.length === 0 ? (
      <EmptyState
        title="Nothing is noted yet"
        purpose="Note what suppliers said that should change the ask: too big a lot, a minimum nobody can meet, a measure that means nothing here. The change then names the note."
        headingLevel={3}
      />
    ) : (
      <ul>
        {engagement.notes.map((note) => (
          <Note note={note} changed={changedBy(note.id)} askAt={askAt} mayEdit={mayEdit} />
        ))}
      </ul>
    )}
    {mayEdit && (
      <Form action={`${at}/notes`}>
        <h3>Note something</h3>
        <Textarea
          id="learned"
          name="learned"
          label="What was learned"
          rows={3}
          value={text('learned')}
          errorMessage={errorOf(errors, 'learned')}
        />
        <Textarea
          id="soWhat"
          name="soWhat"
          label="What should it change?"
          rows={2}
          value={text('soWhat')}
          errorMessage={errorOf(errors, 'soWhat')}
        />
        <Select
          id="noteEvent"
          name="noteEvent"
          label="Where was it learned?"
          value={text('noteEvent')}
          items={[{ value: '', text: 'Elsewhere' }, ...eventItems(engagement.events)]}
          errorMessage={errorOf(errors, 'noteEvent')}
        />
        <Button preventDoubleClick>Keep the note</Button>
      </Form>
    )}
  </section>
)

export const ShowEngagementView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <span class="govuk-caption-l">{props.title}</span>
    <h1>What the market says</h1>
    <p>Ask early, when the answer can still change something. Nobody gets ahead by answering.</p>
    <RuleSource
      kind="law"
      title="Procurement Act 2023"
      provision="sections 16 and 17"
      inForceFrom="2025-02-24"
      href="https://www.legislation.gov.uk/ukpga/2023/54/section/16"
    />
    <Notes {...props} />
    <Events {...props} />
    <Questions {...props} />
  </>
)
