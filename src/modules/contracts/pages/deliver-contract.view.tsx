import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  Form,
  FormErrorSummary,
  formatDate,
  formatPeriod,
  InsetText,
  type TablePaging,
} from '../../../platform/views/views.ts'
import { grouped, progressReason } from '../messages/deliveries.ts'
import type { Delivery } from '../model.ts'
import type { ForSupplier } from '../read-for-supplier.ts'
import type { LinkedContract } from '../store/supplier-links.ts'
import { Indicators } from './deliver-indicators.tsx'
import { deliverPath } from './paths.ts'
import { SubContractorForm, SubContractors } from './sub-contractors.tsx'
import { CommitmentTag, DeliveryTag } from './tags.tsx'

type Props = ForSupplier & {
  readonly linked: LinkedContract
  readonly asked: readonly Delivery[]
  readonly deliveries: readonly Delivery[]
  readonly paging: TablePaging
  readonly errors: readonly FieldError[]
  readonly fields: Readonly<Record<string, string>>
}

/** One card for each promise: easier on a phone than a table. */
const Promises = ({ report, linked }: Props) => (
  <section id="promises">
    <h2>What you promised</h2>
    {report.commitments.length === 0 && (
      <p>Nothing is written down as promised. What you do beyond the work is welcome all the same.</p>
    )}
    <ul class="govuk-list">
      {report.commitments.map(({ commitment, progress }) => (
        <li class="gt-promise">
          <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{commitment.title}</h3>
          <p class="govuk-!-margin-bottom-1">
            {grouped(progress.verified)} of {grouped(progress.promised)} {commitment.unit} verified{' '}
            <CommitmentTag state={progress.state} />
          </p>
          <p class="gt-basis govuk-!-margin-bottom-2">
            Up to {formatDate(report.on)} · {progressReason(progress, commitment.scalesWithSpend)}
          </p>
          {progress.state !== 'replaced' && (
            <p>
              <a href={`${deliverPath(linked.contractId)}/new?commitment=${commitment.id}`}>
                Report<span class="govuk-visually-hidden"> {commitment.title}</span>
              </a>
              {commitment.evidenceRule && (
                <span class="govuk-hint"> Show it with: {commitment.evidenceRule}</span>
              )}
            </p>
          )}
        </li>
      ))}
    </ul>
  </section>
)

const Asked = ({ asked, linked }: Props) =>
  asked.length > 0 ? (
    <InsetText>
      <p>
        <strong>
          The council asks about {asked.length === 1 ? 'one report' : `${asked.length} reports`}:
        </strong>
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {asked.map((one) => (
          <li>
            <a href={`${deliverPath(linked.contractId)}/deliveries/${one.id}`}>Answer: {one.title}</a>
          </li>
        ))}
      </ul>
    </InsetText>
  ) : null

const HandOver = ({ handover, linked }: Props) =>
  handover && handover.supplier === null ? (
    <Form action={`${deliverPath(linked.contractId)}/handover`}>
      <InsetText>
        <p>
          The contract begins with what your bid promised, as below. Read it through; if it is right, confirm
          it. If it is not, tell the contract manager first.
        </p>
        <Button preventDoubleClick>Confirm the hand-over</Button>
      </InsetText>
    </Form>
  ) : null

const Reports = ({ deliveries, paging, linked }: Props) => (
  <DataTable
    id="reports"
    caption="What you reported"
    rows={deliveries}
    paging={paging}
    onPhone="stack"
    basis={{
      period: 'Newest first',
      coverage: 'All that was reported; only what the council verified counts',
    }}
    columns={[
      {
        name: 'title',
        header: 'Delivery',
        cell: (one) => (
          <>
            <a href={`${deliverPath(linked.contractId)}/deliveries/${one.id}`}>{one.title}</a>
            <span class="gt-under">{formatPeriod(one.fromOn, one.toOn)}</span>
          </>
        ),
      },
      {
        name: 'quantity',
        header: 'Reported',
        isNumeric: true,
        cell: (one) => `${grouped(one.quantity)} ${one.unit}`,
      },
      {
        name: 'verified',
        header: 'Verified',
        isNumeric: true,
        cell: (one) => (one.verifiedQuantity === null ? 'Nothing' : grouped(one.verifiedQuantity)),
      },
      { name: 'status', header: 'Decision', cell: (one) => <DeliveryTag status={one.status} /> },
    ]}
    empty={{
      title: 'Nothing reported yet',
      purpose: 'What you report stands here, with what the council decided.',
    }}
  />
)

export const DeliverContractView = (props: Props) => {
  const { linked, subContractors, reviews } = props
  const path = deliverPath(linked.contractId)
  return (
    <>
      <FormErrorSummary errors={props.errors} />
      <span class="govuk-caption-l">
        {linked.authorityName} · {linked.reference}
      </span>
      <h1>{linked.title}</h1>
      <Asked {...props} />
      <Button href={`${path}/new`}>Report a delivery</Button>
      <HandOver {...props} />
      {reviews[0] && (
        <p>
          Next review: {reviews[0].title}, {formatDate(reviews[0].plannedOn)}.
        </p>
      )}
      <Promises {...props} />
      <Reports {...props} />
      <Indicators indicators={props.indicators} on={props.report.on} />
      <SubContractors rows={subContractors} leaveAction={null} />
      <SubContractorForm
        action={`${path}/sub-contractors`}
        known={subContractors}
        errors={props.errors}
        fields={props.fields}
      />
    </>
  )
}
