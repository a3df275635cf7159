import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  errorOf,
  Form,
  FormErrorSummary,
  Input,
  Select,
  Textarea,
} from '../../../platform/views/views.ts'
import { CRITERION_KIND_WORDS, METHOD_WORDS } from '../messages/ask-words.ts'
import { ASK_METHODS, CRITERION_KINDS, type WeightPolicy } from '../model/ask.ts'
import type { EngagementNote } from '../model/engagement.ts'
import type { TypedBecause } from './ask-request.ts'
import { BecauseFields } from './because-fields.tsx'
import type { TypedCriterion } from './criteria-form.ts'

type Props = {
  readonly title: string
  readonly rows: readonly TypedCriterion[]
  readonly policy: WeightPolicy | null
  readonly weightReason: string
  readonly typed: TypedBecause
  readonly notes: readonly EngagementNote[]
  readonly errors: readonly FieldError[]
}
type RowProps = {
  readonly row: TypedCriterion
  readonly index: number
  readonly errors: readonly FieldError[]
}

const Row = ({ row, index, errors }: RowProps) => {
  const at = (field: string) => `${field}-${index}`
  const text = (field: keyof TypedCriterion, label: string, hint: string, size: string) => (
    <Input
      id={at(field)}
      name={at(field)}
      label={label}
      hint={hint || undefined}
      classes={size}
      value={row[field]}
      errorMessage={errorOf(errors, at(field))}
    />
  )
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
        {row.name || `Another criterion (${index + 1})`}
      </legend>
      {text(
        'name',
        'Name',
        row.name ? 'Empty it to remove the criterion' : 'Leave empty if there are no more',
        '',
      )}
      {text('weight', 'Points of 100', '', 'govuk-input--width-4')}
      <Select
        id={at('kind')}
        name={at('kind')}
        label="What it scores"
        value={row.kind}
        items={CRITERION_KINDS.map((value) => ({ value, text: CRITERION_KIND_WORDS[value] }))}
        errorMessage={errorOf(errors, at('kind'))}
      />
      <Select
        id={at('method')}
        name={at('method')}
        label="Method"
        value={row.method}
        items={ASK_METHODS.map((value) => ({ value, text: METHOD_WORDS[value] }))}
        errorMessage={errorOf(errors, at('method'))}
      />
      {text(
        'benchmark',
        'Figure to compare with',
        'For a benchmark and for bands: pounds, or units',
        'govuk-input--width-10',
      )}
      <Textarea
        id={at('question')}
        name={at('question')}
        label="Question to bidders"
        rows={2}
        value={row.question}
        errorMessage={errorOf(errors, at('question'))}
      />
      {text(
        'wordLimit',
        'Word limit',
        'Keeps big firms with bid writers from writing more',
        'govuk-input--width-4',
      )}
    </fieldset>
  )
}

export const EditCriteriaView = ({ title, rows, policy, weightReason, typed, notes, errors }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <span class="govuk-caption-l">{title}</span>
    <h1>Award criteria and weights</h1>
    <p>
      The points add up to 100.{' '}
      {policy
        ? `Your policy gives social value ${policy.weight} (${policy.source}).`
        : 'Your policy does not say yet how much social value weighs.'}{' '}
      A fixed benchmark and absolute bands are the default, because then no other bid can change who wins.
    </p>
    <Form warnsOfUnsentChanges>
      {rows.map((row, index) => (
        <Row row={row} index={index} errors={errors} />
      ))}
      <Textarea
        id="weightReason"
        name="weightReason"
        label="Why the weight of social value is not the policy’s"
        hint="Only if it is not"
        rows={2}
        value={weightReason}
        errorMessage={errorOf(errors, 'weightReason')}
      />
      <BecauseFields typed={typed} notes={notes} errors={errors} />
      <Button preventDoubleClick>Save</Button>
    </Form>
  </>
)
