import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  Details,
  errorOf,
  Form,
  formatDate,
  formatPounds,
  Select,
} from '../../../platform/views/views.ts'
import type { Tiered } from '../rules/sub-contractors.ts'
import { TextField } from './text-field.tsx'

type TableProps = { readonly rows: readonly Tiered[]; readonly leaveAction: string | null }

const leaveColumn = (leaveAction: string) => ({
  name: 'left',
  header: 'Change',
  cell: (one: Tiered) =>
    one.leftOn === null ? (
      <Form action={leaveAction}>
        <input type="hidden" name="subContractorId" value={one.id} />
        <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
          Has left<span class="govuk-visually-hidden">: {one.name}</span>
        </Button>
      </Form>
    ) : (
      'Has left'
    ),
})

/** Sub-contractors by tier: who works for whom. */
export const SubContractors = ({ rows, leaveAction }: TableProps) => (
  <DataTable
    id="sub-contractors"
    caption="Sub-contractors"
    rows={rows}
    onPhone="stack"
    basis={{
      period: 'Today',
      coverage:
        'As the supplier or the contract manager has written them down; tier 1 works for the supplier',
    }}
    columns={[
      {
        name: 'name',
        header: 'Name',
        cell: (one) => (
          <>
            {one.name}
            <span class="gt-under">
              {[`tier ${one.tier}`, one.number, one.leftOn ? `left on ${formatDate(one.leftOn)}` : '']
                .filter(Boolean)
                .join(' · ')}
            </span>
          </>
        ),
      },
      {
        name: 'above',
        header: 'Works for',
        cell: (one) => rows.find(({ id }) => id === one.above)?.name ?? 'The supplier',
      },
      { name: 'work', header: 'Does', cell: (one) => one.work },
      {
        name: 'value',
        header: 'Paid',
        isNumeric: true,
        cell: (one) => (one.valuePence === null ? 'Not said' : formatPounds(one.valuePence)),
      },
      ...(leaveAction === null ? [] : [leaveColumn(leaveAction)]),
    ]}
    empty={{
      title: 'No sub-contractor',
      purpose:
        'Whoever does part of the work stands here, so that what they deliver can be reported for them.',
    }}
  />
)

type FormProps = {
  readonly action: string
  readonly known: readonly Tiered[]
  readonly errors: readonly FieldError[]
  readonly fields: Readonly<Record<string, string>>
}
const FIELDS = ['name', 'number', 'work', 'value', 'above']

export const SubContractorForm = ({ action, known, errors, fields }: FormProps) => (
  <Details
    summaryText="Write a sub-contractor down"
    open={FIELDS.some((field) => errorOf(errors, field) !== undefined)}
  >
    <Form action={action}>
      <TextField name="name" label="Name" errors={errors} fields={fields} />
      <TextField
        name="number"
        label="Company or charity number"
        hint="Leave it empty if there is none"
        classes="govuk-input--width-10"
        errors={errors}
        fields={fields}
      />
      <TextField name="work" label="What it does" errors={errors} fields={fields} />
      <TextField
        name="value"
        label="What it is paid, without VAT"
        hint="In pounds; leave it empty if it is not known"
        classes="govuk-input--width-10"
        errors={errors}
        fields={fields}
      />
      <Select
        id="above"
        name="above"
        label="For whom does it work?"
        errorMessage={errorOf(errors, 'above')}
        items={[
          { value: '', text: 'The supplier' },
          ...known
            .filter(({ leftOn }) => leftOn === null)
            .map(({ id, name }) => ({ value: id, text: name, selected: fields['above'] === id })),
        ]}
      />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        Write it down
      </Button>
    </Form>
  </Details>
)
