import type { TypedDay } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  DateInput,
  errorOf,
  Form,
  FormErrorSummary,
  formatDate,
  formatPeriod,
  formatPounds,
  Input,
  plainDateOf,
  SummaryList,
  Textarea,
} from '../../../platform/views/views.ts'
import { BASIS_NAMES, KIND_NAMES } from '../messages.ts'
import type { Other, Result } from '../model.ts'

type Props = {
  readonly other: Other
  readonly results: readonly Result[]
  readonly priority: string | null
  readonly errors: readonly FieldError[]
  readonly fields: { readonly quantity: string; readonly evidence: string }
  readonly doneOn: TypedDay
  readonly mayManage: boolean
}

const Facts = ({ other, priority }: Props) => {
  const worth = other.unitValue === null ? 'counted, not priced' : `£${other.unitValue} each`
  const rows: readonly (readonly [string, string])[] = [
    ['What it is', KIND_NAMES[other.kind]],
    ['Who gets it', other.recipient || 'The council does it itself'],
    ['Department', other.department || 'None named'],
    ['When', formatPeriod(other.startsOn, other.endsOn)],
    ['Given', other.givenPence === null ? 'Not said' : formatPounds(other.givenPence)],
    ['Wanted', `${other.quantity} ${other.unit} (${BASIS_NAMES[other.basis]}, ${worth})`],
    ['Verified', `${other.verified} ${other.unit}`],
    ['Priority', priority ?? 'None named'],
  ]
  return <SummaryList rows={rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } }))} />
}

const ResultForm = ({ errors, fields, doneOn, other }: Props) => (
  <section>
    <h2>Record what was done</h2>
    <p>
      Record what you have seen for yourself: it counts from then on under your name, and is never changed. To
      take back what was counted wrongly, enter it with a minus.
    </p>
    <Form>
      <Input
        id="quantity"
        name="quantity"
        label={`How much was done, in ${other.unit}`}
        classes="govuk-input--width-10"
        value={fields.quantity}
        errorMessage={errorOf(errors, 'quantity')}
      />
      <DateInput
        id="doneOn"
        namePrefix="doneOn"
        fieldset={{ legend: { text: 'On which day' } }}
        values={doneOn}
        errorMessage={errorOf(errors, 'doneOn-day')}
      />
      <Textarea
        id="evidence"
        name="evidence"
        label="What shows it"
        value={fields.evidence}
        errorMessage={errorOf(errors, 'evidence')}
      />
      <Button preventDoubleClick>Record it</Button>
    </Form>
  </section>
)

export const ShowOtherView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <h1>{props.other.title}</h1>
    <Facts {...props} />
    <DataTable
      id="results"
      caption="What was done"
      rows={props.results}
      onPhone="stack"
      basis={{ period: 'From the first day on', coverage: 'As somebody of the council has seen it' }}
      columns={[
        { name: 'done', header: 'Day', cell: ({ doneOn }) => formatDate(doneOn) },
        { name: 'quantity', header: 'How much', isNumeric: true, cell: ({ quantity }) => quantity },
        { name: 'evidence', header: 'What shows it', cell: ({ evidence }) => evidence },
        {
          name: 'who',
          header: 'Recorded',
          cell: ({ personName, recordedAt }) => `${personName}, ${formatDate(plainDateOf(recordedAt))}`,
        },
      ]}
      empty={{
        title: 'Nothing done yet',
        purpose: 'What is recorded here counts in the social value budget.',
      }}
    />
    {props.mayManage && <ResultForm {...props} />}
  </>
)
