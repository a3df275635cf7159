import {
  Button,
  EmptyState,
  errorOf,
  Form,
  formatDate,
  Select,
  Textarea,
} from '../../../platform/views/views.ts'
import type { EngagementNote } from '../model/engagement.ts'
import { type EngagementProps, eventItems } from './engagement-props.ts'

const ChangeLinks = ({ note, askAt }: { readonly note: EngagementNote; readonly askAt: string }) => (
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
      {mayEdit && <ChangeLinks note={note} askAt={askAt} />}
    </span>
  </li>
)

const NoteForm = ({ engagement, at, text, errors }: EngagementProps) => (
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
)

/** What was learned, each note with the revisions of the ask that it led to. */
export const EngagementNotes = (props: EngagementProps) => (
  <section>
    <h2>What was learned</h2>
    {props.engagement.notes.length === 0 ? (
      <EmptyState
        title="Nothing is noted yet"
        purpose="Note what suppliers said that should change the ask: too big a lot, a minimum nobody can meet, a measure that means nothing here. The change then names the note."
        headingLevel={3}
      />
    ) : (
      <ul>
        {props.engagement.notes.map((note) => (
          <Note note={note} changed={props.changedBy(note.id)} askAt={props.askAt} mayEdit={props.mayEdit} />
        ))}
      </ul>
    )}
    {props.mayEdit && <NoteForm {...props} />}
  </section>
)
