import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  errorOf,
  Form,
  FormErrorSummary,
  formatInstant,
  InsetText,
  Radios,
  Select,
  SummaryList,
  Textarea,
} from '../../../platform/views/views.ts'
import { FINDING_NAMES } from '../messages.ts'
import type { Answer, Bid, Evaluation, Finding } from '../model.ts'
import type { Check } from '../rules/checks.ts'
import { AnswerText } from './answer-text.tsx'
import { evaluationPath } from './paths.ts'
import { CheckTag, EvaluationHead } from './stage-tag.tsx'

type Props = {
  readonly evaluation: Evaluation
  readonly bid: Bid
  readonly bidder: string | null
  readonly answers: readonly Answer[]
  readonly checks: readonly Check[]
  readonly findings: readonly Finding[]
  readonly proposed: Finding | null
  readonly mayCheck: boolean
  readonly mayRead: boolean
  readonly mayDecide: boolean
  readonly errors: readonly FieldError[]
  readonly fields: { readonly question: string; readonly kind: string; readonly words: string }
}

const Answers = ({ evaluation, bid, checks, answers }: Props) => (
  <DataTable
    id="answers"
    caption="Questions and answers"
    rows={checks}
    onPhone="stack"
    columns={[
      {
        name: 'question',
        header: 'Question',
        cell: ({ question }) => (
          <>
            {question.code}: {question.text}
            {question.isCondition && (
              <span class="gt-under">A condition of participation: met or failed</span>
            )}
          </>
        ),
      },
      {
        name: 'answer',
        header: 'Answer',
        cell: ({ question }) => (
          <AnswerText
            answer={answers.find((one) => one.question === question.code)}
            at={evaluationPath(evaluation.id, `bids/${bid.id}`)}
          />
        ),
      },
      {
        name: 'state',
        header: 'State',
        cell: ({ state, words }) => (
          <>
            <CheckTag state={state} />
            {words && <span class="gt-under">{words}</span>}
          </>
        ),
      },
    ]}
    empty={{ title: 'No questions', purpose: 'This lot asked nothing.' }}
  />
)

const Note = ({ evaluation, bid, checks, errors, fields }: Props) => (
  <>
    <h2>Note what you found</h2>
    <Form action={evaluationPath(evaluation.id, `bids/${bid.id}`)}>
      <Select
        id="question"
        name="question"
        label="About"
        items={checks.map(({ question }) => ({
          value: question.code,
          text: `${question.code}: ${question.text.slice(0, 60)}`,
          selected: question.code === fields.question,
        }))}
      />
      <Radios
        name="kind"
        idPrefix="kind"
        fieldset={{ legend: { text: 'What you found' } }}
        items={[
          { value: 'met', text: 'Met, or fine as it is' },
          { value: 'failed', text: 'Failed' },
          { value: 'asked', text: 'I asked the bidder to make it clear' },
          { value: 'answered', text: 'The bidder answered' },
          { value: 'exclusion-proposed', text: 'The whole bid should be excluded; a second person decides' },
        ]}
        value={fields.kind}
        errorMessage={errorOf(errors, 'kind')}
      />
      <Textarea
        id="words"
        name="words"
        label="Reason, question or answer"
        hint="A clarification may make an answer clear; it may not better it"
        rows={3}
        value={fields.words}
        errorMessage={errorOf(errors, 'words')}
      />
      <Button preventDoubleClick>Note it</Button>
    </Form>
  </>
)

const Decide = ({ evaluation, bid, proposed, errors }: Props) => (
  <>
    <h2>Exclusion proposed</h2>
    <InsetText>
      {proposed?.words} ({proposed?.personName})
    </InsetText>
    <Form action={evaluationPath(evaluation.id, `bids/${bid.id}/exclusion`)}>
      <Radios
        name="decision"
        idPrefix="decision"
        fieldset={{ legend: { text: 'What do you decide?' } }}
        items={[
          { value: 'approve', text: 'Exclude the bid' },
          { value: 'refuse', text: 'Keep it in' },
        ]}
      />
      <Textarea id="note" name="note" label="Note" rows={2} errorMessage={errorOf(errors, 'note')} />
      <Button preventDoubleClick>Decide</Button>
    </Form>
  </>
)

export const CheckBidView = (props: Props) => {
  const { evaluation, bid, bidder, findings, proposed } = props
  return (
    <>
      <FormErrorSummary errors={props.errors} />
      <EvaluationHead evaluation={evaluation} title={`Bidder ${bid.letter}`} />
      {bid.excludedBecause !== null && (
        <InsetText>
          Out of the competition: {bid.excludedBecause} Approved by {bid.excludedBy}.
        </InsetText>
      )}
      <SummaryList
        rows={[
          { key: 'Who', value: bidder ?? 'Not shown yet' },
          { key: 'Lot', value: bid.lot },
          { key: 'Submitted', value: formatInstant(bid.submittedAt) },
          { key: 'Fingerprint', value: <code class="gt-code">{bid.fingerprint}</code> },
        ]}
      />
      {props.mayRead ? (
        <Answers {...props} />
      ) : (
        <p>
          You may not read this bid: declare your interests first, and a bid that you have an interest in
          stays closed.
        </p>
      )}
      {props.mayCheck && bid.excludedBecause === null && <Note {...props} />}
      {proposed && props.mayDecide && <Decide {...props} />}
      {findings.length > 0 && (
        <>
          <h2>What was found</h2>
          <ol class="govuk-list govuk-list--number">
            {findings.map((one) => (
              <li>
                {one.question && `${one.question}: `}
                {FINDING_NAMES[one.kind]}, {one.personName}, {formatInstant(one.foundAt)}
                {one.words && <span class="gt-under">{one.words}</span>}
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  )
}
