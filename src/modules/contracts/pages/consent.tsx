import type { FieldError } from '../../../platform/http/form.ts'
import { Checkboxes, errorOf } from '../../../platform/views/views.ts'

/** Shown once a story looks as if a person could be known by it. */
export const Consent = ({
  errors,
  isTicked,
}: {
  readonly errors: readonly FieldError[]
  readonly isTicked: boolean
}) =>
  isTicked || errorOf(errors, 'story') !== undefined ? (
    <Checkboxes
      name="consent"
      idPrefix="consent"
      fieldset={{ legend: { text: 'Consent', classes: 'govuk-visually-hidden' } }}
      items={[
        {
          value: 'yes',
          text: 'Everybody who can be known by this has agreed that it is told',
          checked: isTicked,
        },
      ]}
    />
  ) : null
