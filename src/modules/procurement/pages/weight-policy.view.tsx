import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  errorOf,
  Form,
  FormErrorSummary,
  formatDate,
  Input,
} from '../../../platform/views/views.ts'
import type { WeightPolicyRow } from '../store/asks.ts'

type Props = {
  readonly policies: readonly WeightPolicyRow[]
  readonly mayChange: boolean
  readonly typed: { readonly weight: string; readonly fromOn: string; readonly source: string }
  readonly errors: readonly FieldError[]
}

export const WeightPolicyView = ({ policies, mayChange, typed, errors }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>The weight of social value</h1>
    <p>
      What your policy says of its weight in award criteria. Each ask begins with it; one that departs from it
      says why.
    </p>
    <DataTable
      id="policies"
      caption="What the policy said"
      rows={policies}
      columns={[
        { name: 'from', header: 'From', cell: ({ fromOn }) => formatDate(fromOn) },
        { name: 'weight', header: 'Points of 100', isNumeric: true, cell: ({ weight }) => weight },
        { name: 'source', header: 'Where it says so', cell: ({ source }) => source },
      ]}
      empty={{
        title: 'Not set',
        purpose:
          'Hackney sets it for each project, Greater Manchester asks for 20 %, central government for at least 10 % (PPN 002), Suffolk for 5 %.',
      }}
    />
    {mayChange && (
      <Form>
        <h2>Set it</h2>
        <Input
          id="weight"
          name="weight"
          label="Points of 100"
          classes="govuk-input--width-4"
          value={typed.weight}
          errorMessage={errorOf(errors, 'weight')}
        />
        <Input
          id="fromOn"
          name="fromOn"
          type="date"
          label="From"
          classes="govuk-input--width-10"
          value={typed.fromOn}
          errorMessage={errorOf(errors, 'fromOn')}
        />
        <Input
          id="source"
          name="source"
          label="Where it says so"
          hint="Such as: Procurement strategy 2026, page 4"
          value={typed.source}
          errorMessage={errorOf(errors, 'source')}
        />
        <Button preventDoubleClick>Save</Button>
      </Form>
    )}
  </>
)
