import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  Checkboxes,
  errorOf,
  Fieldset,
  Form,
  FormErrorSummary,
  Input,
  Select,
} from '../../../platform/views/views.ts'
import { TextField } from './text-field.tsx'

type Choice = { readonly value: string; readonly text: string }
type Props = {
  readonly title: string
  readonly errors: readonly FieldError[]
  readonly fields: Readonly<Record<string, string>>
  readonly years: readonly { readonly year: string; readonly field: string; readonly value: string }[]
  readonly measures: readonly Choice[]
  readonly priorities: readonly Choice[]
}

type ChoiceProps = Props & {
  readonly name: string
  readonly label: string
  readonly none: string
  readonly choices: readonly Choice[]
}

const Choose = ({ name, label, none, choices, fields, errors }: ChoiceProps) => (
  <Select
    id={name}
    name={name}
    label={label}
    items={[
      { value: '', text: none },
      ...choices.map((choice) => ({ ...choice, selected: fields[name] === choice.value })),
    ]}
    errorMessage={errorOf(errors, name)}
  />
)

const Years = ({ years, errors }: Props) => (
  <Fieldset legend={{ text: 'How many in each financial year?' }}>
    <p class="govuk-hint">
      Leave all empty for evenly over the term. Otherwise the years add up to the whole.
    </p>
    {years.map(({ year, field, value }) => (
      <Input
        id={field}
        name={field}
        label={year}
        classes="govuk-input--width-5"
        inputmode="decimal"
        value={value}
        errorMessage={errorOf(errors, field)}
      />
    ))}
  </Fieldset>
)

const WhatAndHowMuch = (props: Props) => (
  <>
    <Choose {...props} name="measure" label="Measure" none="None: described below" choices={props.measures} />
    <TextField
      {...props}
      name="title"
      label="What is promised"
      hint="Leave it empty to use the measure’s name"
    />
    <TextField {...props} name="quantity" label="How many in all" classes="govuk-input--width-10" />
    <TextField
      {...props}
      name="unit"
      label="Of what"
      hint="Such as hours; leave it empty to use the measure’s unit"
      classes="govuk-input--width-10"
    />
    <TextField
      {...props}
      name="unitValue"
      label="Value of one in pounds, as agreed at award"
      hint="It stays as agreed when the framework changes. Empty: the measure’s value today"
      classes="govuk-input--width-10"
    />
    <Checkboxes
      name="scalesWithSpend"
      idPrefix="scalesWithSpend"
      items={[{ value: 'yes', text: 'It grows with what is paid under the contract, not with time' }]}
      values={props.fields['scalesWithSpend'] === 'yes' ? ['yes'] : []}
      errorMessage={errorOf(props.errors, 'scalesWithSpend')}
    />
  </>
)

export const EditCommitmentView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <h1>{props.title}</h1>
    <Form warnsOfUnsentChanges>
      <WhatAndHowMuch {...props} />
      <Years {...props} />
      <TextField
        {...props}
        name="placeName"
        label="Ward or place"
        hint="Leave it empty for anywhere in the area"
      />
      <TextField
        {...props}
        name="evidenceRule"
        label="What shows that it was done"
        hint="Such as: payroll record of each start"
      />
      <TextField {...props} name="owner" label="Who answers for it here" hint="A role rather than a name" />
      <TextField {...props} name="supplierOwner" label="Who answers for it at the supplier" />
      <Choose
        {...props}
        name="priorityId"
        label="Priority it serves"
        none="None"
        choices={props.priorities}
      />
      <Button preventDoubleClick>Save</Button>
    </Form>
  </>
)
