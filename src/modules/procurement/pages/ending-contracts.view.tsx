import {
  type Basis,
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
} from '../../../platform/views/views.ts'
import { numberWords } from '../messages/purchase-words.ts'
import type { EndingSeen } from '../model/contract-ending.ts'
import { ENDING_PATH, planFollowingPath, purchasePath } from '../paths.ts'
import type { EndingFilter } from '../rules/contract-endings.ts'

type Props = {
  readonly rows: readonly EndingSeen[]
  /** Of all that end in the period, how many nothing follows. */
  readonly unplanned: number
  readonly isEmpty: boolean
  readonly filter: EndingFilter
  readonly departments: readonly string[]
  readonly basis: Basis
  readonly paging: TablePaging
  readonly exports: readonly TableExport[]
  readonly mayManage: boolean
}

const Filter = ({ filter, departments }: Props) => (
  <form method="get" action={ENDING_PATH} role="search" class="gt-filter">
    <Select
      id="planned"
      name="planned"
      label="What follows"
      value={filter.isUnplanned ? 'no' : ''}
      items={[
        { value: '', text: 'Planned or not' },
        { value: 'no', text: 'Nothing is planned' },
      ]}
    />
    <Select
      id="department"
      name="department"
      label="Department"
      value={filter.department ?? ''}
      items={[
        { value: '', text: 'Every department' },
        ...departments.map((value) => ({ value, text: value })),
      ]}
    />
    <Input label="Words in it" id="search" name="search" type="search" value={filter.search ?? ''} />
    <Button classes="govuk-button--secondary">Show</Button>
  </form>
)

const Successors = ({ row, mayManage }: { readonly row: EndingSeen; readonly mayManage: boolean }) => {
  const { ending, successors } = row
  if (successors.length === 0)
    return mayManage ? (
      <a href={planFollowingPath(ending.reference)}>
        Plan what follows<span class="govuk-visually-hidden"> {ending.title}</span>
      </a>
    ) : (
      <>Nothing is planned</>
    )
  return (
    <>
      {successors.map(({ id, number, title }) => (
        <span class="gt-under">
          <a href={purchasePath(id)}>{title}</a> ({numberWords(number)})
        </span>
      ))}
    </>
  )
}

const columnsOf = ({ mayManage }: Props): readonly DataColumn<EndingSeen>[] => [
  {
    name: 'title',
    header: 'Contract',
    isSortable: true,
    cell: ({ ending }) => (
      <>
        <a href={ending.href}>{ending.title}</a>
        <span class="gt-under">{ending.reference}</span>
      </>
    ),
  },
  {
    name: 'supplier',
    header: 'Supplier',
    isSortable: true,
    cell: ({ ending }) => ending.supplierName,
  },
  { name: 'department', header: 'Department', isSortable: true, cell: ({ ending }) => ending.department },
  {
    name: 'ends',
    header: 'Ends',
    isSortable: true,
    cell: ({ ending, endsOn }) => (
      <>
        {formatShortDate(endsOn)}
        {ending.furthestOn !== null && ending.furthestOn > endsOn && (
          <span class="gt-under">with every option {formatShortDate(ending.furthestOn)}</span>
        )}
      </>
    ),
  },
  {
    name: 'value',
    header: 'Value',
    isNumeric: true,
    isSortable: true,
    firstDirection: 'descending',
    cell: ({ ending }) => (ending.valuePence === null ? 'not known' : formatPounds(ending.valuePence)),
  },
  { name: 'next', header: 'What follows', cell: (row) => <Successors row={row} mayManage={mayManage} /> },
]

export const EndingContractsView = (props: Props) => (
  <>
    <h1>Contracts that end</h1>
    <p>
      What runs out in the next two years, or has in the last six months, and the purchase that is to follow
      it.{' '}
      {!props.isEmpty &&
        (props.unplanned === 0
          ? 'Something is planned for each.'
          : `Nothing is planned yet for ${formatCount(props.unplanned, 'contract')}.`)}
    </p>
    {!props.isEmpty && <Filter {...props} />}
    <DataTable
      id="ending"
      caption="Contracts that end, and what follows them"
      rows={props.rows}
      basis={props.basis}
      paging={props.paging}
      exports={props.exports}
      onPhone="stack"
      columns={columnsOf(props)}
      empty={
        props.isEmpty
          ? {
              title: 'No contract ends in this time',
              purpose:
                'Contracts of the register are listed here when their end comes near, so that nothing runs out before something follows.',
              firstStep: { text: 'See the contract register', href: '/contracts' },
            }
          : {
              title: 'No contract found',
              purpose: 'No contract is in the part you chose.',
              firstStep: { text: 'Show all that end', href: ENDING_PATH },
            }
      }
    />
  </>
)
