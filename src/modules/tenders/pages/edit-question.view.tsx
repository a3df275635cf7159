import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  Checkboxes,
  errorOf,
  Form,
  FormErrorSummary,
  Input,
  Radios,
  Select,
  Textarea,
} from '../../../platform/views/views.ts'
import { KIND_NAMES } from '../messages/words.ts'
import { QUESTION_KINDS, type TenderQuestion } from '../model.ts'
import type { SeenTender } from './tender-request.ts'

type ListProps = { readonly seen: SeenTender; readonly mayWrite: boolean }

export const ListQuestionsView = ({ seen: { content, tender, at, revision }, mayWrite }: ListProps) => (
  <>
    <span class="govuk-caption-l">{tender.title}</span>
    <h1>Questions</h1>
    <ol class="govuk-list">
      {content.questions.map(({ code, text, kind, criterion, isCondition }) => (
        <li class="govuk-!-margin-bottom-4">
          <strong>{code}</strong> {mayWrite ? <a href={`${at}/questions/${code}`}>{text}</a> : text}
          <span class="gt-under">
            {KIND_NAMES[kind]} ·{' '}
            {isCondition
              ? 'passed or failed'
              : criterion === null
                ? 'not scored'
                : `scored under ${criterion}`}
          </span>
          {mayWrite && (
            <Form action={`${at}/questions/${code}/remove`}>
              <input type="hidden" name="seen" value={revision} />
              <Button classes="govuk-button--secondary govuk-!-margin-bottom-0" preventDoubleClick>
                Take out<span class="govuk-visually-hidden"> {code}</span>
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ol>
    {mayWrite && (
      <p>
        <Button href={`${at}/questions/new`}>Add a question</Button>
      </p>
    )}
  </>
)

type Props = {
  readonly seen: SeenTender
  readonly question: TenderQuestion
  readonly wordLimit: string
  readonly errors: readonly FieldError[]
}

const HowAnswered = ({ seen: { content }, question, wordLimit, errors }: Props) => (
  <>
    <Radios
      name="kind"
      idPrefix="kind"
      fieldset={{ legend: { text: 'How is it answered?' } }}
      items={QUESTION_KINDS.map((kind) => ({ value: kind, text: KIND_NAMES[kind] }))}
      value={question.kind}
      errorMessage={errorOf(errors, 'kind')}
    />
    <Input
      id="wordLimit"
      name="wordLimit"
      label="At most so many words"
      hint="For answers in words. A limit keeps small bidders level with large ones"
      classes="govuk-input--width-5"
      inputmode="numeric"
      value={wordLimit}
      errorMessage={errorOf(errors, 'wordLimit')}
    />
    <Select
      id="criterion"
      name="criterion"
      label="Scored under"
      value={question.criterion ?? ''}
      items={[
        { value: '', text: 'Not scored' },
        ...content.criteria.map(({ name }) => ({ value: name, text: name })),
      ]}
    />
    {content.lots.length > 1 && (
      <Checkboxes
        name="lots"
        idPrefix="lots"
        fieldset={{ legend: { text: 'For which lots?' } }}
        hint="Tick none for all of them"
        values={[...question.lots]}
        items={content.lots.map(({ code, name }) => ({ value: code, text: `${code}: ${name}` }))}
      />
    )}
    <Checkboxes
      name="marks"
      idPrefix="marks"
      values={[question.isRequired ? 'required' : '', question.isCondition ? 'condition' : '']}
      items={[
        { value: 'required', text: 'It must be answered' },
        { value: 'condition', text: 'It is a condition: passed or failed, never scored' },
      ]}
    />
  </>
)

export const EditQuestionView = (props: Props) => {
  const { seen, question, errors } = props
  return (
    <>
      <FormErrorSummary errors={errors} />
      <span class="govuk-caption-l">{seen.tender.title}</span>
      <h1>{question.code === 'new' ? 'A new question' : `Question ${question.code}`}</h1>
      <Form warnsOfUnsentChanges>
        <input type="hidden" name="seen" value={seen.revision} />
        <Textarea
          id="text"
          name="text"
          label="The question"
          rows={3}
          value={question.text}
          errorMessage={errorOf(errors, 'text')}
        />
        <Textarea
          id="help"
          name="help"
          label="Help for bidders"
          hint="What a good answer tells"
          rows={3}
          value={question.help}
          errorMessage={errorOf(errors, 'help')}
        />
        <HowAnswered {...props} />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </>
  )
}
