import {
  type Basis,
  Button,
  type DataColumn,
  DataTable,
  formatPounds,
  formatShortDate,
  Input,
  Select,
  type TablePaging,
} from '../../../platform/views/views.ts'
import { KIND_NAMES, numberWords, STAGE_NAMES } from '../messages/purchase-words.ts'
import { PURCHASE_KINDS, type Purchase, STAGES } from '../model/purchase.ts'
import { ENDING_PATH, PIPELINE_PATH, purchasePath } from '../paths.ts'
import type { PipelineFilter } from '../rules/pipeline.ts'
import { wholeValue } from '../rules/purchase-value.ts'
import { StageTag } from './stage-tag.tsx'

type Props = {
  readonly rows: readonly Purchase[]
  readonly filter: PipelineFilter
  readonly departments: readonly string[]
  readonly categories: readonly string[]
  readonly basis: Basis
  readonly paging: TablePaging
  readonly exports: readonly { readonly format: 'CSV' | 'XLSX' | 'JSON'; readonly href: string }[]
  /** Where the payments of a category are shown; null for people who may not see spending. */
  readonly spendOf: ((category: string) => string) | null
  readonly isEmpty: boolean
  readonly mayManage: boolean
}

const anyOr = (text: string, items: readonly { value: string; text: string }[]) => [
  { value: '', text },
  ...items,
]
const plain = (values: readonly string[]) => values.map((value) => ({ value, text: value }))

const Filter = ({ filter, departments, categories }: Props) => (
  <form method="get" action={PIPELINE_PATH} role="search" class="gt-filter">
    <Select
      id="stage"
      name="stage"
      label="Stage"
      value={filter.stage ?? ''}
      items={anyOr(
        'Every stage',
        STAGES.map((stage) => ({ value: stage, text: STAGE_NAMES[stage] })),
      )}
    />
    <Select
      id="kind"
      name="kind"
      label="Kind"
      value={filter.kind ?? ''}
      items={anyOr(
        'Every kind',
        PURCHASE_KINDS.map((kind) => ({ value: kind, text: KIND_NAMES[kind] })),
      )}
    />
    <Select
      id="department"
      name="department"
      label="Department"
      value={filter.department ?? ''}
      items={anyOr('Every department', plain(departments))}
    />
    <Select
      id="category"
      name="category"
      label="Category"
      value={filter.category ?? ''}
      items={anyOr('Every category', plain(categories))}
    />
    <Input label="Words in it" id="search" name="search" type="search" value={filter.search ?? ''} />
    <Button classes="govuk-button--secondary">Show</Button>
  </form>
)

const Value = ({ purchase }: { readonly purchase: Purchase }) => {
  const whole = wholeValue(purchase)
  return <>{whole === null ? 'not known' : formatPounds(whole)}</>
}

const columnsOf = ({ spendOf }: Props): readonly DataColumn<Purchase>[] => [
  {
    name: 'title',
    header: 'Purchase',
    isSortable: true,
    cell: (row) => (
      <>
        <a href={purchasePath(row.id)}>{row.title}</a>
        <div class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">{numberWords(row.number)}</div>
      </>
    ),
  },
  { name: 'stage', header: 'Stage', isSortable: true, cell: (row) => <StageTag stage={row.stage} /> },
  {
    name: 'kind',
    header: 'Kind and category',
    cell: (row) => (
      <>
        {row.kind ? KIND_NAMES[row.kind] : 'not known'}
        {row.category && (
          <span class="gt-under">
            {spendOf === null ? row.category : <a href={spendOf(row.category)}>{row.category}</a>}
          </span>
        )}
      </>
    ),
  },
  { name: 'department', header: 'Department', isSortable: true, cell: (row) => row.department },
  {
    name: 'value',
    header: 'Whole value',
    isNumeric: true,
    isSortable: true,
    firstDirection: 'descending',
    cell: (row) => <Value purchase={row} />,
  },
  {
    name: 'tender',
    header: 'Tender notice',
    isSortable: true,
    cell: (row) => (row.tenderOn ? formatShortDate(row.tenderOn) : 'not known'),
  },
  {
    name: 'start',
    header: 'Contract starts',
    isSortable: true,
    cell: (row) => (row.startsOn ? formatShortDate(row.startsOn) : 'not known'),
  },
]

export const ListPurchasesView = (props: Props) => (
  <>
    <h1>Pipeline</h1>
    <p>
      What we mean to buy, from the first idea to the contract.{' '}
      <a href="/opportunities/pipeline">What suppliers see of it</a>.{' '}
      <a href={ENDING_PATH}>Contracts that end, and what follows them</a>
    </p>
    {props.mayManage && !props.isEmpty && <Button href="/procurement/purchases/new">Add a purchase</Button>}
    {!props.isEmpty && <Filter {...props} />}
    <DataTable
      id="purchases"
      caption="Purchases"
      rows={props.rows}
      basis={props.basis}
      paging={props.paging}
      exports={props.exports}
      onPhone="stack"
      empty={
        props.isEmpty
          ? {
              title: 'No purchases yet',
              purpose: 'The pipeline says what you mean to buy, so that suppliers and colleagues can plan.',
              firstStep: props.mayManage
                ? { text: 'Add a purchase', href: '/procurement/purchases/new' }
                : undefined,
            }
          : {
              title: 'No purchase found',
              purpose: 'No purchase is in the part you chose.',
              firstStep: { text: 'Show all purchases', href: PIPELINE_PATH },
            }
      }
      columns={columnsOf(props)}
    />
  </>
)
