import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  errorOf,
  Form,
  FormErrorSummary,
  InsetText,
  Radios,
  Textarea,
} from '../../../platform/views/views.ts'
import { type BidAnswer, DESCRIPTORS, type Evaluation, type Question } from '../model.ts'
import type { Desk } from '../rules/scores.ts'
import { AnswerText } from './answer-text.tsx'
import { evaluationPath } from './paths.ts'
import { EvaluationHead } from './stage-tag.tsx'

type DeskProps = {
  readonly evaluation: Evaluation
  readonly isOnPanel: boolean
  readonly hasHandedIn: boolean
  readonly left: number
  readonly first: Desk | null
  readonly criteria: readonly {
    readonly criterion: string
    readonly at: number
    readonly entries: readonly (Desk & { readonly score: number | null })[]
  }[]
  readonly errors: readonly FieldError[]
}

const Entries = ({ evaluation, criteria }: DeskProps) => (
  <>
    {criteria.map(({ criterion, at, entries }) => (
      <>
        <h2>{criterion}</h2>
        <ul class="govuk-list">
          {entries.map((entry) => (
            <li>
              <a href={evaluationPath(evaluation.id, `desk/${at}/${entry.bidId}`)}>
                Bidder {entry.letter}
                {evaluation.lots.length > 1 && `, lot ${entry.lot}`}
              </a>
              : {entry.score === null ? 'not scored yet' : `your score is ${entry.score}`}
            </li>
          ))}
        </ul>
      </>
    ))}
  </>
)

export const DeskView = (props: DeskProps) => {
  const { evaluation, isOnPanel, hasHandedIn, left, criteria, errors } = props
  return (
    <>
      <FormErrorSummary errors={errors} />
      <EvaluationHead evaluation={evaluation} title="Your desk" />
      {!isOnPanel && <p>You are not on the panel of this evaluation.</p>}
      {isOnPanel && criteria.length === 0 && (
        <p>
          <a href={evaluationPath(evaluation.id, 'interests')}>Declare your interests</a> first. Then the
          answers that you score stand here.
        </p>
      )}
      {hasHandedIn && (
        <InsetText>You have handed in. You see what others gave once everybody has handed in.</InsetText>
      )}
      <Entries {...props} />
      {isOnPanel && !hasHandedIn && criteria.length > 0 && evaluation.stage === 'scoring' && (
        <>
          <h2>Hand in</h2>
          <p>
            {left === 0
              ? 'Everything is scored. Once handed in, your scores never change.'
              : `${left} answers are left to score.`}
          </p>
          <Form action={evaluationPath(evaluation.id, 'hand-in')}>
            <Button preventDoubleClick>Hand in my scores</Button>
          </Form>
        </>
      )}
    </>
  )
}

type AnswerProps = {
  readonly evaluation: Evaluation
  readonly criterion: { readonly name: string; readonly weight: string; readonly question: string }
  readonly at: number
  readonly entry: Desk
  readonly position: number
  readonly of: number
  readonly questions: readonly { readonly question: Question; readonly answer: BidAnswer | undefined }[]
  readonly isLocked: boolean
  readonly errors: readonly FieldError[]
  readonly fields: { readonly score: string; readonly reason: string }
}

const wordsOf = (answer: BidAnswer | undefined): number =>
  (answer?.words ?? '').split(/\s+/).filter(Boolean).length

const ScoreForm = ({ evaluation, at, entry, errors, fields }: AnswerProps) => (
  <Form action={evaluationPath(evaluation.id, `desk/${at}/${entry.bidId}`)} warnsOfUnsentChanges>
    <Radios
      name="score"
      idPrefix="score"
      fieldset={{ legend: { text: 'Your score', classes: 'govuk-fieldset__legend--m' } }}
      items={DESCRIPTORS.map(({ score, name, described }) => ({
        value: String(score),
        text: `${score}: ${name}`,
        hint: described,
      }))}
      value={fields.score}
      errorMessage={errorOf(errors, 'score')}
    />
    <Textarea
      id="reason"
      name="reason"
      label="Your reason"
      hint="What in the answer earns this score, and what is missing. At least 20 characters"
      rows={5}
      value={fields.reason}
      errorMessage={errorOf(errors, 'reason')}
    />
    <Button preventDoubleClick>Keep it and go on</Button>
  </Form>
)

/** One answer, one criterion, its descriptors, my score, my reason. */
export const ScoreAnswerView = (props: AnswerProps) => {
  const { evaluation, criterion, entry, position, of, questions, isLocked, errors } = props
  return (
    <>
      <FormErrorSummary errors={errors} />
      <EvaluationHead evaluation={evaluation} title={`Bidder ${entry.letter}: ${criterion.name}`} />
      <p>
        Answer {position} of {of}. The criterion has {criterion.weight} points of 100.
      </p>
      {questions.map(({ question, answer }) => (
        <section>
          <h2>{question.text}</h2>
          <InsetText>
            <AnswerText answer={answer} at={evaluationPath(evaluation.id, `bids/${entry.bidId}`)} />
          </InsetText>
          {question.wordLimit !== null && (
            <p class="gt-under">
              {wordsOf(answer)} of at most {question.wordLimit} words
            </p>
          )}
        </section>
      ))}
      {isLocked ? (
        <p>
          Your score was {props.fields.score || 'not given'}. {props.fields.reason}
        </p>
      ) : (
        <ScoreForm {...props} />
      )}
    </>
  )
}
