import type { FieldError } from '../../../platform/http/form.ts'
import { Button, errorOf, Form, FormErrorSummary, Select } from '../../../platform/views/views.ts'
import type { Contract } from '../model.ts'
import { TextField } from './text-field.tsx'

type Props = {
  readonly contract: Contract
  readonly errors: readonly FieldError[]
  readonly fields: Readonly<Record<string, string>>
}

const YES_NO = [
  ['', 'Not said: as the registers tell'],
  ['yes', 'Yes'],
  ['no', 'No'],
] as const

type Choice = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly items: readonly (readonly [string, string])[]
}
const Choose = ({ name, label, hint, items, fields, errors }: Choice & Props) => (
  <Select
    id={name}
    name={name}
    label={label}
    hint={hint}
    errorMessage={errorOf(errors, name)}
    items={items.map(([value, text]) => ({ value, text, selected: fields[name] === value }))}
  />
)

export const EditCodeFactsView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <span class="govuk-caption-l">{props.contract.title}</span>
    <h1>What the Transparency Code asks</h1>
    <p>
      The Local Government Transparency Code 2015 has these columns in the list of contracts over £5,000. What
      nobody has said is left empty there.
    </p>
    <Form warnsOfUnsentChanges>
      <TextField
        {...props}
        name="vat"
        label="VAT that cannot be recovered"
        hint="In pounds, over the length of the contract; 0 where all of it can be"
        classes="govuk-input--width-10"
      />
      <Choose
        {...props}
        name="invitation"
        label="How was it bought?"
        hint="Contracts made of an award here are known to come from a published tender"
        items={[
          ['', 'Not said'],
          ['quote', 'Invitation to quote'],
          ['tender', 'Published invitation to tender'],
          ['none', 'Neither'],
        ]}
      />
      <Choose
        {...props}
        name="sme"
        label="Is the supplier a small or medium-sized enterprise?"
        items={YES_NO}
      />
      <Choose
        {...props}
        name="vcse"
        label="Is it a voluntary or community sector organisation?"
        items={YES_NO}
      />
      <Button preventDoubleClick>Write it down</Button>
    </Form>
  </>
)
