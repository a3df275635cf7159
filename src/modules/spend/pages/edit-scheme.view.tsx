import type { FieldError } from '../../../platform/http/form.ts'
import {
  type Basis,
  Button,
  DataTable,
  Details,
  errorOf,
  Form,
  FormErrorSummary,
  formatPence,
  Input,
  Select,
  type TablePaging,
} from '../../../platform/views/views.ts'
import { TEST_WORDS } from '../messages.ts'
import { EVERYTHING } from '../model.ts'
import type { SchemeInUse } from '../read-rule-books.ts'
import type { CategoryRule } from '../rules/categorise.ts'
import type { BookVersion } from '../store/rule-books.ts'
import { AnalysisNavigation } from './analysis-navigation.tsx'
import type { MappedCategory } from './edit-scheme.ts'
import { RuleHistory } from './rule-history.tsx'

type Props = {
  readonly scheme: SchemeInUse
  readonly mapped: readonly MappedCategory[]
  readonly paging: TablePaging
  readonly basis: Basis
  readonly versions: readonly BookVersion[]
  readonly names: ReadonlyMap<string, string>
  readonly errors: readonly FieldError[]
  /** A rule as it was typed, so that a refused one is not lost. */
  readonly typed: Readonly<Record<'field' | 'test' | 'value' | 'code', string>>
  readonly canChange: boolean
}

const FIELD_WORDS = { category: 'Category', department: 'Department', sector: 'Sector (letter)' } as const

const codes = ({ scheme }: Props, first: string) => [
  { value: '', text: first },
  ...scheme.entries.map((entry) => ({ value: entry.code, text: `${entry.code}: ${entry.name}` })),
]

const nameOf = (scheme: SchemeInUse, code: string | null): string =>
  code === null ? 'Not mapped' : (scheme.entries.find((entry) => entry.code === code)?.name ?? code)

const BY = { hand: 'by hand', rule: 'by a rule' } as const

const Mapping = (props: Props) => {
  const { scheme, mapped, paging, basis, canChange } = props
  return (
    <Form warnsOfUnsentChanges>
      <input type="hidden" name="act" value="choose" />
      <input type="hidden" name="seen" value={String(scheme.version)} />
      <DataTable
        id="mapping"
        caption="What the files say, and what it means here"
        rows={mapped.map((row, at) => ({ ...row, at }))}
        basis={basis}
        paging={paging}
        empty={{
          title: 'Nothing here',
          purpose: 'No category of the files is mapped so.',
          firstStep: { text: 'Show all', href: paging.path },
        }}
        columns={[
          { name: 'category', header: 'In the files', cell: (row) => row.category },
          { name: 'amount', header: 'Amount', isNumeric: true, cell: (row) => formatPence(row.pence) },
          {
            name: 'mapped',
            header: 'Mapped to',
            cell: (row) =>
              `${row.codes.map((code) => nameOf(scheme, code)).join(', or ')}${row.by ? ` (${BY[row.by]})` : ''}`,
          },
          ...(canChange
            ? [
                {
                  name: 'choose',
                  header: 'By hand',
                  cell: (row: MappedCategory & { readonly at: number }) => (
                    <>
                      <input type="hidden" name={`of-${row.at}`} value={row.category} />
                      <Select
                        id={`code-${row.at}`}
                        name={`code-${row.at}`}
                        label={{ text: `Category for ${row.category}`, classes: 'govuk-visually-hidden' }}
                        value={scheme.choices[row.category] ?? ''}
                        items={codes(props, 'As the rules say')}
                      />
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      {canChange && mapped.length > 0 && <Button>Save these choices</Button>}
    </Form>
  )
}

const AddRule = (props: Props) => (
  <Form>
    <h2 class="govuk-heading-m">Add a rule</h2>
    <input type="hidden" name="act" value="add" />
    <input type="hidden" name="seen" value={String(props.scheme.version)} />
    <Select
      id="field"
      name="field"
      label="If the"
      value={props.typed.field}
      errorMessage={errorOf(props.errors, 'field')}
      items={Object.entries(FIELD_WORDS).map(([value, text]) => ({ value, text }))}
    />
    <Select
      id="test"
      name="test"
      label="Which"
      value={props.typed.test}
      errorMessage={errorOf(props.errors, 'test')}
      items={Object.entries(TEST_WORDS).map(([value, text]) => ({ value, text }))}
    />
    <Input
      id="value"
      name="value"
      label="Text"
      classes="govuk-input--width-20"
      value={props.typed.value}
      errorMessage={errorOf(props.errors, 'value')}
    />
    <Select
      id="code"
      name="code"
      label="Then it is"
      items={codes(props, 'Choose')}
      value={props.typed.code}
      errorMessage={errorOf(props.errors, 'code')}
    />
    <Button>Add as the first rule</Button>
  </Form>
)

const Act = ({
  act,
  place,
  scheme,
  text,
}: {
  act: string
  place: number
  scheme: SchemeInUse
  text: string
}) => (
  <Form>
    <input type="hidden" name="act" value={act} />
    <input type="hidden" name="place" value={String(place)} />
    <input type="hidden" name="seen" value={String(scheme.version)} />
    <Button classes="govuk-button--secondary gt-small-button">
      {text}
      <span class="govuk-visually-hidden"> rule {place}</span>
    </Button>
  </Form>
)

const Rules = ({ scheme, canChange }: Props) => (
  <DataTable<{ readonly rule: CategoryRule; readonly place: number }>
    id="rules"
    caption="Rules, in order: the first that fits decides"
    rows={scheme.rules.map((rule, at) => ({ rule, place: at + 1 }))}
    empty={{ title: 'No rules', purpose: 'Without rules only what is mapped by hand has a category.' }}
    columns={[
      { name: 'place', header: 'Rule', cell: ({ place }) => String(place) },
      {
        name: 'if',
        header: 'If',
        cell: ({ rule }) => `${FIELD_WORDS[rule.field]} ${TEST_WORDS[rule.test]} “${rule.value}”`,
      },
      { name: 'then', header: 'Then it is', cell: ({ rule }) => nameOf(scheme, rule.code) },
      ...(canChange
        ? [
            {
              name: 'acts',
              header: 'Change',
              cell: ({ place }: { readonly place: number }) => (
                <div class="gt-small-buttons">
                  {place > 1 && <Act act="up" place={place} scheme={scheme} text="Up" />}
                  <Act act="remove" place={place} scheme={scheme} text="Take out" />
                </div>
              ),
            },
          ]
        : []),
    ]}
  />
)

export const EditSchemeView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <AnalysisNavigation current="categories" slice={EVERYTHING} />
    <h1>{props.scheme.name}</h1>
    <p class="govuk-body-l">
      {props.scheme.source} What is not mapped comes first.{' '}
      <a href={`/spend/categories?scheme=${props.scheme.slug}`}>The spending under this scheme</a>
    </p>
    <Mapping {...props} />
    <Details summaryText={`The rules of this scheme (${props.scheme.rules.length})`}>
      <Rules {...props} />
    </Details>
    {props.canChange && <AddRule {...props} />}
    <h2 class="govuk-heading-m">History</h2>
    <RuleHistory versions={props.versions} names={props.names} canChange={props.canChange} />
  </>
)
