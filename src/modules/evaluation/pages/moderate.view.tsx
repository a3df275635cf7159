import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  errorOf,
  Form,
  FormErrorSummary,
  formatInstant,
  Input,
  InsetText,
  type TablePaging,
  Textarea,
} from '../../../platform/views/views.ts'
import { HOW_NAMES } from '../messages.ts'
import type { Agreed, Bid, BidAnswer, Evaluation, Panellist, Question, Score } from '../model.ts'
import { AnswerText } from './answer-text.tsx'
import { evaluationPath } from './paths.ts'
import { EvaluationHead } from './stage-tag.tsx'

type Row = {
  readonly bid: Bid
  readonly given: readonly { readonly name: string; readonly score: Score | null }[]
  readonly spread: number
  readonly agreed: Agreed | null
}
type Props = {
  readonly evaluation: Evaluation
  readonly at: number
  readonly areIn: boolean
  readonly active: readonly Panellist[]
  readonly rows: readonly Row[]
  readonly agreedCount: number
  readonly total: number
  readonly isLead: boolean
  readonly paging: TablePaging
}

const Criteria = ({ evaluation, at }: Props) => (
  <ul class="govuk-list">
    {evaluation.criteria.map(({ name, kind, weight }, index) =>
      kind === 'price' ? null : (
        <li>
          {index === at ? (
            <strong>
              {name}, {weight} points
            </strong>
          ) : (
            <a href={evaluationPath(evaluation.id, `moderation?criterion=${index}`)}>
              {name}, {weight} points
            </a>
          )}
        </li>
      ),
    )}
  </ul>
)

const Scores = ({ evaluation, at, rows, active, paging }: Props) => (
  <DataTable
    id="scores"
    caption={evaluation.criteria[at]?.name ?? ''}
    rows={rows}
    paging={paging}
    onPhone="stack"
    columns={[
      {
        name: 'bid',
        header: 'Bid',
        isSortable: true,
        cell: ({ bid }) => (
          <a href={evaluationPath(evaluation.id, `moderation/${at}/${bid.id}`)}>
            Bidder {bid.letter}
            {evaluation.lots.length > 1 && `, lot ${bid.lot}`}
          </a>
        ),
      },
      ...active.map(({ name }, column) => ({
        name: `person-${column}`,
        header: name,
        isNumeric: true,
        cell: ({ given }: Row) => given[column]?.score?.score ?? '–',
      })),
      {
        name: 'spread',
        header: 'Apart by',
        isNumeric: true,
        isSortable: true,
        firstDirection: 'descending',
        cell: ({ spread }) => spread,
      },
      {
        name: 'agreed',
        header: 'Agreed',
        cell: ({ agreed }) =>
          agreed === null ? (
            'Not yet'
          ) : (
            <>
              {agreed.value}
              <span class="gt-under">{HOW_NAMES[agreed.how]}</span>
            </>
          ),
      },
    ]}
    empty={{ title: 'Nothing to agree on', purpose: 'There is no bid left for this criterion.' }}
  />
)

export const ModerateView = (props: Props) => (
  <>
    <EvaluationHead evaluation={props.evaluation} title="Moderation" />
    {props.areIn ? (
      <>
        <p>
          Where do we differ, and what do we agree on? An average is not an agreement: where scores differ,
          say what in the answer moved the panel. {props.agreedCount} of {props.total} are agreed here.
        </p>
        <Criteria {...props} />
        <Scores {...props} />
        {props.isLead && (
          <p>
            <a href={evaluationPath(props.evaluation.id, 'result')}>See what comes of it</a>
          </p>
        )}
      </>
    ) : (
      <p>
        Scores are shown side by side once everybody on the panel has handed in. Until then each sees only
        their own.
      </p>
    )}
  </>
)

type AgreeProps = {
  readonly evaluation: Evaluation
  readonly at: number
  readonly criterion: { readonly name: string; readonly weight: string }
  readonly row: Row
  readonly questions: readonly { readonly question: Question; readonly answer: BidAnswer | undefined }[]
  readonly history: readonly Agreed[]
  readonly isCounted: boolean
  readonly mayAgree: boolean
  readonly errors: readonly FieldError[]
  readonly fields: { readonly value: string; readonly reason: string; readonly movedBecause: string }
}

const AgreeForm = ({ evaluation, at, row, isCounted, errors, fields }: AgreeProps) => (
  <Form action={evaluationPath(evaluation.id, `moderation/${at}/${row.bid.id}`)} warnsOfUnsentChanges>
    <Input
      id="value"
      name="value"
      label={isCounted ? 'Amount that counts' : 'Score that the panel agreed on'}
      classes="govuk-input--width-5"
      inputmode="numeric"
      value={fields.value}
      errorMessage={errorOf(errors, 'value')}
    />
    <Textarea
      id="reason"
      name="reason"
      label={isCounted ? 'How it was counted' : 'What the bidder is told'}
      hint="It stands word for word in the assessment summary"
      rows={4}
      value={fields.reason}
      errorMessage={errorOf(errors, 'reason')}
    />
    {!isCounted && (
      <Textarea
        id="movedBecause"
        name="movedBecause"
        label="Why the panel moved from what its members gave"
        hint="Needed where scores differ. “We took the average” is no reason"
        rows={3}
        value={fields.movedBecause}
        errorMessage={errorOf(errors, 'movedBecause')}
      />
    )}
    <Button preventDoubleClick>Keep what was agreed</Button>
  </Form>
)

export const AgreeView = (props: AgreeProps) => {
  const { evaluation, criterion, row, questions, history, mayAgree } = props
  return (
    <>
      <FormErrorSummary errors={props.errors} />
      <EvaluationHead evaluation={evaluation} title={`Bidder ${row.bid.letter}: ${criterion.name}`} />
      {questions.map(({ question, answer }) => (
        <section>
          <h2>{question.text}</h2>
          <InsetText>
            <AnswerText answer={answer} at={evaluationPath(evaluation.id, `bids/${row.bid.id}`)} />
          </InsetText>
        </section>
      ))}
      <h2>What each gave</h2>
      <ul class="govuk-list govuk-list--bullet">
        {row.given.map(({ name, score }) => (
          <li>
            {name}: {score === null ? 'no score' : `${score.score}. ${score.reason}`}
          </li>
        ))}
      </ul>
      {mayAgree && <AgreeForm {...props} />}
      {history.length > 0 && (
        <>
          <h2>What was agreed</h2>
          <ol class="govuk-list govuk-list--number">
            {history.map((one) => (
              <li>
                {one.value} ({HOW_NAMES[one.how]}), {one.personName}, {formatInstant(one.agreedAt)}
                <span class="gt-under">{one.reason}</span>
                {one.movedBecause && <span class="gt-under">Moved because: {one.movedBecause}</span>}
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  )
}
