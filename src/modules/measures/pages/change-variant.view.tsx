import type { FieldError } from '../../../platform/http/form.ts'
import type { Standing } from '../../../platform/http/seen-form.ts'
import {
  Button,
  ChangedMeanwhile,
  Details,
  errorOf,
  Form,
  FormErrorSummary,
  Input,
  SeenField,
  Select,
  Textarea,
} from '../../../platform/views/views.ts'
import type { EntryTexts } from '../framework/edit-entry.ts'
import { fieldText } from '../messages/field-words.ts'
import { BASIS_NAMES, unitOf } from '../messages/figure-words.ts'
import { type Measure, PRICED_BASES } from '../model.ts'
import type { Difference } from './entry-form.ts'

type Props = {
  readonly title: string
  readonly measure: Measure
  /** Null for a new one. */
  readonly code: string | null
  readonly path: string | null
  readonly texts: EntryTexts
  readonly because: string
  readonly outBecause: string
  readonly difference: Difference | undefined
  readonly errors: readonly FieldError[]
  readonly standing: Standing
}

const TEXTS = [
  { name: 'name', label: 'For what', hint: 'An area, an age, a severity' },
  { name: 'value', label: 'Value of one, in pounds', hint: undefined },
  { name: 'priceYear', label: 'Prices of', hint: '2024/25, 2019 or nominal' },
] as const

const Origin = ({ difference, path }: Pick<Props, 'difference' | 'path'>) =>
  difference === undefined ? null : (
    <>
      <p>
        {difference.was === null ? (
          'It was added here; what was published has no such figure.'
        ) : (
          <>
            As published: {fieldText(difference.was)}. Here:{' '}
            {difference.ours === null ? 'left out' : fieldText(difference.ours)}.
          </>
        )}
      </p>
      <Form action={`${path}/back`}>
        <Button classes="govuk-button--secondary">
          {difference.was === null ? 'Take it out again' : 'Put it back as published'}
        </Button>
      </Form>
    </>
  )

const Fields = ({ measure, code, texts, because, errors, standing }: Props) => (
  <Form warnsOfUnsentChanges>
    <SeenField seen={standing.seen} />
    {code === null && (
      <Input
        id="code"
        name="code"
        label="Code"
        hint="Short, such as london or under-25"
        classes="govuk-input--width-10"
        value={texts.code ?? ''}
        errorMessage={errorOf(errors, 'code')}
      />
    )}
    {TEXTS.map(({ name, label, hint }) => (
      <Input
        id={name}
        name={name}
        label={name === 'value' ? `Value of one ${unitOf(measure)}, in pounds` : label}
        hint={hint}
        classes={name === 'name' ? '' : 'govuk-input--width-10'}
        value={texts[name] ?? ''}
        errorMessage={errorOf(errors, name)}
      />
    ))}
    <Select
      id="basis"
      name="basis"
      label="Kind of value"
      value={texts.basis ?? ''}
      items={PRICED_BASES.map((basis) => ({ value: basis, text: BASIS_NAMES[basis] }))}
      errorMessage={errorOf(errors, 'basis')}
    />
    <Select
      id="transfer"
      name="transfer"
      label="Does money only move from one pocket to another?"
      hint="Benefit and tax do: they are shown and never added"
      value={texts.transfer ?? 'no'}
      items={[
        { value: 'no', text: 'No' },
        { value: 'yes', text: 'Yes' },
      ]}
      errorMessage={errorOf(errors, 'transfer')}
    />
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
)

export const ChangeVariantView = (props: Props) => {
  const { title, measure, code, path, outBecause, difference, errors } = props
  return (
    <>
      <FormErrorSummary errors={errors} />
      <h1>{title}</h1>
      <p>
        {measure.name}
        {code !== null && ` (${code})`}. It may be used in place of the measure’s own value. What you write
        counts for your organisation only.
      </p>
      <Origin difference={difference} path={path} />
      <ChangedMeanwhile meanwhile={props.standing.meanwhile} />
      <Fields {...props} />
      {code !== null && difference?.ours !== null && difference?.was !== null && (
        <Details summaryText="Leave it out here" open={outBecause !== ''}>
          <Form action={`${path}/out`}>
            <Input
              id="out-because"
              name="out-because"
              label="Why"
              value={outBecause}
              errorMessage={errorOf(errors, 'out-because')}
            />
            <Button classes="govuk-button--warning">Leave it out</Button>
          </Form>
        </Details>
      )}
    </>
  )
}
