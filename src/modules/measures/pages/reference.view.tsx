import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  Details,
  errorOf,
  FileUpload,
  Form,
  FormErrorSummary,
  formatCount,
  formatDate,
  Input,
  Radios,
  Tag,
} from '../../../platform/views/views.ts'
import { REFERENCE_KINDS, type ReferenceKind } from '../model/adaptation.ts'
import { REFERENCE_COLUMNS, type ReferenceFault } from '../reference/read-reference-table.ts'
import type { SourceAge } from '../rules/reference-age.ts'
import type { TypedReference } from './reference.ts'

export type SourceLine = {
  readonly age: SourceAge
  readonly warning: string | null
  readonly isImported: boolean
  readonly isOwn: boolean
}
export type SeriesLine = { readonly name: string; readonly source: string; readonly holds: string }

type Props = {
  readonly day: string
  readonly lines: readonly SourceLine[]
  readonly series: readonly SeriesLine[]
  readonly mayManage: boolean
}

const ageText = (months: number): string =>
  months < 24 ? formatCount(months, 'month') : formatCount(Math.floor(months / 12), 'year')

const SourceCell = ({ age: { source } }: Pick<SourceLine, 'age'>) => (
  <>
    {source.url ? <a href={source.url}>{source.title}</a> : source.title}
    {source.note && <span class="govuk-hint">{source.note}</span>}
  </>
)

const State = ({ warning, isImported, isOwn, age }: SourceLine) => (
  <>
    {warning ? (
      <Tag classes="govuk-tag--red">Out of date</Tag>
    ) : (
      <Tag classes="govuk-tag--green">In date</Tag>
    )}{' '}
    {isImported && <Tag>{isOwn ? 'Handed in by you' : 'Handed in for all'}</Tag>}{' '}
    {!age.source.isConfirmed && <Tag classes="govuk-tag--orange">Check</Tag>}
    {warning && <span class="govuk-hint">{warning}</span>}
    {!age.source.isConfirmed && (
      <span class="govuk-hint">Read in a copy; not yet confirmed at the publisher.</span>
    )}
  </>
)

export const ReferenceView = ({ day, lines, series, mayManage }: Props) => {
  const old = lines.filter(({ warning }) => warning !== null).length
  return (
    <>
      <h1>Reference data</h1>
      <p class="govuk-body-l">
        The figures that values rest on, where each comes from and how old it is. On {formatDate(day)},{' '}
        {old === 0 ? 'none is out of date' : `${old} of ${lines.length} are out of date`}.
      </p>
      {mayManage && <Button href="/measures/reference/import">Put a newer one in</Button>}
      <DataTable
        id="sources"
        caption="Sources"
        rows={lines}
        onPhone="stack"
        empty={{ title: 'No sources', purpose: '' }}
        columns={[
          { name: 'source', header: 'Source', cell: (line) => <SourceCell age={line.age} /> },
          { name: 'published', header: 'Published', cell: ({ age }) => age.source.publishedOn },
          { name: 'age', header: 'Age', cell: ({ age }) => ageText(age.months) },
          { name: 'licence', header: 'Licence', cell: ({ age }) => age.source.licence },
          { name: 'state', header: 'State', cell: (line) => <State {...line} /> },
        ]}
      />
      <DataTable
        id="series"
        caption="What is loaded"
        rows={series}
        onPhone="stack"
        empty={{ title: 'Nothing', purpose: '' }}
        columns={[
          { name: 'name', header: 'Data', cell: ({ name }) => name },
          { name: 'holds', header: 'Holds', cell: ({ holds }) => holds },
          { name: 'source', header: 'Source', cell: ({ source }) => source },
        ]}
      />
    </>
  )
}

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

const FaultRows = ({ faults }: { readonly faults: readonly ReferenceFault[] }) =>
  faults.length === 0 ? null : (
    <DataTable
      id="faults"
      caption="What to put right"
      rows={faults.slice(0, 200)}
      empty={{ title: 'Nothing', purpose: '' }}
      columns={[
        { name: 'row', header: 'Row', cell: ({ row }) => row },
        { name: 'problem', header: 'What is wrong', cell: ({ problem }) => problem },
      ]}
    />
  )

export const ImportReferenceView = ({
  typed,
  errors,
  faults,
}: {
  readonly typed: TypedReference
  readonly errors: readonly FieldError[]
  readonly faults: readonly ReferenceFault[]
}) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>Replace reference data</h1>
    <p>
      A newer set counts for your organisation from the moment it is in, and every sum names it. The old one
      stays in the log.
    </p>
    <FaultRows faults={faults} />
    <Form action="/measures/reference/import" hasFiles>
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
