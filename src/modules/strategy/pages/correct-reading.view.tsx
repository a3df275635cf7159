import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  errorOf,
  Form,
  FormErrorSummary,
  formatDate,
  Input,
  Textarea,
} from '../../../platform/views/views.ts'
import type { Reading } from '../model.ts'

type Props = {
  readonly reading: Reading
  readonly fields: { readonly value: string; readonly source: string; readonly note: string }
  readonly errors: readonly FieldError[]
}

export const CorrectReadingView = ({ reading, fields, errors }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>Correct a reading</h1>
    <p>
      {formatDate(reading.measuredOn)}, {reading.place?.name ?? 'the whole area'}. The reading as it was is
      kept and shown crossed out.
    </p>
    <Form>
      <Input
        id="value"
        name="value"
        label="Figure"
        classes="govuk-input--width-10"
        inputmode="decimal"
        value={fields.value}
        errorMessage={errorOf(errors, 'value')}
      />
      <Input
        id="source"
        name="source"
        label="Where is it from?"
        value={fields.source}
        errorMessage={errorOf(errors, 'source')}
      />
      <Textarea
        id="note"
        name="note"
        label="Why is it corrected?"
        value={fields.note}
        errorMessage={errorOf(errors, 'note')}
      />
      <Button preventDoubleClick>Put it in place of the old one</Button>
    </Form>
  </>
)
