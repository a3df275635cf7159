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
import { ROW_COLUMNS, VARIANT_COLUMNS } from '../framework/framework-row.ts'
import { columnName } from '../messages/fault-words.ts'
import type { RefusedLine } from '../store/refused-files.ts'
import type { FaultList } from './fault-list.ts'
import { Faults, RefusedLately } from './fault-list.view.tsx'

export const IMPORT_FIELDS = ['title', 'code', 'version', 'published', 'licence', 'source', 'terms'] as const
/** What the fields of the form hold, as typed. */
export type TypedImport = Readonly<Record<(typeof IMPORT_FIELDS)[number], string>>

type Props = {
  readonly typed: TypedImport
  readonly errors: readonly FieldError[]
  readonly list: FaultList | null
  /** Files that were not taken in lately. */
  readonly refused: readonly RefusedLine[]
}

const ABOUT = [
  { name: 'title', label: 'Title', hint: undefined },
  {
    name: 'code',
    label: 'Short name',
    hint: 'It stands in addresses: county-framework. A new version keeps the short name.',
  },
  { name: 'version', label: 'Version', hint: 'For example 2026.1' },
  { name: 'published', label: 'Published on', hint: 'For example 2026-04-01' },
  {
    name: 'licence',
    label: 'Licence under which you hold it',
    hint: 'For example CC BY 4.0, OGL v3.0, or the name of your contract with the publisher',
  },
  { name: 'source', label: 'Where it comes from', hint: 'The publisher, or the address of its page' },
] as const

const Shape = () => (
  <Details summaryText="What the file looks like">
    <p>
      A table with a header: one row for each theme, outcome and measure. <strong>kind</strong> is theme,
      outcome, measure or variant; <strong>parent</strong> is the code of what it stands under. Columns that
      are known: {ROW_COLUMNS.map(columnName).join(', ')}.
    </p>
    <p>
      A <strong>variant</strong> is another figure of a measure: for an area, an age, a severity. Its row has
      the measure as its parent and says {VARIANT_COLUMNS.slice(3).map(columnName).join(', ')}; two measures
      may have variants of the same code. <strong>transfer</strong> is yes for money that moves from one
      pocket to another, which is shown and never added.
    </p>
    <p>
      <a href="/measures/frameworks/open/all.csv">The open framework as CSV</a> is an example.
    </p>
  </Details>
)

export const ImportFrameworkView = ({ typed, errors, list, refused }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>Bring in a framework</h1>
    <p>
      Any framework that your organisation holds a licence for, as CSV or XLSX. It is taken in whole, or not
      at all, and only your organisation sees it.
    </p>
    {list && <Faults {...list} />}
    <RefusedLately kind="framework" refused={refused} />
    <Form action="/measures/import" hasFiles warnsOfUnsentChanges>
      {ABOUT.map(({ name, label, hint }) => (
        <Input
          id={name}
          name={name}
          label={label}
          hint={hint}
          value={typed[name]}
          errorMessage={errorOf(errors, name)}
        />
      ))}
      <Radios
        name="terms"
        idPrefix="terms"
        fieldset={{ legend: { text: 'What does the licence allow?' } }}
        value={typed.terms}
        errorMessage={errorOf(errors, 'terms')}
        items={[
          {
            value: 'open',
            text: 'It may be shown to others and passed on',
            hint: 'As with OGL, CC BY and own definitions',
          },
          {
            value: 'restricted',
            text: 'It stays inside',
            hint: 'Not shown to the public and not exported. Choose this if in doubt.',
          },
        ]}
      />
      <FileUpload
        id="file"
        name="file"
        label="File"
        hint="CSV or XLSX, at most 10 MB"
        errorMessage={errorOf(errors, 'file')}
      />
      <Shape />
      <Button preventDoubleClick>Take it in</Button>
    </Form>
  </>
)
