import type { TypedDay } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  errorOf,
  Form,
  FormErrorSummary,
  Radios,
  Select,
  Textarea,
} from '../../../platform/views/views.ts'
import { NOTICE_KIND_NAMES } from '../messages/life.ts'
import { type Indicator, NOTICE_KINDS } from '../model/life.ts'
import type { Contract } from '../model.ts'
import { DayField } from './day-field.tsx'

type Props = {
  readonly contract: Contract
  readonly indicators: readonly Indicator[]
  readonly errors: readonly FieldError[]
  readonly fields: Readonly<Record<string, string>>
  readonly chanceFromOn: TypedDay
  readonly chanceUntilOn: TypedDay
}

export const EditNoticeView = ({ contract, indicators, errors, fields, ...days }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <span class="govuk-caption-l">{contract.title}</span>
    <h1>Begin a notice of poor performance or breach</h1>
    <p>
      Such a notice gives every authority a ground to exclude the supplier. Poor performance comes after a
      proper chance to improve. Two people who did not write it approve it before it is published.
    </p>
    <Form warnsOfUnsentChanges>
      <Radios
        name="kind"
        idPrefix="kind"
        fieldset={{ legend: { text: 'Which is it?' } }}
        items={NOTICE_KINDS.map((value) => ({ value, text: NOTICE_KIND_NAMES[value] }))}
        value={fields['kind']}
        errorMessage={errorOf(errors, 'kind')}
      />
      <Textarea
        id="whatHappened"
        name="whatHappened"
        label="What happened"
        value={fields['whatHappened']}
        errorMessage={errorOf(errors, 'whatHappened')}
      />
      <Select
        id="indicatorId"
        name="indicatorId"
        label="Which indicator shows it?"
        items={[
          { value: '', text: 'None' },
          ...indicators.map(({ id, title }) => ({
            value: id,
            text: title,
            selected: fields['indicatorId'] === id,
          })),
        ]}
      />
      <Textarea
        id="chance"
        name="chance"
        label="The chance to improve"
        hint="What the supplier was asked to do, and how it was told. Not needed for a breach"
        value={fields['chance']}
        errorMessage={errorOf(errors, 'chance')}
      />
      <DayField name="chanceFromOn" legend="It was given on" value={days.chanceFromOn} errors={errors} />
      <DayField name="chanceUntilOn" legend="It runs until" value={days.chanceUntilOn} errors={errors} />
      <Button preventDoubleClick>Write it down</Button>
    </Form>
  </>
)
