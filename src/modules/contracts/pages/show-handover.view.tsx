import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  Form,
  FormErrorSummary,
  formatDate,
  formatInstant,
  formatPounds,
  SummaryList,
} from '../../../platform/views/views.ts'
import { grouped } from '../messages/deliveries.ts'
import { termWords } from '../messages.ts'
import type { Indicator, Review } from '../model/life.ts'
import type { Commitment, Contract } from '../model.ts'
import type { Handover } from '../store/handovers.ts'
import { contractPath } from './paths.ts'

type Props = {
  readonly contract: Contract
  readonly handover: Handover
  readonly commitments: readonly Commitment[]
  readonly indicators: readonly Indicator[]
  readonly reviews: readonly Review[]
  readonly errors: readonly FieldError[]
  readonly mayManage: boolean
}

const confirmed = (by: Handover['council']): string =>
  by === null ? 'Not yet' : `${by.person}, ${formatInstant(by.at)}`

const Facts = ({ contract, handover, indicators, reviews }: Props) => (
  <SummaryList
    rows={[
      { key: 'Supplier', value: contract.supplierName },
      { key: 'Price', value: contract.valuePence === null ? 'Not said' : formatPounds(contract.valuePence) },
      { key: 'Term', value: termWords(contract.startsOn, contract.endsOn) },
      { key: 'Lot', value: contract.lot || 'None' },
      { key: 'Contract manager', value: contract.manager || 'Nobody named' },
      { key: 'At the supplier', value: contract.supplierContact || 'Nobody named' },
      { key: 'Indicators', value: indicators.map(({ title }) => title).join('; ') || 'None set yet' },
      {
        key: 'Reviews',
        value:
          reviews.map(({ title, plannedOn }) => `${title}, ${formatDate(plannedOn)}`).join('; ') ||
          'None planned yet',
      },
      { key: 'Confirmed here', value: confirmed(handover.council) },
      { key: 'Confirmed by the supplier', value: confirmed(handover.supplier) },
    ]}
  />
)

const Promised = ({ commitments }: Pick<Props, 'commitments'>) => (
  <DataTable
    id="promised"
    caption="Promised in numbers"
    rows={commitments}
    onPhone="stack"
    basis={{
      period: 'At award',
      coverage: 'As the winning bid offered it',
      priceYear: 'Values as at award',
    }}
    columns={[
      { name: 'title', header: 'Commitment', cell: (one) => one.title },
      {
        name: 'quantity',
        header: 'How many',
        isNumeric: true,
        cell: (one) => `${grouped(one.quantity)} ${one.unit}`,
      },
      {
        name: 'value',
        header: 'Value of one',
        isNumeric: true,
        cell: (one) => (one.unitValue === null ? 'Not priced' : `£${grouped(one.unitValue)}`),
      },
      { name: 'owner', header: 'Answers for it', cell: (one) => one.owner || 'Nobody named' },
    ]}
    empty={{
      title: 'Nothing promised in numbers',
      purpose: 'What the bid promised in words stands below.',
    }}
  />
)

export const ShowHandoverView = (props: Props) => {
  const { contract, handover, commitments } = props
  return (
    <>
      <FormErrorSummary errors={props.errors} />
      <span class="govuk-caption-l">{contract.title}</span>
      <h1>Hand-over pack</h1>
      <p>
        What was promised in the winning bid, as it goes from those who bought it to those who run it. Both
        sides read it and confirm.
      </p>
      <Facts {...props} />
      <Promised commitments={commitments} />
      {handover.award.words.length > 0 && (
        <>
          <h2>Promised in words</h2>
          {handover.award.words.map(({ criterion, text }) => (
            <>
              <h3>{criterion}</h3>
              <p>{text}</p>
            </>
          ))}
        </>
      )}
      {props.mayManage && handover.council === null && (
        <Form action={`${contractPath(contract.id)}/handover`}>
          <Button preventDoubleClick>Confirm the hand-over</Button>
        </Form>
      )}
    </>
  )
}
