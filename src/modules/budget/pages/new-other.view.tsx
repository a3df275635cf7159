import type { TypedDay } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DateInput,
  errorOf,
  Form,
  FormErrorSummary,
  Input,
  Radios,
  Select,
} from '../../../platform/views/views.ts'
import { BASIS_NAMES, KIND_NAMES } from '../messages.ts'
import { OTHER_KINDS } from '../model.ts'

type Props = {
  readonly errors: readonly FieldError[]
  readonly fields: Readonly<Record<string, string>>
  readonly starts: TypedDay
  readonly ends: TypedDay
  readonly priorities: readonly { readonly id: string; readonly title: string }[]
}

type Field = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly width?: string
}

const Text = ({ name, label, hint, width, fields, errors }: Props & Field) => (
  <Input
    id={name}
    name={name}
    label={label}
    hint={hint}
    classes={width}
    value={fields[name]}
    errorMessage={errorOf(errors, name)}
  />
)

const WhatAndWho = (props: Props) => (
  <>
    <Radios
      name="kind"
      idPrefix="kind"
      fieldset={{ legend: { text: 'What it is' } }}
      errorMessage={errorOf(props.errors, 'kind')}
      items={OTHER_KINDS.map((kind) => ({
        value: kind,
        text: KIND_NAMES[kind],
        checked: props.fields.kind === kind,
      }))}
    />
    <Text {...props} name="title" label="Title" />
    <Text {...props} name="recipient" label="Who gets it" hint="Empty for what the council does itself" />
    <Text {...props} name="department" label="Department" />
    <Text
      {...props}
      name="given"
      label="Given, in pounds"
      hint="The grant; what the asset is worth less what is paid for it; or what the action costs"
      width="govuk-input--width-10"
    />
  </>
)

const Wanted = (props: Props) => (
  <>
    <Text {...props} name="quantity" label="How much is wanted of it" width="govuk-input--width-10" />
    <Text
      {...props}
      name="unit"
      label="Of what"
      hint="Such as hours, people or homes"
      width="govuk-input--width-20"
    />
    <Select
      id="basis"
      name="basis"
      label="Kind of value"
      hint="Pounds of different kinds are never added"
      errorMessage={errorOf(props.errors, 'basis')}
      items={Object.entries(BASIS_NAMES).map(([value, text]) => ({
        value,
        text,
        selected: (props.fields.basis || 'none') === value,
      }))}
    />
    <Text
      {...props}
      name="unitValue"
      label="Value of one, in pounds"
      hint="Empty for what is counted and not priced"
      width="govuk-input--width-10"
    />
    <Select
      id="priority"
      name="priority"
      label="Priority it serves"
      errorMessage={errorOf(props.errors, 'priority')}
      items={[
        { value: '', text: 'None named' },
        ...props.priorities.map(({ id, title }) => ({
          value: id,
          text: title,
          selected: props.fields.priority === id,
        })),
      ]}
    />
  </>
)

export const NewOtherView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <h1>Record a grant, an asset transfer or an action</h1>
    <Form warnsOfUnsentChanges>
      <WhatAndWho {...props} />
      <DateInput
        id="starts"
        namePrefix="starts"
        fieldset={{ legend: { text: 'First day' } }}
        values={props.starts}
        errorMessage={errorOf(props.errors, 'starts-day')}
      />
      <DateInput
        id="ends"
        namePrefix="ends"
        fieldset={{ legend: { text: 'Last day' } }}
        hint="What is wanted falls due evenly from the first day to this one"
        values={props.ends}
        errorMessage={errorOf(props.errors, 'ends-day')}
      />
      <Wanted {...props} />
      <Button preventDoubleClick>Record it</Button>
    </Form>
  </>
)
