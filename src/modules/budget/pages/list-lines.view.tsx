import {
  Button,
  type DataColumn,
  DataTable,
  FileUpload,
  Form,
  formatPounds,
  Input,
  type TablePaging,
} from '../../../platform/views/views.ts'
import type { BudgetLine } from '../model.ts'
import { FileProblems } from './problems.tsx'

type Props = {
  readonly years: readonly string[]
  readonly filter: string
  readonly rows: readonly BudgetLine[]
  readonly paging: TablePaging
  readonly problems: readonly string[]
  readonly typedYear: string
  readonly mayManage: boolean
}

const Years = ({ years, filter }: Props) =>
  years.length < 2 ? null : (
    <nav aria-label="Years of the list">
      <p>
        {filter === '' ? <strong>All years</strong> : <a href="/budget/lines">All years</a>}
        {years.map((year) => (
          <>
            {' · '}
            {year === filter ? <strong>{year}</strong> : <a href={`/budget/lines?filter=${year}`}>{year}</a>}
          </>
        ))}
      </p>
    </nav>
  )

const Import = ({ typedYear }: Props) => (
  <section>
    <h2>Import budget lines</h2>
    <p>
      The budget as the ledger exports it, as CSV or Excel (.xlsx). It needs a column for the department and
      one for the budget; year, code, name and what is spent are read where they are there. The lines take the
      place of all lines of the same year. One row that cannot be used stops the import, and nothing changes.
    </p>
    <Form hasFiles action="/budget/lines">
      <Input
        id="year"
        name="year"
        label="Financial year, where the file has no column for it"
        hint="Such as 2026/27"
        classes="govuk-input--width-5"
        value={typedYear}
      />
      <FileUpload id="file" name="file" label="The file" />
      <Button preventDoubleClick>Import</Button>
    </Form>
  </section>
)

const COLUMNS: readonly DataColumn<BudgetLine>[] = [
  {
    name: 'name',
    header: 'Line',
    cell: ({ name, code }) => (
      <>
        {name || code || 'Without a name'}
        {name && code && <span class="gt-under">{code}</span>}
      </>
    ),
  },
  { name: 'department', header: 'Department', cell: ({ department }) => department },
  { name: 'year', header: 'Year', cell: ({ year }) => year },
  {
    name: 'budget',
    header: 'Budget',
    isNumeric: true,
    cell: ({ budgetPence }) => formatPounds(budgetPence),
  },
  {
    name: 'spent',
    header: 'Spent',
    isNumeric: true,
    cell: ({ spentPence }) => (spentPence === null ? 'Not said' : formatPounds(spentPence)),
  },
]

export const ListLinesView = (props: Props) => (
  <>
    <FileProblems problems={props.problems} />
    <h1>Financial budget lines</h1>
    <Years {...props} />
    <DataTable
      id="lines"
      caption="Lines by year"
      rows={props.rows}
      paging={props.paging}
      onPhone="stack"
      basis={{ period: props.filter || 'All years there are', coverage: 'As finance handed them in' }}
      columns={COLUMNS}
      empty={{
        title: 'No budget lines yet',
        purpose:
          'With the financial budget here, each department’s pounds stand beside what they are to bring.',
      }}
    />
    {props.mayManage && <Import {...props} />}
  </>
)
