import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  Checkboxes,
  errorOf,
  Form,
  FormErrorSummary,
  formatPeriod,
  Input,
  Radios,
  SummaryList,
  Textarea,
  WarningText,
} from '../../../platform/views/views.ts'
import { REPORTER_NAMES } from '../messages/deliveries.ts'
import type { Commitment, Contract, Delivery, DeliveryStep, Evidence } from '../model.ts'
import type { Alike } from '../rules/twice.ts'
import type { ActivityShare } from '../rules/verify.ts'
import { AddEvidence, EvidenceList, Steps } from './delivery-parts.tsx'
import { contractPath, deliveryPath } from './paths.ts'
import { DeliveryTag } from './tags.tsx'

type Props = {
  readonly delivery: Delivery
  readonly contract: Contract
  readonly commitment: Commitment | null
  readonly activity: {
    readonly title: string
    readonly quantity: string
    readonly unit: string
    readonly shares: readonly ActivityShare[]
  } | null
  /** Who did it for the supplier; null where it did it itself. */
  readonly subContractor: string | null
  readonly steps: readonly DeliveryStep[]
  readonly evidence: readonly Evidence[]
  /** Counted already, and perhaps the same thing. */
  readonly alike: readonly Alike[]
  readonly errors: readonly FieldError[]
  readonly mayVerify: boolean
  readonly mayManage: boolean
  readonly fields: Readonly<Record<'verdict' | 'part' | 'note' | 'answer' | 'another', string>>
}

const activityWords = ({ activity }: Props): string => {
  if (activity === null) return 'No'
  const others = activity.shares.length
  return `${activity.title}: ${Number(activity.quantity)} ${activity.unit} in all, with ${others} other ${others === 1 ? 'contract' : 'contracts'}`
}

const Facts = (props: Props) => {
  const { delivery, contract, commitment } = props
  return (
    <SummaryList
      rows={[
        { key: 'Contract', value: <a href={contractPath(contract.id)}>{contract.title}</a> },
        { key: 'For', value: commitment ? commitment.title : 'Nothing promised: beyond the commitments' },
        { key: 'Reported', value: `${delivery.quantity} ${delivery.unit}` },
        {
          key: 'Verified',
          value:
            delivery.verifiedQuantity === null
              ? 'Nothing yet'
              : `${delivery.verifiedQuantity} ${delivery.unit}`,
        },
        { key: 'When', value: formatPeriod(delivery.fromOn, delivery.toOn) },
        { key: 'Where', value: delivery.placeName || 'Not said' },
        {
          key: 'Done by',
          value: props.subContractor
            ? `${props.subContractor}, for ${delivery.reportedFor}`
            : delivery.reportedFor,
        },
        { key: 'Reported by', value: REPORTER_NAMES[delivery.reportedBy] },
        { key: 'Shared activity', value: activityWords(props) },
        { key: 'What shows it', value: commitment?.evidenceRule || 'No rule' },
      ]}
    />
  )
}

const AnswerForm = ({ delivery, errors, fields }: Props) => (
  <Form action={`${deliveryPath(delivery.id)}/answer`}>
    <Textarea
      id="answer"
      name="answer"
      label="What the supplier answered"
      hint="The delivery waits for a decision again"
      rows={3}
      value={fields.answer}
      errorMessage={errorOf(errors, 'answer')}
    />
    <Button classes="govuk-button--secondary" preventDoubleClick>
      Write the answer down
    </Button>
  </Form>
)

/** What may be the same thing under another contract or name: whoever decides says that it is another one. */
const MaybeCounted = ({ alike, errors, fields }: Props) =>
  alike.length === 0 ? null : (
    <>
      <WarningText>
        Something alike is verified for this supplier, in the same days and of the same measure. What was done
        once counts once.
      </WarningText>
      <ul class="govuk-list govuk-list--bullet">
        {alike.map((one) => (
          <li>
            <a href={deliveryPath(one.deliveryId)}>{one.title}</a>, {one.contractTitle}: {one.quantity}{' '}
            {one.unit} verified, {formatPeriod(one.fromOn, one.toOn)}
            {one.activity && `, part of “${one.activity.title}”`}
          </li>
        ))}
      </ul>
      <Checkboxes
        name="another"
        idPrefix="another"
        fieldset={{
          legend: { text: 'Was it something else?', classes: 'govuk-visually-hidden' },
        }}
        items={[
          {
            value: 'yes',
            text: 'This is another one, and counts besides',
            checked: fields.another === 'yes',
          },
        ]}
        errorMessage={errorOf(errors, 'another')}
      />
    </>
  )

const Decide = (props: Props) => {
  const { delivery, errors, fields } = props
  return (
    <>
      <h2>Decide</h2>
      <Form action={`${deliveryPath(delivery.id)}/decide`}>
        <Radios
          name="verdict"
          idPrefix="verdict"
          fieldset={{ legend: { text: 'What do you decide?' } }}
          items={[
            { value: 'accept', text: `Accept all ${delivery.quantity} ${delivery.unit}` },
            { value: 'accept-in-part', text: 'Accept a part' },
            { value: 'ask', text: 'Ask the supplier' },
            { value: 'reject', text: 'Reject it' },
          ]}
          value={fields.verdict}
          errorMessage={errorOf(errors, 'verdict')}
        />
        <MaybeCounted {...props} />
        <Input
          id="part"
          name="part"
          label="How much, where it is a part"
          classes="govuk-input--width-10"
          inputmode="decimal"
          value={fields.part}
          errorMessage={errorOf(errors, 'part')}
        />
        <Textarea
          id="note"
          name="note"
          label="Reason or question"
          hint="Needed for all but accepting; the supplier reads it"
          rows={3}
          value={fields.note}
          errorMessage={errorOf(errors, 'note')}
        />
        <Button preventDoubleClick>Decide</Button>
      </Form>
    </>
  )
}

export const ShowDeliveryView = (props: Props) => {
  const { delivery, mayManage, mayVerify } = props
  const isOpen = delivery.status === 'reported' || delivery.status === 'asked'
  return (
    <>
      <FormErrorSummary errors={props.errors} />
      <span class="govuk-caption-l">Delivery</span>
      <h1>{delivery.title}</h1>
      <p>
        <DeliveryTag status={delivery.status} />
      </p>
      {delivery.story && <p>{delivery.story}</p>}
      <Facts {...props} />
      <EvidenceList evidence={props.evidence} path={deliveryPath(delivery.id)} />
      {mayManage && isOpen && <AddEvidence errors={props.errors} path={deliveryPath(delivery.id)} />}
      {mayManage && delivery.status === 'asked' && <AnswerForm {...props} />}
      {mayVerify && isOpen && <Decide {...props} />}
      <Steps steps={props.steps} />
    </>
  )
}
