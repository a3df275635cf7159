import type { FieldError } from '../../../platform/http/form.ts'
import { Button, errorOf, Form, FormErrorSummary, Input } from '../../../platform/views/views.ts'
import type { SeenTender } from './tender-request.ts'

type Props = {
  readonly seen: SeenTender
  readonly weights: readonly { readonly name: string; readonly weight: string }[]
  readonly errors: readonly FieldError[]
}

export const EditWeightsView = ({ seen, weights, errors }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <span class="govuk-caption-l">{seen.tender.title}</span>
    <h1>Weights</h1>
    <p>
      They change with an amendment only, for everybody to read, and not at all once a bid was handed in. They
      add up to 100.
    </p>
    <Form warnsOfUnsentChanges>
      <input type="hidden" name="seen" value={seen.revision} />
      {weights.map(({ name, weight }, at) => (
        <Input
          id={`weight-${at}`}
          name={`weight-${at}`}
          label={name}
          classes="govuk-input--width-5"
          inputmode="decimal"
          value={weight}
          errorMessage={errorOf(errors, `weight-${at}`)}
        />
      ))}
      <Button preventDoubleClick>Save</Button>
    </Form>
  </>
)
