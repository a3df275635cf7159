import type { FieldError } from '../../../platform/http/form.ts'
import { DateInput, errorOf, Input } from '../../../platform/views/views.ts'
import type { TypedMoment } from './moment-fields.ts'

type Props = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value: TypedMoment
  readonly errors: readonly FieldError[]
}

/** A day and a time in London. */
export const MomentInput = ({ name, label, hint, value, errors }: Props) => (
  <>
    <DateInput
      id={name}
      namePrefix={name}
      fieldset={{ legend: { text: label } }}
      hint={hint}
      values={value}
      errorMessage={errorOf(errors, `${name}-day`)}
    />
    <Input
      id={`${name}-time`}
      name={`${name}-time`}
      label={`${label}: time in London`}
      classes="govuk-input--width-5"
      value={value.time}
      errorMessage={errorOf(errors, `${name}-time`)}
    />
  </>
)
