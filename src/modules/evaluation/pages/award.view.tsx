import type { PlainDate } from '../../../kernel/plain-date.ts'
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
  formatPence,
  InsetText,
  Textarea,
} from '../../../platform/views/views.ts'
import { cancellationNotice } from '../messages.ts'
import type { Award, Evaluation } from '../model.ts'
import type { Standstill } from '../rules/standstill.ts'
import { evaluationPath } from './paths.ts'
import { EvaluationHead } from './stage-tag.tsx'

type Props = {
  readonly evaluation: Evaluation
  readonly awards: readonly Award[]
  readonly isApproved: boolean
  readonly standstill: Standstill
  readonly today: PlainDate
  readonly isLead: boolean
  readonly notice: TypedDay
  readonly errors: readonly FieldError[]
}

const Clock = ({ standstill, today }: Props) => (
  <InsetText>
    <p>
      With a notice on {formatDate(today)}
      {standstill.endsOn && ` the standstill ends on ${formatDate(standstill.endsOn)}`}
      {standstill.contractFrom &&
        `, and the contract may be entered into from ${formatDate(standstill.contractFrom)}`}
      .
    </p>
    <p>{standstill.words}</p>
    <p class="gt-under">
      Law: {standstill.provision}; we are {standstill.confidence} of this answer. It is no legal advice.
    </p>
  </InsetText>
)

const Announce = (props: Props) => (
  <>
    <h2>Announce the award</h2>
    <p>
      Each bidder whose bid was assessed gets its assessment summary first; then the contract award notice is
      published, and the standstill runs from that day.
    </p>
    <Clock {...props} />
    <Form action={evaluationPath(props.evaluation.id, 'announce')}>
      <DateInput
        id="notice"
        namePrefix="notice"
        fieldset={{ legend: { text: 'Day of the contract award notice' } }}
        items={(['day', 'month', 'year'] as const).map((name) => ({
          name,
          value: props.notice[name],
          classes: name === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
        }))}
        errorMessage={errorOf(props.errors, 'notice-day')}
      />
      <Button preventDoubleClick>Tell bidders and begin the standstill</Button>
    </Form>
  </>
)

const Awards = ({ awards }: Props) => (
  <DataTable
    id="awards"
    caption="Awards"
    rows={awards}
    onPhone="stack"
    columns={[
      { name: 'lot', header: 'Lot', cell: (award) => award.lotName || award.lot },
      { name: 'supplier', header: 'Supplier', cell: (award) => award.supplierName },
      {
        name: 'price',
        header: 'Price without VAT',
        isNumeric: true,
        cell: (award) => (award.pricePence === null ? 'Not asked' : formatPence(award.pricePence)),
      },
      {
        name: 'final',
        header: 'Final',
        cell: (award) => (award.signedOn === null ? 'Not yet' : formatDate(award.signedOn)),
      },
    ]}
    empty={{
      title: 'Nothing is awarded yet',
      purpose: 'An award is announced when enough have approved the result.',
    }}
  />
)

export const AwardView = (props: Props) => {
  const { evaluation, isApproved, isLead, today } = props
  const from = evaluation.contractFrom
  return (
    <>
      <FormErrorSummary errors={props.errors} />
      <EvaluationHead evaluation={evaluation} title="Award" />
      <Awards {...props} />
      {evaluation.stage === 'approval' && !isApproved && (
        <p>
          <a href={evaluationPath(evaluation.id, 'approval')}>The approvals</a> are not complete.
        </p>
      )}
      {evaluation.stage === 'approval' && isApproved && isLead && <Announce {...props} />}
      {evaluation.stage === 'standstill' && from && (
        <>
          <p>
            The standstill ends on {formatDate(evaluation.standstillEndsOn ?? from)}. The contract may be
            entered into from {formatDate(from)}. {evaluation.standstillWords}
          </p>
          {isLead && today >= from && (
            <Form action={evaluationPath(evaluation.id, 'finish')}>
              <Button preventDoubleClick>Make the award final</Button>
            </Form>
          )}
        </>
      )}
    </>
  )
}

type CancelProps = {
  readonly evaluation: Evaluation
  readonly errors: readonly FieldError[]
  readonly because: string
}
export const CancelView = ({ evaluation, errors, because }: CancelProps) => (
  <>
    <FormErrorSummary errors={errors} />
    <EvaluationHead evaluation={evaluation} title="Cancel the purchase" />
    <p>
      Nobody is awarded anything. Where a tender notice was published, a procurement termination notice
      follows (Procurement Act 2023 section 55). It will say:
    </p>
    <InsetText>{cancellationNotice(evaluation, because || 'the reason you give')}</InsetText>
    <Form>
      <Textarea
        id="because"
        name="because"
        label="Why"
        rows={3}
        value={because}
        errorMessage={errorOf(errors, 'because')}
      />
      <Button classes="govuk-button--warning" preventDoubleClick>
        Cancel the purchase
      </Button>
    </Form>
  </>
)
