import type { FieldError } from '../../../platform/http/form.ts'
import { Button, errorOf, Form, FormErrorSummary, Input, Textarea } from '../../../platform/views/views.ts'

export type TypedLot = { readonly name: string; readonly description: string; readonly value: string }

type Props = {
  readonly errors: readonly FieldError[]
  readonly revision: number
  readonly description: string
  readonly conditions: string
  readonly lots: readonly TypedLot[]
}

const Lot = ({
  lot,
  row,
  errors,
}: {
  readonly lot: TypedLot
  readonly row: number
  readonly errors: Props['errors']
}) => (
  <fieldset class="govuk-fieldset govuk-!-margin-bottom-4">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Lot {row + 1}</legend>
    <Input
      id={`lot-name-${row}`}
      name={`lot-name-${row}`}
      label="Name"
      value={lot.name}
      errorMessage={errorOf(errors, `lot-name-${row}`)}
    />
    <Textarea
      id={`lot-description-${row}`}
      name={`lot-description-${row}`}
      label="What it is"
      rows={2}
      value={lot.description}
    />
    <Input
      id={`lot-value-${row}`}
      name={`lot-value-${row}`}
      label="Worth about, in pounds without VAT"
      classes="govuk-input--width-10"
      value={lot.value}
      errorMessage={errorOf(errors, `lot-value-${row}`)}
    />
  </fieldset>
)

export const EditContentView = ({ errors, revision, description, conditions, lots }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>Description, lots and conditions</h1>
    <Form warnsOfUnsentChanges>
      <input type="hidden" name="seen" value={revision} />
      <Textarea
        id="description"
        name="description"
        label="What is wanted"
        hint="Plain words. What does not fit here belongs into a document"
        rows={10}
        value={description}
        errorMessage={errorOf(errors, 'description')}
      />
      <h2>Lots</h2>
      <p>A contract that is not divided has one lot. A row without a name is left out.</p>
      {lots.map((lot, row) => (
        <Lot lot={lot} row={row} errors={errors} />
      ))}
      <Textarea
        id="conditions"
        name="conditions"
        label="Conditions"
        hint="One a line, such as insurance that the winner must hold"
        rows={4}
        value={conditions}
        errorMessage={errorOf(errors, 'conditions')}
      />
      <Button preventDoubleClick>Save</Button>
    </Form>
  </>
)
