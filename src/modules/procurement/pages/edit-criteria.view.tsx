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

type TextFieldProps = RowProps & {
  readonly field: keyof TypedCriterion
  readonly label: string
  readonly hint?: string
  readonly size?: string
}

const TextField = ({ row, index, errors, field, label, hint, size = '' }: TextFieldProps) => {
  const name = `${field}-${index}`
  return (
    <Input
      id={name}
      name={name}
      label={label}
      hint={hint}
      classes={size}
      value={row[field]}
      errorMessage={errorOf(errors, name)}
    />
  )
}

const KindAndMethod = ({ row, index, errors }: RowProps) => (
  <>
    <Select
      id={`kind-${index}`}
      name={`kind-${index}`}
      label="What it scores"
      value={row.kind}
      items={CRITERION_KINDS.map((value) => ({ value, text: CRITERION_KIND_WORDS[value] }))}
      errorMessage={errorOf(errors, `kind-${index}`)}
    />
    <Select
      id={`method-${index}`}
      name={`method-${index}`}
      label="Method"
      value={row.method}
      items={ASK_METHODS.map((value) => ({ value, text: METHOD_WORDS[value] }))}
      errorMessage={errorOf(errors, `method-${index}`)}
    />
  </>
)

const Question = ({ row, index, errors }: RowProps) => (
  <Textarea
    id={`question-${index}`}
    name={`question-${index}`}
    label="Question to bidders"
    rows={2}
    value={row.question}
    errorMessage={errorOf(errors, `question-${index}`)}
  />
)

const Row = (props: RowProps) => {
  const { row, index } = props
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
        {row.name || `Another criterion (${index + 1})`}
      </legend>
      <TextField
        {...props}
        field="name"
        label="Name"
        hint={row.name ? 'Empty it to remove the criterion' : 'Leave empty if there are no more'}
      />
      <TextField {...props} field="weight" label="Points of 100" size="govuk-input--width-4" />
      <KindAndMethod {...props} />
      <TextField
        {...props}
        field="benchmark"
        label="Figure to compare with"
        hint="For a benchmark and for bands: pounds, or units"
        size="govuk-input--width-10"
      />
      <Question {...props} />
      <TextField
        {...props}
        field="wordLimit"
        label="Word limit"
        hint="Keeps big firms with bid writers from writing more"
        size="govuk-input--width-4"
      />
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
