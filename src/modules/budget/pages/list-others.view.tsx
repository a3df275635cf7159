import {
  Button,
  type DataColumn,
  DataTable,
  FileUpload,
  Form,
  formatPeriod,
  formatPounds,
  type TablePaging,
} from '../../../platform/views/views.ts'
import { BASIS_NAMES, KIND_NAMES } from '../messages.ts'
import type { Other } from '../model.ts'
import { OTHER_COLUMNS } from '../reading/read-others.ts'
import { FileProblems } from './problems.tsx'

type Props = {
  readonly rows: readonly Other[]
  readonly paging: TablePaging
  readonly problems: readonly string[]
  readonly mayManage: boolean
}

const Import = () => (
  <section>
    <h2>Record many from a file</h2>
    <p>
      CSV or Excel (.xlsx) with these columns: {OTHER_COLUMNS}. Kind is grant, asset transfer or in-house. One
      row that cannot be used stops the import, and nothing changes.
    </p>
    <Form hasFiles action="/budget/other">
      <FileUpload id="file" name="file" label="The file" />
      <Button preventDoubleClick classes="govuk-button--secondary">
        Record them
      </Button>
    </Form>
  </section>
)

const COLUMNS: readonly DataColumn<Other>[] = [
  {
    name: 'title',
    header: 'What',
    cell: ({ id, title, kind, recipient }) => (
      <>
        <a href={`/budget/other/${id}`}>{title}</a>
        <span class="gt-under">{[KIND_NAMES[kind], recipient].filter(Boolean).join(' · ')}</span>
      </>
    ),
  },
  {
    name: 'days',
    header: 'When',
    cell: ({ startsOn, endsOn }) => formatPeriod(startsOn, endsOn),
  },
  {
    name: 'given',
    header: 'Given',
    isNumeric: true,
    cell: ({ givenPence }) => (givenPence === null ? 'Not said' : formatPounds(givenPence)),
  },
  {
    name: 'wanted',
    header: 'Wanted',
    isNumeric: true,
    cell: ({ quantity, unit, basis }) => (
      <>
        {quantity} {unit}
        <span class="gt-under">{BASIS_NAMES[basis]}</span>
      </>
    ),
  },
  { name: 'verified', header: 'Verified', isNumeric: true, cell: ({ verified }) => verified },
]

export const ListOthersView = ({ rows, paging, problems, mayManage }: Props) => (
  <>
    <FileProblems problems={problems} />
    <h1>Grants, asset transfers and what the council does itself</h1>
    {mayManage && (
      <p>
        <Button href="/budget/other/new">Record one</Button>
      </p>
    )}
    <DataTable
      id="others"
      caption="Social value outside contracts"
      rows={rows}
      paging={paging}
      onPhone="stack"
      basis={{
        period: 'All there are',
        coverage: 'As recorded here; verified is what somebody of the council has seen for themselves',
      }}
      columns={COLUMNS}
      empty={{
        title: 'Nothing recorded yet',
        purpose:
          'Contracts are not all. A grant to a lunch club, a building handed to a trust, or a council’s own apprentices bring social value too: record what is wanted of them and what came of it.',
        firstStep: mayManage ? { text: 'Record one', href: '/budget/other/new' } : undefined,
      }}
    />
    {mayManage && <Import />}
  </>
)
