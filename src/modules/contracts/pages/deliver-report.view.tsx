import { type TypedDay } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  Details,
  errorOf,
  FileUpload,
  Form,
  FormErrorSummary,
  Input,
  Select,
  Textarea,
} from '../../../platform/views/views.ts'
import { grouped } from '../messages/deliveries.ts'
import type { Commitment } from '../model.ts'
import type { Tiered } from '../rules/sub-contractors.ts'
import type { OpenActivity } from '../rules/verify.ts'
import type { LinkedContract } from '../store/supplier-links.ts'
import { Agreed } from './agreed.tsx'
import { Consent } from './consent.tsx'
import { DayField } from './day-field.tsx'
import { TextField } from './text-field.tsx'

type Props = {
  readonly linked: LinkedContract
  readonly commitments: readonly Commitment[]
  readonly subContractors: readonly Tiered[]
  readonly activities: readonly OpenActivity[]
  readonly maySplit: boolean
  readonly errors: readonly FieldError[]
  readonly fields: Readonly<Record<string, string>>
  readonly fromOn: TypedDay
  readonly toOn: TypedDay
  /** A browser never sends a file twice by itself. */
  readonly isFileLost: boolean
}

const DoneBy = ({ subContractors, fields }: Props) => {
  const there = subContractors.filter(({ leftOn }) => leftOn === null)
  return there.length > 0 ? (
    <Select
      id="doneBy"
      name="doneBy"
      label="Who did it?"
      items={[
        { value: '', text: 'We did' },
        ...there.map(({ id, name }) => ({ value: id, text: name, selected: fields['doneBy'] === id })),
      ]}
    />
  ) : null
}

const Shared = (props: Props) =>
  props.maySplit || props.fields['activity'] ? (
    <Details
      summaryText="It was done for another contract as well"
      open={
        props.errors.some(({ field }) => field.startsWith('activity')) || Boolean(props.fields['activity'])
      }
    >
      <p>
        Report here only this contract’s share, and the other share at the other contract under the same name.
        All shares together are at most the whole, so that nothing counts twice.
      </p>
      {props.activities.length > 0 && (
        <>
          <p>Begun already:</p>
          <ul>
            {props.activities.map(({ title, quantity, unit, left }) => (
              <li>{`${title}: ${grouped(quantity)} ${unit} in all, ${grouped(left)} left`}</li>
            ))}
          </ul>
        </>
      )}
      <TextField
        {...props}
        name="activity"
        label="Name of what was shared"
        hint="Such as Careers fair, May"
      />
      <TextField
        {...props}
        name="activityQuantity"
        label="How many there were in all"
        classes="govuk-input--width-10"
      />
    </Details>
  ) : null

const What = (props: Props) => {
  const { commitments, fields, errors } = props
  return (
    <>
      <Select
        id="commitmentId"
        name="commitmentId"
        label="For which promise?"
        errorMessage={errorOf(errors, 'commitmentId')}
        items={[
          { value: '', text: 'None: beyond what we promised' },
          ...commitments.map(({ id, title, unit }) => ({
            value: id,
            text: `${title} (${unit})`,
            selected: fields['commitmentId'] === id,
          })),
        ]}
      />
      <Input
        id="quantity"
        name="quantity"
        label="How many?"
        classes="govuk-input--width-10"
        inputmode="decimal"
        value={fields['quantity']}
        errorMessage={errorOf(errors, 'quantity')}
      />
      <TextField
        {...props}
        name="unit"
        label="Of what, if you promised nothing"
        hint="Such as pupils"
        classes="govuk-input--width-10"
      />
    </>
  )
}

export const DeliverReportView = (props: Props) => {
  const { linked, errors, fields } = props
  return (
    <>
      <FormErrorSummary errors={errors} />
      <span class="govuk-caption-l">{linked.title}</span>
      <h1>Report a delivery</h1>
      <Form hasFiles warnsOfUnsentChanges>
        <What {...props} />
        <DayField
          name="fromOn"
          legend="On which day, or from which day?"
          value={props.fromOn}
          errors={errors}
        />
        <DayField name="toOn" legend="Until which day?" value={props.toOn} errors={errors} />
        <Shared {...props} />
        <DoneBy {...props} />
        <TextField
          {...props}
          name="title"
          label="What was done"
          hint="If you leave it empty, the name of the promise"
        />
        <TextField {...props} name="placeName" label="Ward or place" />
        <Textarea
          id="story"
          name="story"
          label="What it meant"
          hint="For readers outside. Name nobody, and nothing by which a person could be known"
          rows={3}
          value={fields['story']}
          errorMessage={errorOf(errors, 'story')}
        />
        <Consent errors={errors} isTicked={fields['consent'] === 'yes'} />
        <Agreed />
        <FileUpload
          id="file"
          name="file"
          label="Photo or document"
          hint={
            props.isFileLost
              ? 'Choose it again: a refused form cannot keep it. You can add more after sending'
              : 'Up to 20 MB. Where and with what it was taken is removed. You can add more after sending'
          }
          errorMessage={errorOf(errors, 'file')}
        />
        <Button preventDoubleClick>Send it</Button>
      </Form>
    </>
  )
}
