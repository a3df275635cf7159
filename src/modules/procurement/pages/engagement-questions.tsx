import { Button, errorOf, Form, formatDate, Input, Tag, Textarea } from '../../../platform/views/views.ts'
import type { Engagement } from '../model/engagement.ts'
import type { EngagementProps } from './engagement-props.ts'

type Question = Engagement['questions'][number]
type QuestionProps = EngagementProps & { readonly asked: Question }

const AnswerForm = ({ asked: { id, question }, at, text, errors }: QuestionProps) => (
  <Form action={`${at}/questions/${id}/answer`}>
    <Textarea
      id={`answer-${id}`}
      name="answer"
      label={`Answer: ${question}`}
      rows={2}
      value={errorOf(errors, `answer-${id}`) ? text('answer') : ''}
      errorMessage={errorOf(errors, `answer-${id}`)}
    />
    <Button classes="govuk-button--secondary">Answer it for everybody</Button>
  </Form>
)

const QuestionAndAnswer = (props: QuestionProps) => {
  const { question, answer, askedBy, askedOn } = props.asked
  return (
    <>
      <dt class="govuk-!-font-weight-bold">
        {question}
        <span class="gt-under">
          {formatDate(askedOn)}
          {props.mayEdit && askedBy && `, asked by ${askedBy}`}
        </span>
      </dt>
      <dd class="govuk-!-margin-bottom-4">
        {answer ?? <Tag classes="govuk-tag--yellow">Waits for an answer</Tag>}
        {answer === null && props.mayEdit && <AnswerForm {...props} />}
      </dd>
    </>
  )
}

const QuestionForm = ({ at, text, errors }: EngagementProps) => (
  <Form action={`${at}/questions`}>
    <h3>Keep a question</h3>
    <Textarea
      id="question"
      name="question"
      label="Question"
      rows={2}
      value={text('question')}
      errorMessage={errorOf(errors, 'question')}
    />
    <Input
      id="askedBy"
      name="askedBy"
      label="Who asked"
      hint="Never published"
      value={text('askedBy')}
      errorMessage={errorOf(errors, 'askedBy')}
    />
    <Button classes="govuk-button--secondary">Keep the question</Button>
  </Form>
)

/** Questions and answers. Everybody sees the same; who asked is for those who may edit. */
export const EngagementQuestions = (props: EngagementProps) => (
  <section>
    <h2>Questions and answers</h2>
    <p>Everybody gets the same answer. Who asked stays with you.</p>
    <dl>
      {props.engagement.questions.map((asked) => (
        <QuestionAndAnswer {...props} asked={asked} />
      ))}
    </dl>
    {props.mayEdit && <QuestionForm {...props} />}
  </section>
)
