import type { FieldError } from '../../../platform/http/form.ts'
import { Button, errorOf, Form, FormErrorSummary, Input, Textarea } from '../../../platform/views/views.ts'
import type { TypedMoment } from './moment-fields.ts'
import { MomentInput } from './moment-input.tsx'

type Props = {
  readonly errors: readonly FieldError[]
  readonly revision: number
  readonly fields: Readonly<Record<string, string>>
  readonly deadline: TypedMoment
  readonly questionDeadline: TypedMoment
}

export const EditTenderView = ({ errors, revision, fields, deadline, questionDeadline }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>Title, summary and dates</h1>
    <Form warnsOfUnsentChanges>
      <input type="hidden" name="seen" value={revision} />
      <Input
        id="title"
        name="title"
        label="Title"
        value={fields.title}
        errorMessage={errorOf(errors, 'title')}
      />
      <Textarea
        id="summary"
        name="summary"
        label="Summary"
        hint="Two or three plain sentences. Suppliers find the tender by it"
        rows={4}
        value={fields.summary}
        errorMessage={errorOf(errors, 'summary')}
      />
      <Input
        id="category"
        name="category"
        label="Category"
        hint="A CPV code of eight digits, such as 90911200 for building cleaning"
        classes="govuk-input--width-10"
        value={fields.category}
        errorMessage={errorOf(errors, 'category')}
      />
      <Input
        id="placeName"
        name="placeName"
        label="Place"
        hint="Where the work is done, in words"
        value={fields.placeName}
        errorMessage={errorOf(errors, 'placeName')}
      />
      <MomentInput name="deadline" label="Bids due" value={deadline} errors={errors} />
      <MomentInput name="questionDeadline" label="Questions until" value={questionDeadline} errors={errors} />
      <Button preventDoubleClick>Save</Button>
    </Form>
  </>
)
