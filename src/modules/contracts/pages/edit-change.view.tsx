import type { TypedDay } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  errorOf,
  Fieldset,
  Form,
  FormErrorSummary,
  Select,
  Textarea,
} from '../../../platform/views/views.ts'
import { CHANGE_WORDS } from '../messages/change-questions.ts'
import { WAY_NAMES } from '../messages/life.ts'
import { CHANGE_QUESTIONS, type Review, WAYS } from '../model/life.ts'
import type { Commitment, Contract } from '../model.ts'
import { DayField } from './day-field.tsx'
import { TextField } from './text-field.tsx'

type Props = {
  readonly contract: Contract
  readonly commitments: readonly Commitment[]
  readonly reviews: readonly Review[]
  readonly errors: readonly FieldError[]
  readonly fields: Readonly<Record<string, string>>
  readonly answers: Readonly<Record<string, string>>
  readonly endsOn: TypedDay
}

const What = (props: Props) => {
  const { fields, errors, reviews } = props
  return (
    <>
      <Select
        id="reviewId"
        name="reviewId"
        label="At which review point?"
        items={[
          { value: '', text: 'At none' },
          ...reviews.map(({ id, title }) => ({
            value: id,
            text: title,
            selected: fields['reviewId'] === id,
          })),
        ]}
      />
      <Select
        id="way"
        name="way"
        label="How does the contract change?"
        errorMessage={errorOf(errors, 'way')}
        items={WAYS.map((value) => ({ value, text: WAY_NAMES[value], selected: fields['way'] === value }))}
      />
      <TextField {...props} name="title" label="Title of the change" />
      <Textarea
        id="reason"
        name="reason"
        label="Why"
        rows={3}
        value={fields['reason']}
        errorMessage={errorOf(errors, 'reason')}
      />
      <TextField
        {...props}
        name="value"
        label="What the contract is worth then, without VAT"
        hint="In pounds; leave it empty where the value stays"
        classes="govuk-input--width-10"
      />
      <DayField
        name="endsOn"
        legend="Last day then"
        hint="Leave it empty where the term stays"
        value={props.endsOn}
        errors={errors}
      />
    </>
  )
}

const Swap = (props: Props) => (
  <Fieldset legend={{ text: 'Where a commitment changes' }}>
    <Select
      id="commitmentId"
      name="commitmentId"
      label="Which goes?"
      items={[
        { value: '', text: 'None' },
        ...props.commitments.map(({ id, title, quantity, unit }) => ({
          value: id,
          text: `${title}: ${quantity} ${unit}`,
          selected: props.fields['commitmentId'] === id,
        })),
      ]}
    />
    <p class="govuk-hint">What is verified of it stays. What comes has to be worth at least the rest.</p>
    <TextField {...props} name="newTitle" label="What comes in its place" />
    <TextField {...props} name="newQuantity" label="How many" classes="govuk-input--width-10" />
    <TextField
      {...props}
      name="newUnit"
      label="Of what"
      hint="As before, if empty"
      classes="govuk-input--width-10"
    />
    <TextField
      {...props}
      name="newUnitValue"
      label="Value of one, in pounds"
      hint="As before, if empty"
      classes="govuk-input--width-10"
    />
  </Fieldset>
)

const Tests = ({ answers }: Props) => (
  <Fieldset legend={{ text: 'What the law asks of a change' }}>
    <p class="govuk-hint">Leave what is not known. The test then says what it hangs on.</p>
    {CHANGE_QUESTIONS.map((name) => (
      <Select
        id={name}
        name={name}
        label={CHANGE_WORDS[name]}
        items={[
          { value: '', text: 'Not known' },
          { value: 'no', text: 'No', selected: answers[name] === 'no' },
          { value: 'yes', text: 'Yes', selected: answers[name] === 'yes' },
        ]}
      />
    ))}
  </Fieldset>
)

export const EditChangeView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <span class="govuk-caption-l">{props.contract.title}</span>
    <h1>Propose a change</h1>
    <p>Nothing changes yet. The proposal is tested against the law, and colleagues approve it.</p>
    <Form warnsOfUnsentChanges>
      <What {...props} />
      <Swap {...props} />
      <Tests {...props} />
      <Button preventDoubleClick>Test it</Button>
    </Form>
  </>
)
