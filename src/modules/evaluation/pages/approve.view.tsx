import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  errorOf,
  Form,
  FormErrorSummary,
  formatInstant,
  formatPounds,
  InsetText,
  Radios,
  Textarea,
} from '../../../platform/views/views.ts'
import type { Approval, ApprovalLimit, Evaluation } from '../model.ts'
import type { FrozenResult } from '../store/decisions.ts'
import { evaluationPath } from './paths.ts'
import { EvaluationHead } from './stage-tag.tsx'

type Props = {
  readonly evaluation: Evaluation
  readonly results: readonly FrozenResult[]
  readonly approvals: readonly (Approval & { readonly resultNumber: number })[]
  readonly limit: ApprovalLimit | undefined
  readonly isApproved: boolean
  readonly hasSeen: boolean
  readonly mayApprove: boolean
  readonly errors: readonly FieldError[]
  readonly fields: { readonly decision: string; readonly note: string }
}

const limitWords = ({ limit, evaluation }: Props): string =>
  limit
    ? `An award of ${formatPounds(evaluation.valuePence)} takes ${limit.people} people who are one of: ${limit.roles.join(', ')}. Whoever led or scored is none of them.`
    : 'No limit is set for this value.'

const Decide = ({ errors, fields }: Props) => (
  <Form>
    <Radios
      name="decision"
      idPrefix="decision"
      fieldset={{ legend: { text: 'What do you decide?' } }}
      items={[
        { value: 'approve', text: 'I approve this result' },
        { value: 'refuse', text: 'I send it back to the panel' },
      ]}
      value={fields.decision}
      errorMessage={errorOf(errors, 'decision')}
    />
    <Textarea
      id="note"
      name="note"
      label="Note"
      hint="Needed where you send it back"
      rows={3}
      value={fields.note}
      errorMessage={errorOf(errors, 'note')}
    />
    <Button preventDoubleClick>Decide</Button>
  </Form>
)

export const ApproveView = (props: Props) => {
  const { evaluation, results, approvals, mayApprove, hasSeen, isApproved } = props
  return (
    <>
      <FormErrorSummary errors={props.errors} />
      <EvaluationHead evaluation={evaluation} title="Approval" />
      <p>{limitWords(props)}</p>
      {results.map(({ lot, number, content, fingerprint }) => (
        <InsetText>
          Lot {lot}, result {number}: first is {content.winner}, with {content.ranking[0]?.totalShown} points.{' '}
          <a href={evaluationPath(evaluation.id, 'result')}>See the result</a>
          <span class="gt-under">
            Fingerprint of what is approved: <code class="gt-code">{fingerprint}</code>
          </span>
        </InsetText>
      ))}
      <DataTable
        id="approvals"
        caption="Who has decided"
        rows={approvals}
        onPhone="stack"
        columns={[
          { name: 'who', header: 'Who', cell: (one) => `${one.personName}, ${one.role}` },
          { name: 'result', header: 'Result', isNumeric: true, cell: (one) => one.resultNumber },
          { name: 'what', header: 'Decision', cell: (one) => (one.isApproved ? 'Approved' : 'Sent back') },
          { name: 'note', header: 'Note', cell: (one) => one.note || 'None' },
          { name: 'when', header: 'When', cell: (one) => formatInstant(one.decidedAt) },
        ]}
        empty={{
          title: 'Nobody has decided yet',
          purpose: 'Two people who have not judged approve the result.',
        }}
      />
      {isApproved && (
        <p>
          Enough have approved. The lead can now{' '}
          <a href={evaluationPath(evaluation.id, 'award')}>announce the award</a>.
        </p>
      )}
      {mayApprove && !isApproved && !hasSeen && (
        <p>
          First look at the <a href={evaluationPath(evaluation.id, 'robustness')}>tests of robustness</a>.
        </p>
      )}
      {mayApprove && !isApproved && hasSeen && <Decide {...props} />}
    </>
  )
}
