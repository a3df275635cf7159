import type { ComponentChildren } from 'preact'
import type { FieldError } from '../http/form.ts'
import { CsrfField } from './csrf-field.tsx'
import { ErrorSummary } from './govuk/error-summary.tsx'

interface FormProps {
  /** Without it the form goes to the page it is on. */
  readonly action?: string | undefined
  readonly hasFiles?: boolean | undefined
  /** Asks before the page is left with changes that were not sent; for long forms. */
  readonly warnsOfUnsentChanges?: boolean | undefined
  readonly id?: string | undefined
  readonly children: ComponentChildren
}

/** A form that changes something. Its fields are checked by the server, whose messages say how to put things right. */
export const Form = ({ action, hasFiles, warnsOfUnsentChanges, id, children }: FormProps) => (
  <form
    method="post"
    action={action}
    id={id}
    enctype={hasFiles ? 'multipart/form-data' : undefined}
    novalidate
    data-warn-unsent={warnsOfUnsentChanges ? '' : undefined}
  >
    <CsrfField />
    {children}
  </form>
)

/** The message about a field, for its `errorMessage`. */
export const errorOf = (errors: readonly FieldError[], field: string): string | undefined =>
  errors.find((error) => error.field === field)?.message

/**
 * The error summary at the top of a refused form; nothing where there is no error. Each message links to the field
 * with that id; a message about no field (`''`) has no link.
 */
export const FormErrorSummary = ({ errors }: { readonly errors: readonly FieldError[] }) =>
  errors.length > 0 ? (
    <ErrorSummary
      titleText="There is a problem"
      errorList={errors.map(({ field, message }) => ({ text: message, href: field && `#${field}` }))}
    />
  ) : null
