import type { FieldError } from '../../../platform/http/form.ts'
import type { Standing } from '../../../platform/http/seen-form.ts'
import {
  Button,
  ChangedMeanwhile,
  errorOf,
  Form,
  FormErrorSummary,
  Input,
  SeenField,
  Select,
  Textarea,
} from '../../../platform/views/views.ts'
import type { EntryTexts } from '../framework/edit-entry.ts'
import type { RowColumn } from '../framework/framework-row.ts'
import { BASIS_NAMES, CONFIDENCE_NAMES } from '../messages/figure-words.ts'
import { UNITS } from '../model/units.ts'
import { BASES, CONFIDENCE_GRADES, type Framework } from '../model.ts'

type Props = {
  readonly framework: Framework
  readonly title: string
  readonly isNew: boolean
  readonly texts: EntryTexts
  readonly because: string
  readonly errors: readonly FieldError[]
  readonly standing: Standing
}

type Text = { readonly name: RowColumn; readonly label: string; readonly hint?: string }

const WORDS: readonly Text[] = [
  { name: 'counts', label: 'What counts' },
  { name: 'doesNotCount', label: 'What does not count' },
  { name: 'howToCount', label: 'How to count it' },
  { name: 'evidence', label: 'Evidence', hint: 'Several with semicolons' },
  { name: 'deadweight', label: 'What to say about what would have happened anyway' },
  { name: 'caution', label: 'What to be careful about', hint: 'It stands as a warning beside the measure' },
]

const PRICE: readonly Text[] = [
  { name: 'value', label: 'Value of one, in pounds', hint: 'Leave it empty where it has no price' },
  { name: 'low', label: 'Low end' },
  { name: 'high', label: 'High end' },
  { name: 'priceYear', label: 'Prices of', hint: '2024/25, 2019 or nominal' },
]

const ORIGIN: readonly Text[] = [
  { name: 'source', label: 'Source of the value' },
  { name: 'link', label: 'Link', hint: 'https://…' },
  { name: 'licence', label: 'Licence' },
  {
    name: 'group',
    label: 'Double-count group',
    hint: 'Measures of one group are never added for the same people or things',
  },
  {
    name: 'valuedThrough',
    label: 'Valued through',
    hint: 'Where it has no price: the code of the measure that prices the same change',
  },
]

const Field = ({
  text,
  props,
  narrow,
}: {
  readonly text: Text
  readonly props: Props
  readonly narrow?: boolean
}) => (
  <Input
    id={text.name}
    name={text.name}
    label={text.label}
    hint={text.hint}
    classes={narrow ? 'govuk-input--width-10' : ''}
    value={props.texts[text.name] ?? ''}
    errorMessage={errorOf(props.errors, text.name)}
  />
)

type Choice = { readonly value: string; readonly text: string }

const Choose = ({
  name,
  label,
  items,
  props,
}: {
  readonly name: RowColumn
  readonly label: string
  readonly items: readonly Choice[]
  readonly props: Props
}) => (
  <Select
    id={name}
    name={name}
    label={label}
    value={props.texts[name] ?? ''}
    items={[...items]}
    errorMessage={errorOf(props.errors, name)}
  />
)

const Kind = ({ props }: { readonly props: Props }) => (
  <>
    <Choose
      name="measureKind"
      label="Counted, or told in words"
      props={props}
      items={[
        { value: 'quantitative', text: 'Counted' },
        { value: 'qualitative', text: 'Told in words, scored 0 to 5, never priced' },
      ]}
    />
    <Choose
      name="rubric"
      label="Scale, for what is told in words"
      props={props}
      items={[
        { value: '', text: 'None' },
        ...props.framework.rubrics.map(({ code, name }) => ({ value: code, text: name })),
      ]}
    />
  </>
)

const Price = ({ props }: { readonly props: Props }) => (
  <>
    <h2>What it may be worth</h2>
    <Choose
      name="basis"
      label="Kind of value"
      props={props}
      items={BASES.map((basis) => ({ value: basis, text: BASIS_NAMES[basis] }))}
    />
    {PRICE.map((text) => (
      <Field text={text} props={props} narrow />
    ))}
    <Choose
      name="confidence"
      label="Confidence"
      props={props}
      items={CONFIDENCE_GRADES.map((grade) => ({ value: grade, text: CONFIDENCE_NAMES[grade] }))}
    />
    <Choose
      name="transfer"
      label="Does money only move from one pocket to another?"
      props={props}
      items={[
        { value: 'no', text: 'No' },
        { value: 'yes', text: 'Yes: it is shown and never added' },
      ]}
    />
    {ORIGIN.map((text) => (
      <Field text={text} props={props} />
    ))}
  </>
)

const Fit = ({ props }: { readonly props: Props }) => (
  <>
    <h2>Which contracts it suits</h2>
    <Choose
      name="smallSuppliers"
      label="Does it suit small suppliers?"
      props={props}
      items={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'It is hard for them' },
      ]}
    />
    <Field
      text={{ name: 'minimumMonths', label: 'Months a contract needs to show it' }}
      props={props}
      narrow
    />
    <Field
      text={{ name: 'contractKinds', label: 'Kinds of contract', hint: 'works; services; goods' }}
      props={props}
    />
  </>
)

export const ChangeMeasureView = (props: Props) => {
  const { framework, title, isNew, texts, because, errors, standing } = props
  return (
    <>
      <FormErrorSummary errors={errors} />
      <h1>{title}</h1>
      <p>
        It counts for your organisation only. Whatever differs from the origin is shown beside it, with your
        reason.
      </p>
      <ChangedMeanwhile meanwhile={standing.meanwhile} />
      <Form warnsOfUnsentChanges>
        <SeenField seen={standing.seen} />
        {isNew && (
          <Field
            text={{ name: 'code', label: 'Code', hint: 'Short, such as library-hours' }}
            props={props}
            narrow
          />
        )}
        <Field text={{ name: 'name', label: 'Name' }} props={props} />
        <Choose
          name="parent"
          label="Outcome"
          props={props}
          items={framework.outcomes.map(({ code, name }) => ({ value: code, text: name }))}
        />
        {isNew && <Kind props={props} />}
        <Choose
          name="unit"
          label="Counted in"
          props={props}
          items={UNITS.map(({ code, one }) => ({ value: code, text: one }))}
        />
        {WORDS.map(({ name, label, hint }) => (
          <Textarea
            id={name}
            name={name}
            label={label}
            hint={hint}
            rows={3}
            value={texts[name] ?? ''}
            errorMessage={errorOf(errors, name)}
          />
        ))}
        {(isNew || texts.measureKind !== 'qualitative') && <Price props={props} />}
        <Fit props={props} />
        <Textarea
          id="because"
          name="because"
          label="Why is it different here?"
          rows={2}
          value={because}
          errorMessage={errorOf(errors, 'because')}
        />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </>
  )
}
