import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  Checkboxes,
  errorOf,
  Form,
  FormErrorSummary,
  Input,
  Radios,
  Select,
} from '../../../platform/views/views.ts'
import type { Question } from '../law/answer.ts'
import { LAW_FACT_GROUPS, type LawFactField } from '../model/law-fact-fields.ts'
import type { Purchase } from '../model/purchase.ts'
import { purchasePath } from '../paths.ts'
import { QuestionList } from './question-list.tsx'

type Props = {
  readonly purchase: Purchase
  readonly version: number
  readonly errors: readonly FieldError[]
  readonly text: (name: string) => string
  readonly chosen: (name: string) => readonly string[]
  readonly questions: readonly Question[]
}
type FieldProps = Props & { readonly name: string; readonly field: LawFactField }

const itemsOf = (choices: Readonly<Record<string, string>>) =>
  Object.entries(choices).map(([value, text]) => ({ value, text }))

const YES_NO = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: 'unknown', text: 'Not known yet' },
]

const YesNo = ({ name, field, text, errors }: FieldProps) => (
  <Radios
    name={name}
    idPrefix={name}
    classes="govuk-radios--inline govuk-radios--small"
    fieldset={{ legend: field.label }}
    hint={field.hint}
    items={YES_NO.map((item) => ({ ...item, checked: item.value === (text(name) || 'unknown') }))}
    errorMessage={errorOf(errors, name)}
  />
)

const Field = (props: FieldProps) => {
  const { name, field, text, chosen, errors } = props
  const given = { id: name, name, label: field.label, hint: field.hint, errorMessage: errorOf(errors, name) }
  switch (field.kind) {
    case 'yes-no':
      return <YesNo {...props} />
    case 'choice':
      return (
        <Select
          {...given}
          value={text(name)}
          items={[{ value: '', text: 'Not known yet' }, ...itemsOf(field.choices)]}
        />
      )
    case 'choices':
      return (
        <Checkboxes
          name={name}
          idPrefix={name}
          classes="govuk-checkboxes--small"
          fieldset={{ legend: field.label }}
          hint={field.hint}
          values={[...chosen(name)]}
          items={itemsOf(field.choices)}
          errorMessage={errorOf(errors, name)}
        />
      )
    default:
      return (
        <Input
          {...given}
          value={text(name)}
          type={field.kind === 'day' ? 'date' : 'text'}
          classes="govuk-input--width-10"
          prefix={field.kind === 'pounds' ? { text: '£' } : undefined}
        />
      )
  }
}

export const AnswerLawFactsView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <h1>Facts for the law</h1>
    <p>
      {props.purchase.title}. Answer what you know; leave the rest. Value, kind and main dates are{' '}
      <a href={purchasePath(props.purchase.id, 'edit')}>facts of the purchase</a>.
    </p>
    <QuestionList purchase={props.purchase} questions={props.questions} />
    <Form action={purchasePath(props.purchase.id, 'law/facts')} warnsOfUnsentChanges>
      <input type="hidden" name="version" value={String(props.version)} />
      {LAW_FACT_GROUPS.map(({ title, fields }) => (
        <>
          <h2>{title}</h2>
          {Object.entries(fields).map(([name, field]) => (
            <Field {...props} name={name} field={field} />
          ))}
        </>
      ))}
      <Button preventDoubleClick>Save the answers</Button>
    </Form>
  </>
)
