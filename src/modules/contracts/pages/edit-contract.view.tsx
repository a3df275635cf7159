import { type TypedDay } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DateInput,
  errorOf,
  Form,
  FormErrorSummary,
  Textarea,
} from '../../../platform/views/views.ts'
import { TextField } from './text-field.tsx'

type Props = {
  readonly title: string
  readonly errors: readonly FieldError[]
  readonly fields: Readonly<Record<string, string>>
  readonly startsOn: TypedDay
  readonly endsOn: TypedDay
}

const WhoAndWhat = (props: Props) => (
  <>
    <TextField
      {...props}
      name="reference"
      label="Reference"
      hint="As your ledger has it: payments that bear it are linked to this contract"
      classes="govuk-input--width-20"
    />
    <TextField {...props} name="title" label="Title" />
    <TextField {...props} name="supplierName" label="Supplier" />
    <TextField
      {...props}
      name="companyNumber"
      label="Company number"
      hint="It links the contract to what was paid, for certain"
      classes="govuk-input--width-10"
    />
    <TextField
      {...props}
      name="charityNumber"
      label="Charity number, without a company number"
      classes="govuk-input--width-10"
    />
    <TextField
      {...props}
      name="value"
      label="Value in pounds, without VAT"
      hint="For the whole term without extensions"
      classes="govuk-input--width-10"
    />
  </>
)

const Term = (props: Props) => (
  <>
    <DateInput
      id="startsOn"
      namePrefix="startsOn"
      fieldset={{ legend: { text: 'First day' } }}
      values={props.startsOn}
      errorMessage={errorOf(props.errors, 'startsOn-day')}
    />
    <DateInput
      id="endsOn"
      namePrefix="endsOn"
      fieldset={{ legend: { text: 'Last day, without extensions' } }}
      hint="Leave it empty for a contract that rolls on"
      values={props.endsOn}
      errorMessage={errorOf(props.errors, 'endsOn-day')}
    />
  </>
)

export const EditContractView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <h1>{props.title}</h1>
    <Form warnsOfUnsentChanges>
      <WhoAndWhat {...props} />
      <Term {...props} />
      <TextField {...props} name="department" label="Department" />
      <TextField {...props} name="lot" label="Lot" classes="govuk-input--width-10" />
      <TextField {...props} name="manager" label="Contract manager" />
      <TextField
        {...props}
        name="supplierContact"
        label="Who answers at the supplier"
        hint="A role rather than a name"
      />
      <TextField {...props} name="cpv" label="CPV codes" hint="Eight digits each, with spaces between" />
      <Textarea
        id="description"
        name="description"
        label="Description"
        value={props.fields['description']}
        errorMessage={errorOf(props.errors, 'description')}
      />
      <Button preventDoubleClick>Save</Button>
    </Form>
  </>
)
