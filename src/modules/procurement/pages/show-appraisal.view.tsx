import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import { Button, Form, FormErrorSummary, formatDate } from '../../../platform/views/views.ts'
import type { TestSeen } from '../control-tests.ts'
import type { Appraisal, AppraisalContent, DeliveryOption } from '../model/appraisal.ts'
import type { TurningWeight } from '../rules/appraisal/turning-weights.ts'
import { ControlTestsTable } from './control-tests-table.tsx'
import { appraisalBasis, type OptionRow, OptionsTable } from './options-table.tsx'

type Turning = TurningWeight & { readonly shown: string; readonly changeShown: string }
type Props = {
  readonly title: string
  readonly at: string
  readonly appraisal: Appraisal | null
  readonly content: AppraisalContent
  readonly ranked: readonly OptionRow[]
  readonly turning: readonly Turning[]
  readonly cheapest: DeliveryOption | null
  readonly faults: readonly string[]
  readonly tests: readonly TestSeen[]
  readonly summary: { readonly href: string; readonly on: PlainDate } | null
  readonly mayEdit: boolean
  readonly mayPublish: boolean
  readonly errors: readonly FieldError[]
}

export const Sensitivity = ({
  turning,
  ranked,
  cheapest,
}: Pick<Props, 'turning' | 'ranked' | 'cheapest'>) => (
  <section>
    <h2>How firm is the first place?</h2>
    {ranked.length < 2 ? (
      <p>With fewer than two options there is no ranking.</p>
    ) : turning.length === 0 ? (
      <p>
        {ranked[1]?.place === 1
          ? 'Two options share the first place.'
          : 'No change of a single weight puts another option first.'}
      </p>
    ) : (
      <ul>
        {turning.map(({ criterion, shown, changeShown, leader, rival }) => (
          <li>
            If “{criterion.name}” weighed {shown} instead of {criterion.weight} ({changeShown} points),{' '}
            {rival.name} would draw level with {leader.name}.
          </li>
        ))}
      </ul>
    )}
    {cheapest && (
      <p>
        The least whole-life cost is that of {cheapest.name}. Cost stands beside the points and is not mixed
        into them.
      </p>
    )}
  </section>
)

const Finish = ({ faults, appraisal, at, mayPublish, summary }: Props) => (
  <section>
    <h2>Before it is published</h2>
    {faults.length === 0 ? (
      <p>Nothing is missing.</p>
    ) : (
      <ul>
        {faults.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    )}
    {summary && (
      <p>
        <a href={summary.href}>The summary as published on {formatDate(summary.on)}</a>
      </p>
    )}
    {mayPublish && (
      <Form action={`${at}/publish`}>
        <input type="hidden" name="seen" value={String(appraisal?.version ?? 0)} />
        <Button preventDoubleClick>Publish the summary</Button>
      </Form>
    )}
  </section>
)

export const ShowAppraisalView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <span class="govuk-caption-l">{props.title}</span>
    <h1>How it is delivered</h1>
    <p>{props.content.need || 'What the service has to do is not written down yet.'}</p>
    <OptionsTable
      rows={props.ranked}
      chosenId={props.content.chosenId}
      basis={appraisalBasis(props.content.criteria.length)}
      editAt={props.mayEdit ? props.at : undefined}
    />
    {props.mayEdit && (
      <p>
        <a href={`${props.at}/options/new`}>Add an option</a> ·{' '}
        <a href={`${props.at}/edit`}>Criteria, choice and reasons</a>
      </p>
    )}
    <Sensitivity {...props} />
    {props.content.chosenBecause && (
      <section>
        <h2>Why this way</h2>
        <p>{props.content.chosenBecause}</p>
      </section>
    )}
    <ControlTestsTable {...props} />
    <Finish {...props} />
  </>
)
