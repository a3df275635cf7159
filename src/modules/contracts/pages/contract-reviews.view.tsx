import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { TypedDay } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  Checkboxes,
  DataTable,
  Details,
  errorOf,
  Form,
  FormErrorSummary,
  formatDate,
  Tag,
} from '../../../platform/views/views.ts'
import { ADJUSTMENT_NAMES, WAY_NAMES } from '../messages/life.ts'
import { type Adjustment, type AdjustmentStatus, type Review, WAYS } from '../model/life.ts'
import type { Contract } from '../model.ts'
import type { RunningTotal } from '../rules/adjust.ts'
import { ContractNav } from './contract-nav.tsx'
import { DayField } from './day-field.tsx'
import { contractPath } from './paths.ts'
import { RunningTotals } from './running-total.tsx'
import { TextField } from './text-field.tsx'

type Props = {
  readonly contract: Contract
  readonly reviews: readonly Review[]
  readonly adjustments: readonly Adjustment[]
  readonly total: RunningTotal
  readonly on: PlainDate
  readonly errors: readonly FieldError[]
  readonly fields: Readonly<Record<string, string>>
  readonly ways: readonly string[]
  readonly plannedOn: TypedDay
  readonly mayManage: boolean
}

const TONES: Readonly<Record<AdjustmentStatus, string>> = {
  proposed: 'blue',
  made: 'green',
  rejected: 'red',
  withdrawn: 'grey',
}
export const AdjustmentTag = ({ status }: { readonly status: AdjustmentStatus }) => (
  <Tag classes={`govuk-tag--${TONES[status]}`}>{ADJUSTMENT_NAMES[status]}</Tag>
)

const Reviews = ({ reviews, contract, on }: Props) => (
  <DataTable
    id="reviews"
    caption="Reviews"
    rows={reviews}
    onPhone="stack"
    columns={[
      {
        name: 'title',
        header: 'Review',
        cell: (one) => (
          <>
            <a href={`${contractPath(contract.id)}/reviews/${one.id}`}>{one.title}</a>
            {one.isReviewPoint && <span class="gt-under">Review point: terms may be adjusted</span>}
          </>
        ),
      },
      {
        name: 'planned',
        header: 'Planned for',
        cell: (one) => (
          <>
            {formatDate(one.plannedOn)}{' '}
            {one.heldOn === null && one.plannedOn < on && <Tag classes="govuk-tag--red">Overdue</Tag>}
          </>
        ),
      },
      {
        name: 'held',
        header: 'Held',
        cell: (one) => (one.heldOn === null ? 'Not yet' : formatDate(one.heldOn)),
      },
    ]}
    empty={{
      title: 'No review planned',
      purpose: 'Meet on known days, write down what was agreed, and adjust what was agreed to be adjustable.',
    }}
  />
)

const Plan = ({ contract, errors, fields, ways, plannedOn }: Props) => (
  <Details summaryText="Plan a review" open={errors.length > 0}>
    <Form action={`${contractPath(contract.id)}/reviews`}>
      <TextField
        name="title"
        label="What it is about"
        hint="Such as the second quarter"
        errors={errors}
        fields={fields}
      />
      <DayField name="plannedOn" legend="Planned for" value={plannedOn} errors={errors} />
      <Checkboxes
        name="isReviewPoint"
        idPrefix="isReviewPoint"
        items={[
          {
            value: 'yes',
            text: 'It is a review point: terms may be adjusted at it',
            checked: fields['isReviewPoint'] === 'yes',
          },
        ]}
      />
      <Checkboxes
        name="ways"
        idPrefix="ways"
        fieldset={{ legend: { text: 'Ways to adjust that were agreed' } }}
        errorMessage={errorOf(errors, 'ways')}
        items={WAYS.map((value) => ({ value, text: WAY_NAMES[value], checked: ways.includes(value) }))}
      />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        Plan it
      </Button>
    </Form>
  </Details>
)

const Changes = ({ adjustments, contract, mayManage }: Props) => (
  <DataTable
    id="changes"
    caption="Changes of the contract"
    rows={adjustments}
    onPhone="stack"
    columns={[
      {
        name: 'title',
        header: 'Change',
        cell: (one) => (
          <>
            <a href={`${contractPath(contract.id)}/changes/${one.id}`}>{one.title}</a>
            <span class="gt-under">{WAY_NAMES[one.way]}</span>
          </>
        ),
      },
      { name: 'by', header: 'Proposed by', cell: (one) => one.authorName },
      {
        name: 'made',
        header: 'Holds from',
        cell: (one) => (one.madeOn === null ? 'Not made' : formatDate(one.madeOn)),
      },
      { name: 'status', header: 'How it is', cell: (one) => <AdjustmentTag status={one.status} /> },
    ]}
    empty={{
      title: 'No change proposed',
      purpose: 'A change of value, term, scope or commitments is tested against the law before it is made.',
      firstStep: mayManage
        ? { text: 'Propose a change', href: `${contractPath(contract.id)}/changes/new` }
        : undefined,
    }}
  />
)

export const ContractReviewsView = (props: Props) => {
  const { contract, mayManage } = props
  return (
    <>
      <FormErrorSummary errors={props.errors} />
      <span class="govuk-caption-l">{contract.title}</span>
      <h1>Reviews and changes</h1>
      <ContractNav id={contract.id} here="reviews" />
      <Reviews {...props} />
      {mayManage && <Plan {...props} />}
      <Changes {...props} />
      {mayManage && props.adjustments.length > 0 && (
        <p>
          <a href={`${contractPath(contract.id)}/changes/new`}>Propose a change</a>
        </p>
      )}
      <h2>What changes add up to</h2>
      <RunningTotals total={props.total} isProposed={false} />
    </>
  )
}
