import type { Priority } from '#strategy'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  Checkboxes,
  EmptyState,
  errorOf,
  Form,
  FormErrorSummary,
  formatCount,
  formatList,
  Textarea,
} from '../../../platform/views/views.ts'
import type { EngagementNote } from '../model/engagement.ts'
import type { TypedBecause } from './ask-request.ts'
import { BecauseFields } from './because-fields.tsx'

type Item = {
  readonly code: string
  readonly name: string
  readonly counts: string
  readonly kind: string
  readonly serves: readonly string[]
  readonly unsuitable: readonly string[]
}
type Props = {
  readonly title: string
  readonly at: string
  readonly priorities: readonly Priority[]
  readonly chosen: readonly string[]
  readonly items: readonly Item[]
  readonly ticked: readonly string[]
  readonly proportion: { readonly min: number; readonly max: number }
  readonly proportionReason: string
  readonly typed: TypedBecause
  readonly notes: readonly EngagementNote[]
  readonly errors: readonly FieldError[]
}

const Priorities = ({ priorities, chosen, at }: Props) =>
  priorities.length === 0 ? (
    <EmptyState
      title="No priority is adopted yet"
      purpose="Measures are offered for what the council wants. Adopt a strategy with priorities first."
      firstStep={{ text: 'Strategy', href: '/strategy' }}
    />
  ) : (
    <Form action={`${at}/priorities`}>
      <Checkboxes
        name="priority"
        idPrefix="priority"
        classes="govuk-checkboxes--small"
        fieldset={{ legend: 'Which priorities should this contract serve?' }}
        values={[...chosen]}
        items={priorities.map(({ id, title, plainWords }) => ({ value: id, text: title, hint: plainWords }))}
      />
      <Button classes="govuk-button--secondary">Show measures for these</Button>
    </Form>
  )

const hintOf = ({ counts, kind, serves, unsuitable }: Item): string =>
  [
    `${counts} (${kind})`,
    serves.length > 0 ? `Serves: ${formatList(serves)}.` : '',
    unsuitable.length > 0 ? `Does not suit this contract: ${unsuitable.join(' ')}` : '',
  ]
    .filter(Boolean)
    .join(' ')

export const ChooseMeasuresView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <span class="govuk-caption-l">{props.title}</span>
    <h1>Choose measures</h1>
    <p>
      In proportion: {props.proportion.min} to {formatCount(props.proportion.max, 'measure')}. Fewer that fit
      are worth more than many that do not.
    </p>
    <Priorities {...props} />
    {props.items.length > 0 && (
      <Form warnsOfUnsentChanges>
        <Checkboxes
          name="measures"
          idPrefix="measures"
          fieldset={{ legend: 'Measures, those that fit best first' }}
          values={[...props.ticked]}
          items={props.items.map((item) => ({ value: item.code, text: item.name, hint: hintOf(item) }))}
        />
        <Textarea
          id="proportionReason"
          name="proportionReason"
          label="Why more than is in proportion?"
          hint="Only if you choose more than that"
          rows={2}
          value={props.proportionReason}
          errorMessage={errorOf(props.errors, 'proportionReason')}
        />
        <BecauseFields typed={props.typed} notes={props.notes} errors={props.errors} />
        <Button preventDoubleClick>Save</Button>
      </Form>
    )}
  </>
)
