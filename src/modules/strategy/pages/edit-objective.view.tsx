import type { FieldError } from '../../../platform/http/form.ts'
import type { Standing } from '../../../platform/http/seen-form.ts'
import {
  Button,
  ChangedMeanwhile,
  errorOf,
  Form,
  FormErrorSummary,
  Input,
  SeenField,
  Textarea,
} from '../../../platform/views/views.ts'
import type { ObjectiveText } from '../model.ts'

type Props = {
  readonly title: string
  readonly fields: ObjectiveText
  readonly errors: readonly FieldError[]
  readonly standing: Standing
  /** Where the form goes. */
  readonly path: string
  readonly isNew: boolean
}

export const EditObjectiveView = ({ title, fields, errors, standing, path, isNew }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>{title}</h1>
    <ChangedMeanwhile meanwhile={standing.meanwhile} />
    <Form action={path} warnsOfUnsentChanges>
      <SeenField seen={standing.seen} />
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
    {!isNew && (
      <Form action={`${path}/remove`}>
        <SeenField seen={standing.seen} />
        <Button classes="govuk-button--warning" preventDoubleClick>
          Remove this objective
        </Button>
      </Form>
    )}
  </>
)
