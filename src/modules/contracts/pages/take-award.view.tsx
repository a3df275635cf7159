import { type TypedDay } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  errorOf,
  Form,
  FormErrorSummary,
  formatDate,
  formatPounds,
  SummaryList,
  Textarea,
} from '../../../platform/views/views.ts'
import { grouped } from '../messages/deliveries.ts'
import { BASIS_NAMES } from '../messages.ts'
import type { Award, AwardOffer } from '../model/award.ts'
import { DayField } from './day-field.tsx'
import { TextField } from './text-field.tsx'

type Props = {
  readonly award: Award
  readonly title: string
  readonly errors: readonly FieldError[]
  readonly fields: Readonly<Record<string, string>>
  readonly startsOn: TypedDay
  readonly endsOn: TypedDay
}

const Facts = ({ award }: Props) => (
  <SummaryList
    rows={[
      { key: 'Supplier', value: award.supplierName },
      { key: 'Number', value: award.supplierKey ?? 'No number known' },
      {
        key: 'Price, without VAT',
        value: award.pricePence === null ? 'Not said' : formatPounds(award.pricePence),
      },
      ...(award.lot === '' ? [] : [{ key: 'Lot', value: award.lot }]),
      { key: 'Final on', value: award.signedOn === null ? 'Not yet' : formatDate(award.signedOn) },
    ]}
  />
)

const worth = ({ unitValue, basis, priceYear }: AwardOffer) =>
  unitValue === null ? (
    (BASIS_NAMES[basis] ?? basis)
  ) : (
    <>
      £{grouped(unitValue)}
      <span class="gt-under">
        {BASIS_NAMES[basis] ?? basis}
        {priceYear !== null && `, prices of ${priceYear}`}
      </span>
    </>
  )

const Promised = ({ award }: Props) => (
  <DataTable
    id="promised"
    caption="Promises that become commitments"
    rows={award.offers}
    onPhone="stack"
    basis={{
      period: 'At award',
      coverage: 'As the winning bid offered it; values of one by your library of measures today',
      priceYear: 'As beside each value',
    }}
    columns={[
      { name: 'name', header: 'Promise', cell: (one) => one.name },
      {
        name: 'quantity',
        header: 'How many',
        isNumeric: true,
        cell: (one) => `${grouped(one.quantity)} ${one.unit}`,
      },
      { name: 'value', header: 'Value of one', isNumeric: true, cell: worth },
      {
        name: 'follows',
        header: 'Due',
        cell: (one) => (one.scalesWithSpend ? 'As is spent' : 'Over the term'),
      },
    ]}
    empty={{
      title: 'Nothing was promised in numbers',
      purpose: 'Promises in words go into the hand-over pack.',
    }}
  />
)

const Ask = (props: Props) => (
  <Form warnsOfUnsentChanges>
    <TextField
      {...props}
      name="reference"
      label="Reference"
      hint="As your ledger has it: payments that bear it are linked to this contract"
      classes="govuk-input--width-20"
    />
    <TextField {...props} name="title" label="Title" />
    <DayField name="startsOn" legend="First day" value={props.startsOn} errors={props.errors} />
    <DayField
      name="endsOn"
      legend="Last day, without extensions"
      hint="Leave it empty for a contract that rolls on"
      value={props.endsOn}
      errors={props.errors}
    />
    <TextField {...props} name="department" label="Department" />
    <TextField
      {...props}
      name="manager"
      label="Contract manager"
      hint="Answers for every promise until you say otherwise"
    />
    <TextField
      {...props}
      name="supplierContact"
      label="Who answers at the supplier"
      hint="A role rather than a name"
    />
    <TextField {...props} name="cpv" label="CPV codes" hint="Eight digits each, with spaces between" />
    <Textarea
      id="description"
      name="description"
      label="Description"
      value={props.fields['description']}
      errorMessage={errorOf(props.errors, 'description')}
    />
    <Button preventDoubleClick>Make the contract</Button>
  </Form>
)

export const TakeAwardView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <span class="govuk-caption-l">{props.title}</span>
    <h1>Make the contract</h1>
    <p>
      This is taken over from the award as it stands. The supplier’s account is linked, and a hand-over pack
      waits for both sides to confirm.
    </p>
    <Facts {...props} />
    <Promised {...props} />
    <h2>What the award does not say</h2>
    <Ask {...props} />
  </>
)
