import { typed } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  Form,
  FormErrorSummary,
  formatNumber,
  Input,
  Textarea,
} from '../../../platform/views/views.ts'
import { EVERYTHING } from '../model.ts'
import type { SchemeInUse } from '../read-rule-books.ts'
import { AnalysisNavigation } from './analysis-navigation.tsx'

type Props = {
  readonly schemes: readonly SchemeInUse[]
  readonly error: { readonly field: string; readonly message: string } | null
  readonly form: Readonly<Record<string, string | string[]>>
  readonly canChange: boolean
}

const errorAt = ({ error }: Props, field: string): string | undefined =>
  error?.field === field ? error.message : undefined

const Add = (props: Props) => (
  <Form>
    <h2 class="govuk-heading-m">Add a scheme of your own</h2>
    <Input
      id="name"
      name="name"
      label="Name"
      value={typed(props.form, 'name')}
      errorMessage={errorAt(props, 'name')}
      classes="govuk-input--width-20"
    />
    <Textarea
      id="entries"
      name="entries"
      label="Categories, one a line: code, name"
      hint="For example: 01, Care of adults"
      rows={8}
      value={typed(props.form, 'entries')}
      errorMessage={errorAt(props, 'entries')}
    />
    <Button>Add the scheme</Button>
  </Form>
)

export const ListSchemesView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.error ? [props.error] : []} />
    <AnalysisNavigation current="categories" slice={EVERYTHING} />
    <h1>Schemes of categories</h1>
    <p class="govuk-body-l">
      Each payment file has words of its own. A scheme gives one set of categories to all of them, by rules
      and by hand.
    </p>
    <DataTable
      id="schemes"
      caption="Schemes"
      rows={props.schemes}
      empty={{ title: 'No schemes', purpose: 'A scheme gives one set of categories to all files.' }}
      columns={[
        {
          name: 'name',
          header: 'Scheme',
          cell: (scheme) => <a href={`/spend/schemes/${scheme.slug}`}>{scheme.name}</a>,
        },
        { name: 'source', header: 'Source', cell: (scheme) => scheme.source },
        {
          name: 'entries',
          header: 'Categories',
          isNumeric: true,
          cell: (scheme) => formatNumber(scheme.entries.length),
        },
        {
          name: 'rules',
          header: 'Rules',
          isNumeric: true,
          cell: (scheme) => formatNumber(scheme.rules.length),
        },
        {
          name: 'choices',
          header: 'By hand',
          isNumeric: true,
          cell: (scheme) => formatNumber(Object.keys(scheme.choices).length),
        },
        {
          name: 'version',
          header: 'Version',
          cell: (scheme) => (scheme.version === 0 ? 'as shipped' : String(scheme.version)),
        },
      ]}
    />
    {props.canChange && <Add {...props} />}
  </>
)
