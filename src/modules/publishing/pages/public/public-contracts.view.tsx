import {
  Button,
  type DataColumn,
  DataTable,
  formatCount,
  formatPounds,
  formatShortDate,
  Input,
  Select,
  type TableExport,
  type TablePaging,
} from '../../../../platform/views/views.ts'
import type { PublicRow, PublicSearch } from '../../store/public-site.ts'
import { publicContractPath, publicContractsPath } from '../paths.ts'
import { stageWords } from './words.ts'

type Props = {
  readonly slug: string
  readonly on: string
  readonly name: string
  readonly search: PublicSearch
  readonly rows: readonly PublicRow[]
  readonly total: number
  readonly paging: TablePaging
  readonly exports: readonly TableExport[]
}

const pounds = (pence: number | null, none: string): string => (pence === null ? none : formatPounds(pence))
const day = (on: string | null): string => (on === null ? 'Not said' : formatShortDate(on))

const columnsOf = (slug: string, on: string): readonly DataColumn<PublicRow>[] => [
  {
    name: 'title',
    header: 'What',
    isSortable: true,
    cell: (row) => (
      <>
        <a href={publicContractPath(slug, row.ocid)}>{row.title}</a>
        <span class="gt-under">{stageWords(row, on)}</span>
      </>
    ),
  },
  {
    name: 'supplier',
    header: 'From whom',
    isSortable: true,
    cell: (row) => row.supplierName ?? 'Not decided yet',
  },
  {
    name: 'value',
    header: 'Value',
    isNumeric: true,
    isSortable: true,
    firstDirection: 'descending',
    cell: (row) => pounds(row.valuePence, 'Not said'),
  },
  {
    name: 'paid',
    header: 'Paid so far',
    isNumeric: true,
    isSortable: true,
    firstDirection: 'descending',
    cell: (row) => pounds(row.paidPence, 'Not known'),
  },
  { name: 'start', header: 'Starts', isSortable: true, cell: (row) => day(row.startsOn) },
  { name: 'end', header: 'Ends', isSortable: true, cell: (row) => day(row.endsOn) },
]

const KIND_WORDS = { all: 'Contracts and plans', contracts: 'Contracts only', plans: 'Plans only' } as const

export const PublicContractsView = (props: Props) => {
  const { slug, name, on, search, rows, total } = props
  return (
    <>
      <h1>What {name} bought and plans to buy</h1>
      <form method="get" action={publicContractsPath(slug)} class="gt-filter">
        <Input
          id="words"
          name="words"
          label="Words in the title, the description or the supplier’s name"
          value={search.words}
        />
        <Select
          id="kind"
          name="kind"
          label="Show"
          items={Object.entries(KIND_WORDS).map(([value, text]) => ({
            value,
            text,
            selected: value === search.kind,
          }))}
        />
        <Button classes="govuk-button--secondary">Search</Button>
      </form>
      <DataTable
        id="contracts"
        caption={formatCount(total, 'result')}
        rows={rows}
        columns={columnsOf(slug, on)}
        paging={props.paging}
        onPhone="stack"
        exports={props.exports}
        basis={{
          period: 'As it was published last',
          coverage:
            'Values without VAT, for the term without extensions; payments as payment files tell them',
          unknown: '“Not known” where payments cannot be told apart by contract',
        }}
        empty={{
          title: 'Nothing fits',
          purpose: 'Nothing published here holds all of these words. Try fewer, or the name of a supplier.',
        }}
      />
    </>
  )
}
