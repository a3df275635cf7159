import type { FieldError } from '../../../platform/http/form.ts'
import { errorOf, formatShortDate, Select, Textarea } from '../../../platform/views/views.ts'
import type { EngagementNote } from '../model/engagement.ts'
import type { TypedBecause } from './ask-request.ts'

type Props = {
  readonly typed: TypedBecause
  readonly notes: readonly EngagementNote[]
  readonly errors: readonly FieldError[]
}

const SHORT = 80
const shorten = (text: string): string => (text.length > SHORT ? `${text.slice(0, SHORT)}…` : text)

/** Why the ask is changed, and what was learned from the market that changed it. */
export const BecauseFields = ({ typed, notes, errors }: Props) => (
  <>
    <input type="hidden" name="seen" value={String(typed.seen)} />
    <Textarea
      id="because"
      name="because"
      label="Why this change?"
      hint="Kept with the change; the history of the ask shows it"
      rows={2}
      value={typed.because}
      errorMessage={errorOf(errors, 'because')}
    />
    {notes.length > 0 && (
      <Select
        id="noteId"
        name="noteId"
        label="Did it come from market engagement?"
        value={typed.noteId}
        items={[
          { value: '', text: 'No' },
          ...notes.map(({ id, learned, notedOn }) => ({
            value: id,
            text: `${formatShortDate(notedOn)}: ${shorten(learned)}`,
          })),
        ]}
      />
    )}
  </>
)
