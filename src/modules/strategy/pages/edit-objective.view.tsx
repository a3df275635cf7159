import type { FieldError } from '../../../platform/http/form.ts'
import { Button, errorOf, Form, FormErrorSummary, Input, Textarea } from '../../../platform/views/views.ts'
import type { ObjectiveText } from '../model.ts'

type Props = {
  readonly title: string
  readonly fields: ObjectiveText
  readonly errors: readonly FieldError[]
  readonly removeAction: string | null
}

export const EditObjectiveView = ({ title, fields, errors, removeAction }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>{title}</h1>
    <Form warnsOfUnsentChanges>
      <Input
        id="title"
        name="title"
        label="Objective"
        hint="A few words on what should be different, such as “Work that pays”"
        value={fields.title}
        errorMessage={errorOf(errors, 'title')}
      />
      <Textarea
        id="description"
        name="description"
        label="What it means"
        value={fields.description}
        errorMessage={errorOf(errors, 'description')}
      />
      <Button preventDoubleClick>Save</Button>
    </Form>
    {removeAction && (
      <Form action={removeAction}>
        <Button classes="govuk-button--warning" preventDoubleClick>
          Remove this objective
        </Button>
      </Form>
    )}
  </>
)
