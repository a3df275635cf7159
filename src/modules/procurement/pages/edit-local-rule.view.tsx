import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  Checkboxes,
  errorOf,
  Form,
  FormErrorSummary,
  Input,
  Radios,
} from '../../../platform/views/views.ts'
import { DUTY_NAMES } from '../messages/local-rule-words.ts'
import { KIND_NAMES } from '../messages/purchase-words.ts'
import { DUTIES } from '../model/local-rule.ts'
import { PURCHASE_KINDS } from '../model/purchase.ts'

type Props = {
  readonly title: string
  readonly action: string
  readonly isNewVersion: boolean
  readonly errors: readonly FieldError[]
  readonly text: (name: string) => string
  readonly kinds: readonly string[]
}

type FieldProps = Props & { name: string; label: string; hint?: string; prefix?: string; type?: string }

const Field = ({ text, errors, name, label, hint, prefix, type }: FieldProps) => (
  <Input
    id={name}
    name={name}
    label={label}
    hint={hint}
    type={type}
    prefix={prefix ? { text: prefix } : undefined}
    classes={name === 'title' || name === 'source' ? undefined : 'govuk-input--width-10'}
    value={text(name)}
    errorMessage={errorOf(errors, name)}
  />
)

export const EditLocalRuleView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <h1>{props.title}</h1>
    {props.isNewVersion && (
      <p>The version before stays on record, and holds for purchases that commenced before the new one.</p>
    )}
    <Form action={props.action} warnsOfUnsentChanges>
      <Field {...props} name="title" label="Title" />
      <Radios
        name="duty"
        idPrefix="duty"
        fieldset={{ legend: 'What does it ask, or allow?' }}
        value={props.text('duty')}
        items={DUTIES.map((duty) => ({ value: duty, text: DUTY_NAMES[duty] }))}
        errorMessage={errorOf(props.errors, 'duty')}
      />
      <Field
        {...props}
        name="from"
        label="From this value"
        prefix="£"
        hint="Whole value without VAT. For “over £5,000” enter 5,000.01"
      />
      <Field
        {...props}
        name="below"
        label="Below this value"
        prefix="£"
        hint="For “up to £10,000” enter 10,000.01"
      />
      <Checkboxes
        name="kinds"
        idPrefix="kinds"
        classes="govuk-checkboxes--small"
        fieldset={{ legend: 'For these kinds' }}
        hint="None ticked: every kind"
        values={[...props.kinds]}
        items={PURCHASE_KINDS.map((kind) => ({ value: kind, text: KIND_NAMES[kind] }))}
      />
      <Field {...props} name="quotes" label="Quotes needed" hint="For a rule about quotes" />
      <Field {...props} name="localQuotes" label="Of them local" />
      <Field
        {...props}
        name="weightPercent"
        label="Minimum weight in per cent"
        hint="For a rule about the weight of social value"
      />
      <Field {...props} name="source" label="The policy that says so" hint="Its name and paragraph" />
      <Field {...props} name="inForceFrom" label="In force from" type="date" />
      <Button preventDoubleClick>{props.isNewVersion ? 'Adopt the new version' : 'Adopt the rule'}</Button>
    </Form>
  </>
)
