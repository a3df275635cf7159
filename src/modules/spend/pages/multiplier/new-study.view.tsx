import type { FieldError } from '../../../../platform/http/form.ts'
import { Button, errorOf, Form, FormErrorSummary, Input } from '../../../../platform/views/views.ts'
import type { TypedStudy } from './new-study.ts'
import { NEW_STUDY_PATH } from './paths.ts'

type Props = { readonly typed: TypedStudy; readonly errors: readonly FieldError[] }

export const NewStudyView = ({ typed, errors }: Props) => {
  const field = (name: keyof TypedStudy) => ({
    id: name,
    name,
    value: typed[name],
    errorMessage: errorOf(errors, name),
  })
  return (
    <>
      <FormErrorSummary errors={errors} />
      <h1>Begin a study</h1>
      <Form action={NEW_STUDY_PATH}>
        <Input {...field('title')} label="Title" />
        <Input
          {...field('place')}
          label="What counts as local?"
          hint="In words that suppliers and their staff will understand: a city, a county"
        />
        <Input
          {...field('from')}
          label="First month (optional)"
          type="month"
          classes="govuk-input--width-10"
        />
        <Input {...field('to')} label="Last month (optional)" type="month" classes="govuk-input--width-10" />
        <Input
          {...field('suppliers')}
          label="How many suppliers?"
          hint="Those that were paid most. What was paid to them is round one"
          inputmode="numeric"
          classes="govuk-input--width-4"
        />
        <Button preventDoubleClick>Make the sheets</Button>
      </Form>
    </>
  )
}
