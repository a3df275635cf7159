import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  Details,
  errorOf,
  FileUpload,
  Form,
  FormErrorSummary,
  Input,
  Radios,
} from '../../../platform/views/views.ts'
import { REFERENCE_KINDS, type ReferenceKind } from '../model/adaptation.ts'
import { REFERENCE_COLUMNS } from '../reference/read-reference-table.ts'
import type { RefusedLine } from '../store/refused-files.ts'
import type { FaultList } from './fault-list.ts'
import { Faults, RefusedLately } from './fault-list.view.tsx'
import type { TypedReference } from './import-reference.ts'

const KIND_NAMES: Readonly<Record<ReferenceKind, string>> = {
  deflators: 'GDP deflators',
  'carbon-values': 'Carbon values',
  'discount-rates': 'Discount rates',
  wages: 'Wages',
}

const FIELDS = [
  {
    name: 'title',
    label: 'Title',
    hint: 'For example HM Treasury, GDP deflators at market prices, June 2026',
  },
  { name: 'licence', label: 'Licence', hint: 'For example OGL v3.0' },
  { name: 'url', label: 'Address of its page', hint: 'https://…' },
  { name: 'published', label: 'Published on', hint: 'For example 2026-06-30' },
  {
    name: 'due',
    label: 'Next one due on',
    hint: 'From that day this page warns. Leave it empty where nobody knows',
  },
  { name: 'prices', label: 'In prices of (carbon values only)', hint: 'For example 2022' },
] as const

export const ImportReferenceView = ({
  typed,
  errors,
  list,
  refused,
}: {
  readonly typed: TypedReference
  readonly errors: readonly FieldError[]
  readonly list: FaultList | null
  /** Files that were not taken in lately. */
  readonly refused: readonly RefusedLine[]
}) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>Replace reference data</h1>
    <p>
      A newer set counts for your organisation from the moment it is in, and every sum names it. The old one
      stays in the log.
    </p>
    {list && <Faults {...list} />}
    <RefusedLately kind="reference" refused={refused} />
    <Form action="/measures/reference/import" hasFiles warnsOfUnsentChanges>
      <Radios
        name="kind"
        idPrefix="kind"
        fieldset={{ legend: { text: 'What does the file hold?' } }}
        value={typed.kind}
        errorMessage={errorOf(errors, 'kind')}
        items={REFERENCE_KINDS.map((kind) => ({
          value: kind,
          text: KIND_NAMES[kind],
          hint: `Columns: ${REFERENCE_COLUMNS[kind].join(', ')}`,
        }))}
      />
      {FIELDS.map(({ name, label, hint }) => (
        <Input
          id={name}
          name={name}
          label={label}
          hint={hint}
          value={typed[name]}
          errorMessage={errorOf(errors, name)}
        />
      ))}
      <FileUpload
        id="file"
        name="file"
        label="File"
        hint="CSV or XLSX"
        errorMessage={errorOf(errors, 'file')}
      />
      <Details summaryText="An example">
        <p>year,index,forecast / 2025/26,103.2,no / 2026/27,105.3,yes</p>
      </Details>
      <Button preventDoubleClick>Put it in</Button>
    </Form>
  </>
)
