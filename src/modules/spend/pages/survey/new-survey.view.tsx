import type { FieldError } from '../../../../platform/http/form.ts'
import { Button, errorOf, Form, FormErrorSummary, Input } from '../../../../platform/views/views.ts'
import type { TypedSurvey } from './new-survey.ts'
import { NEW_SURVEY_PATH } from './paths.ts'

type Props = { readonly typed: TypedSurvey; readonly errors: readonly FieldError[] }

export const NewSurveyView = ({ typed, errors }: Props) => {
  const field = (name: keyof TypedSurvey) => ({
    id: name,
    name,
    value: typed[name],
    errorMessage: errorOf(errors, name),
  })
  return (
    <>
      <FormErrorSummary errors={errors} />
      <h1>Plan a survey</h1>
      <p>
        The suppliers that were paid most in the period are invited, each once; a confirmed group of companies
        is invited once, and its answer weighs with all that its companies were paid. Nothing is sent before
        you have seen the questions and the addresses.
      </p>
      <Form action={NEW_SURVEY_PATH}>
        <Input {...field('title')} label="Title" hint="It is the subject of the letter" />
        <Input
          {...field('from')}
          label="First month of the spending (optional)"
          type="month"
          classes="govuk-input--width-10"
        />
        <Input
          {...field('to')}
          label="Last month of the spending (optional)"
          type="month"
          classes="govuk-input--width-10"
        />
        <Input
          {...field('invite')}
          label="How many suppliers?"
          inputmode="numeric"
          classes="govuk-input--width-4"
        />
        <Input
          {...field('closes')}
          label="Last day for answers"
          type="date"
          classes="govuk-input--width-10"
        />
        <Button preventDoubleClick>Draft the survey</Button>
      </Form>
    </>
  )
}
