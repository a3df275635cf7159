import { type TypedDay } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import { DateInput, errorOf } from '../../../platform/views/views.ts'

type Props = {
  readonly name: string
  readonly legend: string
  readonly hint?: string
  readonly value: TypedDay
  readonly errors: readonly FieldError[]
}

/** A day of a form, as it was typed, with its error. */
export const DayField = ({ name, legend, hint, value, errors }: Props) => (
  <DateInput
    id={name}
    namePrefix={name}
    fieldset={{ legend: { text: legend } }}
    hint={hint}
    values={value}
    errorMessage={errorOf(errors, `${name}-day`)}
  />
)
