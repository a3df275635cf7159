import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  Checkboxes,
  errorOf,
  Fieldset,
  Form,
  FormErrorSummary,
  Input,
} from '../../../platform/views/views.ts'

const APPROVERS = [
  { value: 'senior-owner', text: 'Senior owner' },
  { value: 'finance', text: 'Finance' },
  { value: 'policy-lead', text: 'Policy lead' },
  { value: 'commissioner', text: 'Commissioner' },
  { value: 'procurement-officer', text: 'Procurement officer' },
]

type Props = {
  readonly rows: readonly {
    readonly upTo: string
    readonly roles: readonly string[]
    readonly people: string
  }[]
  readonly errors: readonly FieldError[]
}

export const EditLimitsView = ({ rows, errors }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>Who approves awards</h1>
    <p>
      By the value of the tender, without VAT. At least two people, and never one who has led or scored the
      evaluation. What stands here at first is our example; set what your constitution says.
    </p>
    <Form>
      {rows.map((row, at) => (
        <Fieldset legend={{ text: `Limit ${at + 1}`, classes: 'govuk-fieldset__legend--m' }}>
          <Input
            id={`upTo-${at}`}
            name={`upTo-${at}`}
            label="Up to, in pounds"
            hint="The word above for everything beyond; leave empty to leave out"
            classes="govuk-input--width-10"
            value={row.upTo}
            errorMessage={errorOf(errors, `upTo-${at}`)}
          />
          <Checkboxes
            name={`roles-${at}`}
            idPrefix={`roles-${at}`}
            fieldset={{ legend: { text: 'Who may approve' } }}
            items={APPROVERS}
            values={row.roles}
          />
          <Input
            id={`people-${at}`}
            name={`people-${at}`}
            label="How many people"
            classes="govuk-input--width-2"
            inputmode="numeric"
            value={row.people}
            errorMessage={errorOf(errors, `people-${at}`)}
          />
        </Fieldset>
      ))}
      <Button preventDoubleClick>Keep the limits</Button>
    </Form>
  </>
)
