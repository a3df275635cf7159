import { type TypedDay } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  errorOf,
  Fieldset,
  Form,
  FormErrorSummary,
  Radios,
  Select,
  Textarea,
} from '../../../platform/views/views.ts'
import type { Contract } from '../model.ts'
import { ANOTHER, type SharedActivity } from '../rules/twice.ts'
import { Consent } from './consent.tsx'
import { DayField } from './day-field.tsx'
import { TextField } from './text-field.tsx'

type Props = {
  readonly contract: Contract
  readonly errors: readonly FieldError[]
  readonly fields: Readonly<Record<string, string>>
  readonly fromOn: TypedDay
  readonly toOn: TypedDay
  readonly commitments: readonly { readonly value: string; readonly text: string }[]
  /** What this may be part of; none until somebody has to be asked. */
  readonly activities: readonly SharedActivity[]
}

/** Asked where the supplier has something alike shared out between its contracts, so that nothing counts twice. */
const SameAs = ({ activities, errors, fields }: Props) =>
  activities.length === 0 ? null : (
    <Radios
      name="sameAs"
      idPrefix="sameAs"
      fieldset={{ legend: { text: 'Is this part of an activity that is shared out already?' } }}
      items={[
        ...activities.map(({ id, title, quantity, unit, isOfSupplier }) => ({
          value: id,
          text: `Part of “${title}”: ${quantity} ${unit} in all`,
          hint: { text: isOfSupplier ? 'Reported by the supplier' : 'Reported here' },
        })),
        { value: ANOTHER, text: 'Another one, which counts by itself' },
      ]}
      value={fields['sameAs'] ?? ''}
      errorMessage={errorOf(errors, 'sameAs')}
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
      <TextField {...props} name="title" label="What was done" />
      <TextField {...props} name="quantity" label="How many" classes="govuk-input--width-10" />
      <TextField
        {...props}
        name="unit"
        label="Of what, where there is no commitment"
        hint="Such as pupils"
        classes="govuk-input--width-10"
      />
      <DayField name="fromOn" legend="First day" value={props.fromOn} errors={props.errors} />
      <DayField name="toOn" legend="Last day" value={props.toOn} errors={props.errors} />
      <TextField {...props} name="placeName" label="Ward or place" />
      <Textarea
        id="story"
        name="story"
        label="What it meant"
        hint="For readers outside. Name nobody, and nothing by which a person could be known"
        value={props.fields['story']}
        errorMessage={errorOf(props.errors, 'story')}
      />
      <SameAs {...props} />
      <Consent errors={props.errors} isTicked={props.fields['consent'] === 'yes'} />
      <Fieldset legend={{ text: 'Was it done together with other contracts?' }}>
        <p class="govuk-hint">Then each reports its share, and all shares together are at most the whole.</p>
        <TextField {...props} name="activity" label="Name of the shared activity" />
        <TextField
          {...props}
          name="activityQuantity"
          label="How many there were in all"
          classes="govuk-input--width-10"
        />
      </Fieldset>
      <Button preventDoubleClick>Report it</Button>
    </Form>
  </>
)
