import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  errorOf,
  Form,
  FormErrorSummary,
  Input,
  InsetText,
  Select,
} from '../../../platform/views/views.ts'
import { ENCODINGS, type PartLayout, type SampleRow } from '../reading/reading.ts'
import type { ImportRecord } from '../store/imports.ts'
import { SampleTable } from './layout-summary.tsx'

type Props = {
  readonly record: ImportRecord
  readonly errors: readonly FieldError[]
  readonly typed: (field: string) => string
  readonly columns: readonly { readonly value: string; readonly text: string }[]
  readonly detected: Readonly<Record<string, number | undefined>>
  readonly part: PartLayout | undefined
  readonly sample: readonly SampleRow[]
  readonly problem: string | null
  readonly labels: Readonly<Record<string, string>>
}

const AS_DETECTED = { value: '', text: 'As we found it' }

const Columns = ({ columns, detected, labels, typed }: Props) => (
  <fieldset class="govuk-fieldset">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Columns</legend>
    {Object.entries(detected).map(([role, index]) => (
      <Select
        id={`column-${role}`}
        name={`column-${role}`}
        label={labels[role] ?? role}
        value={typed(`column-${role}`) || (index === undefined ? '' : String(index + 1))}
        items={[
          { value: '', text: index === undefined ? 'Not found' : 'As we found it' },
          { value: 'none', text: 'There is none' },
          ...columns,
        ]}
      />
    ))}
  </fieldset>
)

const RowsWithoutDate = ({ errors, typed }: Pick<Props, 'errors' | 'typed'>) => (
  <>
    <Input
      id="periodFrom"
      name="periodFrom"
      label="First day, for rows without a date"
      hint="For example 2026-04-01"
      classes="govuk-input--width-10"
      value={typed('periodFrom')}
      errorMessage={errorOf(errors, 'periodFrom')}
    />
    <Input
      id="periodTo"
      name="periodTo"
      label="Last day, for rows without a date"
      hint="For example 2026-04-30"
      classes="govuk-input--width-10"
      value={typed('periodTo')}
      errorMessage={errorOf(errors, 'periodTo')}
    />
  </>
)

const Shape = ({ part, errors, typed }: Props) => (
  <fieldset class="govuk-fieldset">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Shape of the file</legend>
    <Input
      id="headerRow"
      name="headerRow"
      label="Row of the header"
      hint={`Found: ${part?.headerRows?.join(' and ') ?? 'none'}. Enter another row number, or "none".`}
      classes="govuk-input--width-5"
      value={typed('headerRow')}
      errorMessage={errorOf(errors, 'headerRow')}
    />
    <Select
      id="encoding"
      name="encoding"
      label="Encoding"
      value={typed('encoding')}
      items={[AS_DETECTED, ...ENCODINGS.map((value) => ({ value, text: value }))]}
    />
    <Select
      id="delimiter"
      name="delimiter"
      label="What parts the cells"
      value={typed('delimiter')}
      items={[AS_DETECTED, ...['comma', 'semicolon', 'tab', 'bar'].map((value) => ({ value, text: value }))]}
    />
    <Select
      id="dateOrder"
      name="dateOrder"
      label="Order of dates"
      value={typed('dateOrder')}
      items={[
        AS_DETECTED,
        { value: 'day-first', text: 'Day before month' },
        { value: 'month-first', text: 'Month before day' },
      ]}
    />
    <Input
      id="body"
      name="body"
      label="Body to count, where the file holds several"
      hint="As the file names it. Left empty, the payments of all are counted."
      value={typed('body') || (part?.onlyBody ?? '')}
      errorMessage={errorOf(errors, 'body')}
    />
    <RowsWithoutDate errors={errors} typed={typed} />
  </fieldset>
)

export const CorrectLayoutView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <h1>How {props.record.file_name} is read</h1>
    {props.problem && <InsetText>{props.problem}</InsetText>}
    <p>
      What you leave as it is stays as we found it. What you correct is remembered for the next file of the
      same shape.
    </p>
    <Form>
      <Columns {...props} />
      <Shape {...props} />
      <div class="govuk-button-group">
        <Button name="action" value="try" classes="govuk-button--secondary">
          Try this
        </Button>
        <Button name="action" value="count" preventDoubleClick>
          Count this file
        </Button>
      </div>
    </Form>
    {props.sample.length > 0 && <SampleTable sample={props.sample} />}
  </>
)
