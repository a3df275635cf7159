import type { TypedDay } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import { Button, errorOf, Form, FormErrorSummary, Select, Textarea } from '../../../platform/views/views.ts'
import type { Contract } from '../model.ts'
import { DayField } from './day-field.tsx'
import { TextField } from './text-field.tsx'

type Props = {
  readonly contract: Contract
  readonly errors: readonly FieldError[]
  readonly fields: Readonly<Record<string, string>>
  readonly commencedOn: TypedDay
  readonly enteredOn: TypedDay
}

type Choice = {
  readonly name: string
  readonly label: string
  readonly items: readonly (readonly [string, string])[]
}

const Choose = ({ name, label, items, fields, errors }: Choice & Props) => (
  <Select
    id={name}
    name={name}
    label={label}
    errorMessage={errorOf(errors, name)}
    items={items.map(([value, text]) => ({ value, text, selected: fields[name] === value }))}
  />
)

const Kind = (props: Props) => (
  <>
    <Choose
      {...props}
      name="subject"
      label="Mainly"
      items={[
        ['', 'Not known'],
        ['goods', 'Goods'],
        ['services', 'Services'],
        ['works', 'Works'],
      ]}
    />
    <Choose
      {...props}
      name="lightTouch"
      label="Light touch services?"
      items={[
        ['', 'Not known'],
        ['no', 'No'],
        ['yes', 'Yes'],
      ]}
    />
    <Choose
      {...props}
      name="arrangement"
      label="It is"
      items={[
        ['contract', 'A contract'],
        ['call-off', 'A call-off under a framework'],
        ['framework', 'A framework'],
      ]}
    />
  </>
)

export const EditLegalView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <span class="govuk-caption-l">{props.contract.title}</span>
    <h1>What the law needs to know</h1>
    <p>
      Whether indicators have to be set, and what a change needs, hangs on these facts. Leave out what is not
      known: the answers then say what is missing.
    </p>
    <Form warnsOfUnsentChanges>
      <Kind {...props} />
      <DayField
        name="commencedOn"
        legend="Day the procurement commenced"
        hint="The day of the tender or transparency notice decides which law applies"
        value={props.commencedOn}
        errors={props.errors}
      />
      <DayField
        name="enteredOn"
        legend="Day the contract was entered into"
        value={props.enteredOn}
        errors={props.errors}
      />
      <TextField
        {...props}
        name="most"
        label="The most it can be worth, with VAT"
        hint="In pounds, with every option and extension"
        classes="govuk-input--width-10"
      />
      <TextField
        {...props}
        name="termMonths"
        label="The longest it can run, in months"
        classes="govuk-input--width-5"
      />
      <Textarea
        id="noIndicatorsBecause"
        name="noIndicatorsBecause"
        label="Why performance could not be judged by indicators"
        hint="Leave it empty where it can. The reason is kept on record (section 52(2))"
        rows={3}
        value={props.fields['noIndicatorsBecause']}
        errorMessage={errorOf(props.errors, 'noIndicatorsBecause')}
      />
      <Button preventDoubleClick>Write it down</Button>
    </Form>
  </>
)
