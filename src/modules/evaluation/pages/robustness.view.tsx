import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  Form,
  FormErrorSummary,
  formatInstant,
  InsetText,
} from '../../../platform/views/views.ts'
import { KIND_NAMES, METHOD_NAMES } from '../messages.ts'
import type { Evaluation } from '../model.ts'
import type { Results } from '../read-results.ts'
import type { LotResult } from '../score-lot.ts'
import type { Looked } from '../store/decisions.ts'
import { evaluationPath } from './paths.ts'
import { EvaluationHead } from './stage-tag.tsx'

type Props = Results & {
  readonly evaluation: Evaluation
  readonly errors: readonly FieldError[]
  readonly seen: readonly Looked[]
  readonly hasSeen: boolean
}
type Robust = NonNullable<LotResult['robustness']>
type OfLot = { readonly code: string; readonly robust: Robust; readonly winner: string | null }

const breakWords = (breaking: { readonly weight: string; readonly levelWith: string } | null): string =>
  breaking ? `${Number(breaking.weight).toFixed(2)}: level with ${breaking.levelWith}` : 'no weight'

const Weights = ({ code, robust: { weights } }: OfLot) => (
  <DataTable
    id={`weights-${code}`}
    caption="If weights were other than published"
    rows={weights.tests.slice(0, 40)}
    onPhone="stack"
    basis={{
      period: `Winner holds: each weight by up to ${weights.range} points up and down`,
      coverage: weights.rule,
    }}
    columns={[
      { name: 'criterion', header: 'Criterion', cell: (test) => test.criterion },
      { name: 'weight', header: 'Weight', isNumeric: true, cell: (test) => test.weight },
      { name: 'holds', header: 'Winner holds', cell: (test) => (test.winnerHolds ? 'Yes' : 'No') },
      {
        name: 'below',
        header: 'First changes below',
        cell: (test) => breakWords(test.levelAtLowerWeight),
      },
      {
        name: 'above',
        header: 'First changes above',
        cell: (test) => breakWords(test.levelAtHigherWeight),
      },
    ]}
    empty={{ title: 'No weights to move', purpose: 'There is one criterion only.' }}
  />
)

const Formulas = ({ code, robust }: OfLot) => (
  <DataTable
    id={`formulas-${code}`}
    caption="Under other published formulas"
    rows={robust.alternativeFormulas}
    onPhone="stack"
    columns={[
      { name: 'for', header: 'For', cell: (other) => KIND_NAMES[other.for] ?? other.for },
      {
        name: 'method',
        header: 'Formula',
        cell: (other) => (
          <>
            {METHOD_NAMES[other.method] ?? other.method}
            {other.note && <span class="gt-under">{other.note}</span>}
          </>
        ),
      },
      { name: 'winner', header: 'First', cell: (other) => other.winner.join(', ') },
      {
        name: 'changes',
        header: 'Changes the winner',
        cell: (other) => (other.changesWinner ? 'Yes' : 'No'),
      },
    ]}
    empty={{ title: 'No other formula to try', purpose: 'Nothing here is counted by a formula.' }}
  />
)

const Sentences = ({ robust: { singleScores, irrelevantBids } }: OfLot) => (
  <>
    <h3>One score alone</h3>
    {singleScores.found === 0 ? (
      <p>No single score, changed alone, would change the winner.</p>
    ) : (
      <>
        <p>{singleScores.found} single changes would change the winner. The smallest:</p>
        <ul class="govuk-list govuk-list--bullet">
          {singleScores.smallest.map(({ sentence }) => (
            <li>{sentence}</li>
          ))}
        </ul>
      </>
    )}
    <h3>Bids that cannot win</h3>
    <p>
      {irrelevantBids.tried.losingBidsRemoved} losing bids were taken away and{' '}
      {irrelevantBids.tried.losingBidsAdded} made-up losing bids were added.{' '}
      {irrelevantBids.winnerChanges
        ? 'One that nobody wants decides who wins:'
        : 'None of them decides who wins.'}
    </p>
    <ul class="govuk-list govuk-list--bullet">
      {[...irrelevantBids.removed, ...irrelevantBids.added].map(({ sentence }) => (
        <li>{sentence}</li>
      ))}
    </ul>
  </>
)

const Lot = (props: OfLot) => (
  <>
    <p>
      First is {props.winner ?? 'nobody'}.{' '}
      {props.robust.weights.winnerHolds
        ? 'No weight within the range changes that.'
        : 'A small change of weights would change that.'}
    </p>
    <Weights {...props} />
    <Formulas {...props} />
    <Sentences {...props} />
  </>
)

const Seen = ({ evaluation, seen, hasSeen }: Props) => (
  <>
    {seen.length > 0 && (
      <p>
        Looked at by{' '}
        {seen.map(({ personName, seenAt }) => `${personName} (${formatInstant(seenAt)})`).join(', ')}.
      </p>
    )}
    {evaluation.stage === 'approval' && !hasSeen && (
      <Form action={evaluationPath(evaluation.id, 'robustness')}>
        <Button preventDoubleClick>I have looked at these tests</Button>
      </Form>
    )}
  </>
)

export const RobustnessView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <EvaluationHead evaluation={props.evaluation} title="How robust is it?" />
    <InsetText>
      The published criteria decide. These tests show what the decision hangs on; whoever approves looks at
      them first, and that is recorded.
    </InsetText>
    {props.lots.length === 0 && <p>There is no result to test yet.</p>}
    {props.lots.map(({ lot, scored }) => (
      <section>
        <h2>{lot.name ? `Lot ${lot.code}: ${lot.name}` : `Lot ${lot.code}`}</h2>
        {scored.kind === 'scored' && scored.result.robustness ? (
          <Lot code={lot.code} robust={scored.result.robustness} winner={scored.result.winner} />
        ) : (
          <p>
            {scored.kind === 'open'
              ? 'The result cannot be worked out yet.'
              : 'There is no single bid to test against others.'}
          </p>
        )}
      </section>
    ))}
    <Seen {...props} />
  </>
)
