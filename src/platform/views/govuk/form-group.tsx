import type { ComponentChildren } from 'preact'
import { type Attributes, classes, spread } from './attributes.ts'
import { contentOf, expand, type Html, type Shorthand, type Text } from './content.ts'
import { ErrorMessage } from './error-message.tsx'
import { Fieldset } from './fieldset.tsx'
import { Hint } from './hint.tsx'
import type { ErrorMessageOptions, FieldsetOptions, HintOptions } from './props.generated.ts'

interface Slot {
  readonly text?: Text | undefined
  readonly html?: Html | undefined
}

interface Messages {
  readonly hint?: HintOptions | Shorthand | false | null | undefined
  readonly errorMessage?: ErrorMessageOptions | Shorthand | false | null | undefined
}

interface FormGroupProps {
  readonly formGroup?: { classes?: string | undefined; attributes?: Attributes | undefined } | undefined
  readonly errorMessage?: Messages['errorMessage']
  readonly children: ComponentChildren
}

/** The box round a field, marked when the field has an error. */
export const FormGroup = ({ formGroup, errorMessage, children }: FormGroupProps) => (
  <div
    class={classes('govuk-form-group', errorMessage && 'govuk-form-group--error', formGroup?.classes)}
    {...spread(formGroup?.attributes)}
  >
    {children}
  </div>
)

/** The ids that describe a field: those given, then its hint, then its error. */
export const describedBy = (id: string, given: string | undefined, p: Messages): string | undefined =>
  classes(given, p.hint && `${id}-hint`, p.errorMessage && `${id}-error`) || undefined

/** The hint and the error of a field, with the ids that `describedBy` names. */
export const FieldMessages = ({ id, hint, errorMessage }: Messages & { readonly id: string }) => (
  <>
    {hint && <Hint {...expand<HintOptions>(hint)} id={`${id}-hint`} />}
    {errorMessage && <ErrorMessage {...expand<ErrorMessageOptions>(errorMessage)} id={`${id}-error`} />}
  </>
)

/** What a page puts before or after the control of a field. */
export const FieldSlot = ({ slot }: { readonly slot: Slot | Shorthand | undefined }) => (
  <>{contentOf(expand<Slot>(slot) ?? {})}</>
)

interface GroupedProps {
  readonly fieldset: FieldsetOptions | undefined
  readonly describedBy: string | undefined
  readonly role?: string
  readonly children: ComponentChildren
}

/** Puts a group of controls in a fieldset, where the page asks for one. */
export const Grouped = ({ fieldset, describedBy, role, children }: GroupedProps) =>
  fieldset ? (
    <Fieldset
      legend={fieldset.legend}
      classes={fieldset.classes}
      attributes={fieldset.attributes}
      describedBy={describedBy}
      role={role}
    >
      {children}
    </Fieldset>
  ) : (
    <>{children}</>
  )
