import type { FieldError } from '../../../platform/http/form.ts'
import { errorOf, Input } from '../../../platform/views/views.ts'

type Props = {
  readonly errors: readonly FieldError[]
  readonly fields: Readonly<Record<string, string>>
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly classes?: string
}

/** A line of text of a form, as it was typed, with its error. */
export const TextField = ({ name, label, hint, classes, fields, errors }: Props) => (
  <Input
    id={name}
    name={name}
    label={label}
    hint={hint}
    classes={classes}
    value={fields[name]}
    errorMessage={errorOf(errors, name)}
  />
)
