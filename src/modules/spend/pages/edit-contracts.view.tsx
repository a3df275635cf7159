import {
  Button,
  DataTable,
  Form,
  FormErrorSummary,
  formatDate,
  type TableExport,
  type TablePaging,
  Textarea,
} from '../../../platform/views/views.ts'
import { EVERYTHING } from '../model.ts'
import type { KnownContract } from '../rules/influence.ts'
import type { BookVersion } from '../store/rule-books.ts'
import { AnalysisNavigation } from './analysis-navigation.tsx'
import { RuleHistory } from './rule-history.tsx'

type Props = {
  readonly contracts: readonly KnownContract[]
  readonly paging: TablePaging
  readonly lines: string
  readonly version: number
  readonly versions: readonly BookVersion[]
  readonly names: ReadonlyMap<string, string>
  readonly error: string | null
  readonly canChange: boolean
}

const EXPORTS: readonly TableExport[] = (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
  format,
  href: `/spend/influenceable/contracts.${format.toLowerCase()}`,
}))

const Change = ({ lines, version, error }: Props) => (
  <Form warnsOfUnsentChanges>
    <input type="hidden" name="act" value="save" />
    <input type="hidden" name="seen" value={String(version)} />
    <Textarea
      id="lines"
      name="lines"
      rows={12}
      label={{ text: 'Contracts, one a line', classes: 'govuk-label--m' }}
      hint="Supplier, category (empty for all), title, last day, framework (empty for none): as copied from a spreadsheet saved as CSV. For example: Thornwick Care Ltd,Residential care,Care home block contract,31/03/2028,"
      value={lines}
      errorMessage={error ?? undefined}
    />
    <Button>Save the contracts</Button>
  </Form>
)

export const EditContractsView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.error === null ? [] : [{ field: 'lines', message: props.error }]} />
    <AnalysisNavigation current="influenceable" slice={EVERYTHING} />
    <h1>Known contracts</h1>
    <p class="govuk-body-l">
      What binds payments: when a contract ends, and whether it was called off from a framework. Rules of
      influenceable spend look here. A contract with a confirmed group of companies, by its name, holds for
      each of them.
    </p>
    <DataTable
      id="contracts"
      caption="Contracts"
      rows={props.contracts}
      paging={props.paging}
      exports={EXPORTS}
      basis={{
        period: 'Today',
        coverage: 'Contracts that somebody entered; what nobody entered binds nothing',
      }}
      empty={{
        title: 'No contracts yet',
        purpose: 'Enter the long contracts first: they decide most of what is locked in.',
      }}
      columns={[
        { name: 'supplier', isSortable: true, header: 'Supplier', cell: (one) => one.supplier },
        { name: 'category', isSortable: true, header: 'Category', cell: (one) => one.category || 'all' },
        { name: 'title', isSortable: true, header: 'Title', cell: (one) => one.title || '–' },
        {
          name: 'endsOn',
          isSortable: true,
          header: 'Last day',
          cell: (one) => (one.endsOn ? formatDate(one.endsOn) : 'not known'),
        },
        { name: 'framework', isSortable: true, header: 'Framework', cell: (one) => one.framework || '–' },
      ]}
    />
    {props.canChange && <Change {...props} />}
    <h2 class="govuk-heading-m">History</h2>
    <RuleHistory versions={props.versions} names={props.names} canChange={props.canChange} />
  </>
)
