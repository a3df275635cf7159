import type { FieldError } from '../../../../platform/http/form.ts'
import {
  Button,
  errorOf,
  Form,
  FormErrorSummary,
  formatDate,
  Input,
  InsetText,
  Radios,
  Textarea,
} from '../../../../platform/views/views.ts'
import type { AskedSupplier } from '../../actions/survey/answer-survey.ts'
import type { Answers, Question } from '../../model/survey.ts'
import { groupSentence } from '../../survey-letters.ts'

type Props = AskedSupplier & {
  readonly action: string
  readonly answers: Answers
  readonly isOpen: boolean
  readonly isSaved: boolean
  readonly errors: readonly FieldError[]
}

type FieldProps = { readonly question: Question; readonly value: string; readonly error: string | undefined }

const QuestionField = ({ question, value, error }: FieldProps) => {
  const field = {
    id: question.id,
    name: question.id,
    label: question.text,
    hint: question.hint || undefined,
    value,
    errorMessage: error,
  }
  switch (question.kind) {
    case 'number':
      return <Input {...field} inputmode="decimal" classes="govuk-input--width-10" spellcheck={false} />
    case 'share':
      return <Input {...field} inputmode="decimal" classes="govuk-input--width-4" suffix={{ text: '%' }} />
    case 'text':
      return <Textarea {...field} rows={4} />
    case 'yes-no':
      return (
        <Radios
          name={question.id}
          idPrefix={question.id}
          value={value}
          fieldset={{ legend: { text: question.text } }}
          hint={question.hint || undefined}
          errorMessage={error}
          classes="govuk-radios--inline"
          items={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
        />
      )
  }
}

export const AnswerSurveyView = (props: Props) => {
  const { survey, organisation, invitee, companies, answers, errors } = props
  return (
    <>
      <FormErrorSummary errors={errors} />
      <h1>{survey.title}</h1>
      {props.isSaved && (
        <InsetText>Saved. Come back by the address from the letter, then send your answers.</InsetText>
      )}
      <p>
        {organisation} asks {invitee.name}, as one of its largest suppliers. Leave out what you do not know.
        {groupSentence(companies)}
      </p>
      {props.isOpen ? (
        <Form action={props.action} warnsOfUnsentChanges>
          {survey.questions.map((question) => (
            <QuestionField
              question={question}
              value={answers[question.id] ?? ''}
              error={errorOf(errors, question.id)}
            />
          ))}
          <p>
            {organisation} reads your answers; what it publishes are totals and shares of all who answer. You
            can change your answers until {formatDate(survey.closesOn)}.
          </p>
          <div class="govuk-button-group">
            <Button name="do" value="send" preventDoubleClick>
              Send the answers
            </Button>
            <Button name="do" value="save" classes="govuk-button--secondary" preventDoubleClick>
              Save and come back
            </Button>
          </div>
        </Form>
      ) : (
        <InsetText>
          This survey is closed. {invitee.sentAt ? 'Thank you for your answers.' : 'It took answers until '}
          {!invitee.sentAt && `${formatDate(survey.closesOn)}.`}
        </InsetText>
      )}
    </>
  )
}

export const AnswerSentView = ({ organisation, invitee, survey }: AskedSupplier) => (
  <>
    <h1>Thank you</h1>
    <p>
      {organisation} has the answers of {invitee.name}. You can change them by the same address until{' '}
      {formatDate(survey.closesOn)}.
    </p>
  </>
)

export const DeadLinkView = ({ sentence }: { readonly sentence: string }) => (
  <>
    <h1>This link does not work</h1>
    <p>{sentence}</p>
  </>
)
