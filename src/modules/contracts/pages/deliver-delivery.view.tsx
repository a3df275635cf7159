import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  errorOf,
  Form,
  FormErrorSummary,
  formatPeriod,
  SummaryList,
  Textarea,
} from '../../../platform/views/views.ts'
import { grouped } from '../messages/deliveries.ts'
import type { Commitment, Delivery, DeliveryStep, Evidence } from '../model.ts'
import type { LinkedContract } from '../store/supplier-links.ts'
import { AddEvidence, EvidenceList, Steps } from './delivery-parts.tsx'
import { deliverPath } from './paths.ts'
import { DeliveryTag } from './tags.tsx'

type Props = {
  readonly linked: LinkedContract
  readonly delivery: Delivery
  readonly commitment: Commitment | null
  readonly steps: readonly DeliveryStep[]
  readonly evidence: readonly Evidence[]
  readonly errors: readonly FieldError[]
  readonly answer: string
}

const Question = ({ steps, errors, answer, path }: Props & { readonly path: string }) => (
  <section id="question">
    <h2>The council asks</h2>
    <blockquote>
      <p>{steps.findLast(({ status }) => status === 'asked')?.note}</p>
    </blockquote>
    <Form action={`${path}/answer`}>
      <Textarea
        id="answer"
        name="answer"
        label="Your answer"
        rows={3}
        value={answer}
        errorMessage={errorOf(errors, 'answer')}
      />
      <Button preventDoubleClick>Send the answer</Button>
    </Form>
  </section>
)

export const DeliverDeliveryView = (props: Props) => {
  const { delivery, commitment, linked } = props
  const path = `${deliverPath(linked.contractId)}/deliveries/${delivery.id}`
  const isOpen = delivery.status === 'reported' || delivery.status === 'asked'
  return (
    <>
      <FormErrorSummary errors={props.errors} />
      <span class="govuk-caption-l">{linked.title}</span>
      <h1>{delivery.title}</h1>
      <p>
        <DeliveryTag status={delivery.status} />
      </p>
      {delivery.status === 'asked' && <Question {...props} path={path} />}
      <SummaryList
        rows={[
          { key: 'For', value: commitment ? commitment.title : 'Beyond what you promised' },
          { key: 'Reported', value: `${grouped(delivery.quantity)} ${delivery.unit}` },
          {
            key: 'Verified',
            value:
              delivery.verifiedQuantity === null
                ? 'Nothing yet'
                : `${grouped(delivery.verifiedQuantity)} ${delivery.unit}`,
          },
          { key: 'When', value: formatPeriod(delivery.fromOn, delivery.toOn) },
          { key: 'Where', value: delivery.placeName || 'Not said' },
        ]}
      />
      {delivery.story && <p>{delivery.story}</p>}
      <EvidenceList evidence={props.evidence} path={path} />
      {isOpen && <AddEvidence errors={props.errors} path={path} />}
      <Steps steps={props.steps} />
    </>
  )
}
