import { type TypedDay } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DateInput,
  errorOf,
  Form,
  FormErrorSummary,
  Textarea,
} from '../../../platform/views/views.ts'
import type { StepWords } from './take-step.ts'

type Props = {
  readonly words: StepWords
  readonly documentTitle: string
  readonly day: TypedDay
  readonly note: string
  readonly errors: readonly FieldError[]
}

export const TakeStepView = ({ words, documentTitle, day, note, errors }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <span class="govuk-caption-l">{documentTitle}</span>
    <h1>{words.title}</h1>
    <p>{words.explanation}</p>
    <Form>
      <DateInput
        id="decidedOn"
        namePrefix="decidedOn"
        fieldset={{ legend: { text: words.dayLabel } }}
        hint="For example 12 3 2026"
        values={day}
        errorMessage={errorOf(errors, 'decidedOn-day')}
      />
      <Textarea
        id="note"
        name="note"
        label={words.noteLabel}
        value={note}
        errorMessage={errorOf(errors, 'note')}
      />
      <Button preventDoubleClick>{words.button}</Button>
    </Form>
  </>
)
