import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  errorOf,
  Form,
  FormErrorSummary,
  Input,
  Radios,
  Textarea,
} from '../../../platform/views/views.ts'

type Props = {
  readonly title: string
  readonly text: (name: string) => string
  readonly rows: number
  readonly options: readonly { readonly value: string; readonly text: string }[]
  readonly questions: readonly string[]
  readonly seen: number
  readonly errors: readonly FieldError[]
}

const Criteria = ({ rows, text, errors }: Props) => (
  <section>
    <h2>Criteria</h2>
    <p>The weights add up to 100. Empty a name to take a criterion out.</p>
    {Array.from({ length: rows }, (_, row) => (
      <>
        <Input
          id={`criterion-${row}`}
          name={`criterion-${row}`}
          label={`Criterion ${row + 1}`}
          value={text(`criterion-${row}`)}
        />
        <Input
          id={`weight-${row}`}
          name={`weight-${row}`}
          label={`Weight of criterion ${row + 1}`}
          classes="govuk-input--width-4"
          value={text(`weight-${row}`)}
          errorMessage={errorOf(errors, `weight-${row}`)}
        />
      </>
    ))}
  </section>
)

export const EditAppraisalView = (props: Props) => {
  const { title, text, options, questions, seen, errors } = props
  return (
    <>
      <FormErrorSummary errors={errors} />
      <span class="govuk-caption-l">{title}</span>
      <h1>Criteria, choice and reasons</h1>
      <Form warnsOfUnsentChanges>
        <input type="hidden" name="seen" value={String(seen)} />
        <Textarea
          id="need"
          name="need"
          label="What does the service have to do?"
          rows={3}
          value={text('need')}
          errorMessage={errorOf(errors, 'need')}
        />
        <Criteria {...props} />
        <h2>Choice</h2>
        {options.length > 0 ? (
          <Radios
            name="chosenId"
            idPrefix="chosenId"
            fieldset={{ legend: 'Which way is chosen?' }}
            value={text('chosenId')}
            items={[...options, { value: '', text: 'None yet' }]}
          />
        ) : (
          <p>Add options first.</p>
        )}
        <Textarea
          id="chosenBecause"
          name="chosenBecause"
          label="Why?"
          hint="If it is not the first in points or the least in cost, say why all the same"
          rows={4}
          value={text('chosenBecause')}
          errorMessage={errorOf(errors, 'chosenBecause')}
        />
        <h2>Public interest test</h2>
        <p>Good practice, not a rule of law. Answer what helps; what stays empty is not shown.</p>
        {questions.map((question, row) => (
          <Textarea
            id={`answer-${row}`}
            name={`answer-${row}`}
            label={question}
            rows={2}
            value={text(`answer-${row}`)}
          />
        ))}
        <Button preventDoubleClick>Save</Button>
      </Form>
    </>
  )
}
