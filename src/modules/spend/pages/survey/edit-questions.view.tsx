import type { FieldError } from '../../../../platform/http/form.ts'
import {
  Button,
  Fieldset,
  Form,
  FormErrorSummary,
  Input,
  Select,
  SummaryList,
} from '../../../../platform/views/views.ts'
import { QUESTION_KIND_TEXT } from '../../messages/survey.ts'
import { QUESTION_KINDS, type Question, type Survey } from '../../model/survey.ts'
import { surveyPath } from './paths.ts'

type Props = {
  readonly survey: Survey
  readonly questions: readonly Question[]
  readonly canEdit: boolean
  readonly errors: readonly FieldError[]
}

const QuestionFields = ({ question, at }: { readonly question: Question; readonly at: number }) => (
  <Fieldset
    legend={{
      text: question.text === '' ? 'A further question' : `Question ${at + 1}`,
      classes: 'govuk-fieldset__legend--s',
    }}
  >
    <input type="hidden" name={`id-${at}`} value={question.id} />
    <Input id={`text-${at}`} name={`text-${at}`} label="Question" value={question.text} />
    <Input id={`hint-${at}`} name={`hint-${at}`} label="Help (optional)" value={question.hint} />
    <Select
      id={`kind-${at}`}
      name={`kind-${at}`}
      label="Answer"
      value={question.kind}
      items={QUESTION_KINDS.map((kind) => ({ value: kind, text: QUESTION_KIND_TEXT[kind] }))}
    />
  </Fieldset>
)

export const EditQuestionsView = ({ survey, questions, canEdit, errors }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>Questions: {survey.title}</h1>
    {canEdit ? (
      <Form action={`${surveyPath(survey.id)}/questions`} warnsOfUnsentChanges>
        <p>Clear the words of a question to leave it out. Nobody has to answer every question.</p>
        {questions.map((question, at) => (
          <QuestionFields question={question} at={at} />
        ))}
        <Button preventDoubleClick>Save the questions</Button>
      </Form>
    ) : (
      <SummaryList
        rows={questions.map((question) => ({
          key: question.text,
          value: `${QUESTION_KIND_TEXT[question.kind]}${question.hint ? `. ${question.hint}` : ''}`,
        }))}
      />
    )}
  </>
)
