import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  errorOf,
  Form,
  FormErrorSummary,
  formatInstantExact,
  Input,
  Radios,
  Textarea,
} from '../../../platform/views/views.ts'
import { TOLD_BY } from '../model.ts'
import type { SeenTender } from './tender-request.ts'

type Props = {
  readonly seen: SeenTender
  readonly errors: readonly FieldError[]
  readonly isOver: boolean
  readonly fields: { readonly cameBy: string; readonly name: string; readonly text: string }
}

export const NoteQuestionView = ({ seen: { tender }, errors, isOver, fields }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <span class="govuk-caption-l">{tender.title}</span>
    <h1>Write down a question</h1>
    {isOver ? (
      <p>The time for questions was over on {formatInstantExact(tender.questionDeadline)}.</p>
    ) : (
      <>
        <p>
          For a question that was asked outside this site. Whoever asks by telephone has no answer ahead of
          the others: write the question down, and answer it for everybody at once, without who asked.
          Questions are taken until {formatInstantExact(tender.questionDeadline)}.
        </p>
        <Form warnsOfUnsentChanges>
          <Radios
            name="cameBy"
            idPrefix="cameBy"
            fieldset={{ legend: 'How was it asked?' }}
            value={fields.cameBy}
            errorMessage={errorOf(errors, 'cameBy')}
            items={Object.entries(TOLD_BY).map(([value, text]) => ({ value, text }))}
          />
          <Input
            id="name"
            name="name"
            label="Who asked?"
            hint="The person or firm. Only the council’s officers see it"
            value={fields.name}
            errorMessage={errorOf(errors, 'name')}
          />
          <Textarea
            id="text"
            name="text"
            label="What did they ask?"
            hint="As near to their own words as you can. You put it into words that do not say who asked on the next page"
            rows={5}
            value={fields.text}
            errorMessage={errorOf(errors, 'text')}
          />
          <Button preventDoubleClick>Write it down</Button>
        </Form>
      </>
    )}
  </>
)
