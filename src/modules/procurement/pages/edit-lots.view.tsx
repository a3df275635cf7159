import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  Checkboxes,
  errorOf,
  Form,
  FormErrorSummary,
  Input,
  Radios,
  Textarea,
} from '../../../platform/views/views.ts'
import type { EngagementNote } from '../model/engagement.ts'
import type { TypedBecause } from './ask-request.ts'
import { BecauseFields } from './because-fields.tsx'
import type { TypedLot } from './edit-lots.ts'

type Props = {
  readonly title: string
  readonly texts: {
    readonly introduction: string
    readonly lotsReason: string
    readonly isForSmallSuppliers: boolean
    readonly volume: string
  }
  readonly lots: readonly TypedLot[]
  readonly typed: TypedBecause
  readonly notes: readonly EngagementNote[]
  readonly errors: readonly FieldError[]
}

const Lot = ({
  lot,
  index,
  errors,
}: {
  readonly lot: TypedLot
  readonly index: number
  readonly errors: readonly FieldError[]
}) => {
  const at = (field: string) => `lot-${field}-${index}`
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
        {lot.name || `Another lot (${index + 1})`}
      </legend>
      <Input
        id={at('name')}
        name={at('name')}
        label="Name"
        hint={lot.name ? 'Empty it to remove the lot' : undefined}
        value={lot.name}
        errorMessage={errorOf(errors, at('name'))}
      />
      <Textarea
        id={at('description')}
        name={at('description')}
        label="What is in it"
        rows={2}
        value={lot.description}
        errorMessage={errorOf(errors, at('description'))}
      />
      <Input
        id={at('value')}
        name={at('value')}
        label="Value with VAT"
        prefix={{ text: '£' }}
        classes="govuk-input--width-10"
        value={lot.value}
        errorMessage={errorOf(errors, at('value'))}
      />
      <Checkboxes
        name={at('small')}
        idPrefix={at('small')}
        classes="govuk-checkboxes--small"
        values={lot.small === 'yes' ? ['yes'] : []}
        items={[{ value: 'yes', text: 'Small suppliers and charities are meant to be able to win it' }]}
      />
    </fieldset>
  )
}

export const EditLotsView = ({ title, texts, lots, typed, notes, errors }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <span class="govuk-caption-l">{title}</span>
    <h1>Lots, volume and introduction</h1>
    <Form warnsOfUnsentChanges>
      <Textarea
        id="introduction"
        name="introduction"
        label="Introduction"
        hint="What you want to be better, for somebody who has never bid. Short sentences"
        value={texts.introduction}
        errorMessage={errorOf(errors, 'introduction')}
      />
      <Radios
        name="isVolumeGuaranteed"
        idPrefix="isVolumeGuaranteed"
        fieldset={{ legend: 'Is the volume guaranteed?' }}
        value={texts.volume}
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No', hint: 'Commitments can then follow what is really spent' },
        ]}
        errorMessage={errorOf(errors, 'isVolumeGuaranteed')}
      />
      <Checkboxes
        name="isForSmallSuppliers"
        idPrefix="isForSmallSuppliers"
        values={texts.isForSmallSuppliers ? ['yes'] : []}
        items={[
          {
            value: 'yes',
            text: 'Small suppliers and charities are meant to be able to win',
            hint: 'Half as many measures are then in proportion, and only those that suit them',
          },
        ]}
      />
      <h2>Lots</h2>
      <p>Preston’s city council split a £1.6 million food budget into lots that farmers could win.</p>
      {lots.map((lot, index) => (
        <Lot lot={lot} index={index} errors={errors} />
      ))}
      <Textarea
        id="lotsReason"
        name="lotsReason"
        label="If there are no lots: why not?"
        rows={2}
        value={texts.lotsReason}
        errorMessage={errorOf(errors, 'lotsReason')}
      />
      <BecauseFields typed={typed} notes={notes} errors={errors} />
      <Button preventDoubleClick>Save</Button>
    </Form>
  </>
)
