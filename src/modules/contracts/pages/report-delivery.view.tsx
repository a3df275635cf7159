import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DateInput,
  errorOf,
  Fieldset,
  Form,
  FormErrorSummary,
  Input,
  Select,
  Textarea,
} from '../../../platform/views/views.ts'
import type { Contract } from '../model.ts'
import type { TypedDay } from './fields.ts'

type Props = {
  readonly contract: Contract
  readonly errors: readonly FieldError[]
  readonly fields: Readonly<Record<string, string>>
  readonly fromOn: TypedDay
  readonly toOn: TypedDay
  readonly commitments: readonly { readonly value: string; readonly text: string }[]
}

type FieldProps = Props & {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly isShort?: boolean
}

const Field = ({ name, label, hint, isShort, fields, errors }: FieldProps) => (
  <Input
    id={name}
    name={name}
    label={label}
    hint={hint}
    classes={isShort ? 'govuk-input--width-10' : undefined}
    value={fields[name]}
    errorMessage={errorOf(errors, name)}
  />
)

const Day = ({
  name,
  legend,
  value,
  errors,
}: {
  name: string
  legend: string
  value: TypedDay
  errors: readonly FieldError[]
}) => (
  <DateInput
    id={name}
    namePrefix={name}
    fieldset={{ legend: { text: legend } }}
    values={value}
    errorMessage={errorOf(errors, `${name}-day`)}
  />
)

export const ReportDeliveryView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <span class="govuk-caption-l">{props.contract.supplierName}</span>
    <h1>Report a delivery</h1>
    <p>
      Say what was done, how much of it and when. Photos and documents are added on the next page. It counts
      once a contract manager has verified it.
    </p>
    <Form warnsOfUnsentChanges>
      <Select
        id="commitmentId"
        name="commitmentId"
        label="For which commitment?"
        items={[
          { value: '', text: 'None: nobody had promised it' },
          ...props.commitments.map((one) => ({
            ...one,
            selected: props.fields['commitmentId'] === one.value,
          })),
        ]}
      />
      <Field {...props} name="title" label="What was done" />
      <Field {...props} name="quantity" label="How many" isShort />
      <Field
        {...props}
        name="unit"
        label="Of what, where there is no commitment"
        hint="Such as pupils"
        isShort
      />
      <Day name="fromOn" legend="First day" value={props.fromOn} errors={props.errors} />
      <Day name="toOn" legend="Last day" value={props.toOn} errors={props.errors} />
      <Field {...props} name="placeName" label="Ward or place" />
      <Textarea
        id="story"
        name="story"
        label="What it meant"
        hint="For readers outside. Name nobody, and nothing by which a person could be known"
        value={props.fields['story']}
        errorMessage={errorOf(props.errors, 'story')}
      />
      <Fieldset legend={{ text: 'Was it done together with other contracts?' }}>
        <p class="govuk-hint">Then each reports its share, and all shares together are at most the whole.</p>
        <Field {...props} name="activity" label="Name of the shared activity" />
        <Field {...props} name="activityQuantity" label="How many there were in all" isShort />
      </Fieldset>
      <Button preventDoubleClick>Report it</Button>
    </Form>
  </>
)
