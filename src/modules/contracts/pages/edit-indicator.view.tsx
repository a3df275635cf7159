import type { TypedDay } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  Checkboxes,
  errorOf,
  Form,
  FormErrorSummary,
  Select,
  Textarea,
} from '../../../platform/views/views.ts'
import type { Contract } from '../model.ts'
import { DayField } from './day-field.tsx'
import { TextField } from './text-field.tsx'

type Props = {
  readonly contract: Contract
  readonly errors: readonly FieldError[]
  readonly fields: Readonly<Record<string, string>>
  readonly firstDueOn: TypedDay
}

const EVERY = [
  ['1', 'Every month'],
  ['3', 'Every three months'],
  ['6', 'Every six months'],
  ['12', 'Every twelve months: the longest the law allows'],
] as const

const Marks = ({ fields }: Props) => (
  <>
    <Checkboxes
      name="isStatutory"
      idPrefix="isStatutory"
      items={[
        {
          value: 'yes',
          text: 'Set because the law asks for indicators (section 52), so it is published',
          checked: fields['isStatutory'] === 'yes',
        },
      ]}
    />
    <Checkboxes
      name="isSocial"
      idPrefix="isSocial"
      items={[
        {
          value: 'yes',
          text: 'It is about social value',
          hint: 'No law asks for one; a council may choose to',
          checked: fields['isSocial'] === 'yes',
        },
      ]}
    />
  </>
)

export const EditIndicatorView = (props: Props) => {
  const { errors, fields } = props
  return (
    <>
      <FormErrorSummary errors={errors} />
      <span class="govuk-caption-l">{props.contract.title}</span>
      <h1>Set an indicator</h1>
      <Form warnsOfUnsentChanges>
        <TextField
          {...props}
          name="title"
          label="What is judged"
          hint="Such as repairs done on the first visit"
        />
        <Textarea
          id="howMeasured"
          name="howMeasured"
          label="How it is measured"
          rows={3}
          value={fields['howMeasured']}
          errorMessage={errorOf(errors, 'howMeasured')}
        />
        <Select
          id="direction"
          name="direction"
          label="The figure has to be"
          items={[
            { value: 'at-least', text: 'At least' },
            { value: 'at-most', text: 'At most', selected: fields['direction'] === 'at-most' },
          ]}
        />
        <TextField
          {...props}
          name="target"
          label="So much"
          hint="Leave it empty where it is judged in words"
          classes="govuk-input--width-10"
        />
        <TextField
          {...props}
          name="unit"
          label="Of what"
          hint="Such as per cent"
          classes="govuk-input--width-10"
        />
        <Select
          id="everyMonths"
          name="everyMonths"
          label="Assessed"
          errorMessage={errorOf(errors, 'everyMonths')}
          items={EVERY.map(([value, text]) => ({ value, text, selected: fields['everyMonths'] === value }))}
        />
        <DayField name="firstDueOn" legend="First assessment by" value={props.firstDueOn} errors={errors} />
        <Marks {...props} />
        <Button preventDoubleClick>Set the indicator</Button>
      </Form>
    </>
  )
}
