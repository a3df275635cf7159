import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  Checkboxes,
  Details,
  errorOf,
  Form,
  FormErrorSummary,
  formatInstant,
  formatList,
  InsetText,
  Textarea,
  WarningText,
} from '../../../platform/views/views.ts'
import { type Enquiry, TOLD_BY } from '../model.ts'
import type { SeenTender } from './tender-request.ts'

type Props = {
  readonly seen: SeenTender
  readonly enquiry: Enquiry | null
  readonly errors: readonly FieldError[]
  /** What in the words may tell who asked. */
  readonly hints: readonly string[]
  readonly isWarned: boolean
  readonly fields: { readonly question: string; readonly answer: string; readonly because: string }
}

const Dismiss = ({ seen, enquiry, errors, fields }: Props & { readonly enquiry: Enquiry }) => (
  <Details summaryText="Close it without an answer to all" open={errorOf(errors, 'because') !== undefined}>
    <Form action={`${seen.at}/enquiries/${enquiry.id}/dismiss`}>
      <Textarea
        id="because"
        name="because"
        label="Why"
        hint="Kept for the record. Good reasons are few: it was asked twice, or it is no question"
        rows={2}
        value={fields.because}
        errorMessage={errorOf(errors, 'because')}
      />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        Close it
      </Button>
    </Form>
  </Details>
)

export const AnswerEnquiryView = (props: Props) => {
  const { seen, enquiry, errors, hints, isWarned, fields } = props
  const isClosed = enquiry !== null && enquiry.closedAt !== null
  return (
    <>
      <FormErrorSummary errors={errors} />
      <span class="govuk-caption-l">{seen.tender.title}</span>
      <h1>{enquiry ? 'Answer a question' : 'Tell everybody something'}</h1>
      {enquiry && (
        <InsetText>
          <p>{enquiry.text}</p>
          <p class="govuk-hint">
            {enquiry.askedName},{' '}
            {enquiry.cameBy === 'site' ? '' : `${TOLD_BY[enquiry.cameBy].toLowerCase()}, `}
            {formatInstant(enquiry.askedAt)}. Only officers see this.
          </p>
        </InsetText>
      )}
      {isClosed ? (
        <p>
          This question was answered or closed on {formatInstant(enquiry.closedAt ?? seen.tender.deadline)}.
        </p>
      ) : (
        <>
          {hints.length > 0 && <WarningText text={`This may tell who asked: ${formatList(hints)}.`} />}
          <Form warnsOfUnsentChanges>
            <Textarea
              id="question"
              name="question"
              label="The question, in words that do not say who asked"
              rows={4}
              value={fields.question}
              errorMessage={errorOf(errors, 'question')}
            />
            <Textarea
              id="answer"
              name="answer"
              label="The answer"
              hint="Everybody reads it at once. What changes the tender needs an amendment"
              rows={6}
              value={fields.answer}
              errorMessage={errorOf(errors, 'answer')}
            />
            {isWarned && (
              <Checkboxes
                name="isSure"
                idPrefix="isSure"
                items={[{ value: 'yes', text: 'It does not tell who asked' }]}
              />
            )}
            <Button preventDoubleClick>Publish to everybody</Button>
          </Form>
          {enquiry && <Dismiss {...props} enquiry={enquiry} />}
        </>
      )}
    </>
  )
}
