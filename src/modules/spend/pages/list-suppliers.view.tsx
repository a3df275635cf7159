import { listSections, SUPPLIER_SIZE_TEXT } from '#suppliers'
import {
  type Basis,
  Button,
  DataTable,
  formatCount,
  formatNumber,
  formatPence,
  formatPoundsCompact,
  Input,
  KeyFigure,
  KeyFigures,
  Select,
  type TablePaging,
  Tag,
} from '../../../platform/views/views.ts'
import { matchStateTag } from '../messages.ts'
import { MATCH_STATES, type MatchState, type Slice } from '../model.ts'
import { sliceWords } from '../slice-query.ts'
import type { MatchingRecord } from '../store/matching.ts'
import type { SupplierFilter, SupplierSum, SupplierTotals } from '../store/suppliers.ts'
import { KIND_TEXT, kindText, sizeText, supplierHref } from '../supplier-words.ts'
import { MatchingProgress } from './review-payees.view.tsx'
import { SliceForm } from './slice-form.tsx'

export type ListSuppliersProps = {
  readonly slice: Slice
  readonly filter: SupplierFilter
  readonly labels: ReadonlyMap<string, string>
  readonly rows: readonly SupplierSum[]
  readonly totals: SupplierTotals
  readonly identifiedShare: string | null
  readonly matching: MatchingRecord | undefined
  readonly basis: Basis
  readonly mayReview: boolean
  readonly paging: TablePaging
  readonly exports: readonly { readonly format: 'CSV' | 'XLSX' | 'JSON'; readonly href: string }[]
}

type Option = readonly [value: string, text: string]

const Choice = ({
  name,
  label,
  options,
  chosen,
}: {
  readonly name: string
  readonly label: string
  readonly options: readonly Option[]
  readonly chosen: string | null
}) => (
  <Select
    id={name}
    name={name}
    label={label}
    items={[['', 'All'] as const, ...options].map(([value, text]) => ({
      value,
      text,
      selected: value === (chosen ?? ''),
    }))}
  />
)

const withNone = (options: readonly Option[], text: string): Option[] => [...options, ['(none)', text]]

const Filter = ({ slice, filter }: Pick<ListSuppliersProps, 'slice' | 'filter'>) => (
  <form method="get" action="/spend/suppliers" role="search" class="gt-filter" aria-label="Find suppliers">
    {Object.entries(sliceWords(slice)).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <Input
      label="Part of a name, or a number"
      id="search"
      name="search"
      type="search"
      value={filter.search ?? ''}
      classes="govuk-input--width-20"
    />
    <Choice
      name="kind"
      label="Kind"
      chosen={filter.kind}
      options={withNone(Object.entries(KIND_TEXT), 'In no register')}
    />
    <Choice
      name="size"
      label="Size"
      chosen={filter.size}
      options={withNone(Object.entries(SUPPLIER_SIZE_TEXT), 'Size not known')}
    />
    <Choice
      name="sector"
      label="Sector"
      chosen={filter.sector}
      options={withNone(
        listSections().map(({ section, name }) => [section, name] as const),
        'Sector not known',
      )}
    />
    <Choice
      name="state"
      label="Identified"
      chosen={filter.state}
      options={MATCH_STATES.map((state) => [state, matchStateTag(state).text] as const)}
    />
    <Button classes="govuk-button--secondary">Search</Button>
  </form>
)

const StateTag = ({ state }: { readonly state: MatchState }) => {
  const { text, colour } = matchStateTag(state)
  return <Tag text={text} classes={`govuk-tag--${colour}`} />
}

/** Withheld names and payments without a name have no page of their own. */
const Name = ({ row }: { readonly row: SupplierSum }) =>
  /^(?:redacted|unnamed)$/.test(row.supplierKey) ? (
    <>{row.name}</>
  ) : (
    <a href={supplierHref(row.supplierKey)}>{row.name}</a>
  )

const Table = ({ rows, labels, basis, paging, exports }: ListSuppliersProps) => (
  <DataTable
    id="suppliers"
    caption="Suppliers"
    rows={rows}
    basis={basis}
    paging={paging}
    exports={exports}
    empty={{
      title: 'No supplier found',
      purpose: 'No supplier lies in the part you chose. Suppliers come from the payment files that count.',
      firstStep: { text: 'Show all suppliers', href: '/spend/suppliers' },
    }}
    columns={[
      { name: 'name', header: 'Supplier', isSortable: true, cell: (row) => <Name row={row} /> },
      { name: 'state', header: 'Identified', cell: (row) => <StateTag state={row.state} /> },
      { name: 'kind', header: 'Kind', cell: (row) => kindText(row.kind) },
      { name: 'size', header: 'Size', cell: (row) => (row.size === null ? '–' : sizeText(row.size)) },
      {
        name: 'tier',
        header: 'Where',
        cell: (row) => (row.tier === null ? 'Several places' : (labels.get(row.tier) ?? row.tier)),
      },
      {
        name: 'payees',
        header: 'Payees',
        isNumeric: true,
        isSortable: true,
        firstDirection: 'descending',
        cell: (row) => formatNumber(row.payees),
      },
      {
        name: 'payments',
        header: 'Payments',
        isNumeric: true,
        isSortable: true,
        firstDirection: 'descending',
        cell: (row) => formatNumber(row.payments),
      },
      {
        name: 'pence',
        header: 'Amount',
        isNumeric: true,
        isSortable: true,
        firstDirection: 'descending',
        cell: (row) => formatPence(row.pence),
      },
    ]}
  />
)

export const ListSuppliersView = (props: ListSuppliersProps) => {
  const { slice, filter, labels, totals, identifiedShare, matching, basis, mayReview } = props
  return (
    <>
      <h1>Suppliers</h1>
      <p>Who was paid, with all spellings of one supplier put together.</p>
      <MatchingProgress matching={matching} url="/spend/suppliers" />
      <KeyFigures>
        <KeyFigure label="Suppliers" value={formatNumber(totals.suppliers)} basis={basis} isMain>
          from {formatCount(totals.payees, 'payee')} in the payment files
        </KeyFigure>
        {identifiedShare && (
          <KeyFigure label="Paid to suppliers found in a register" value={identifiedShare} basis={basis}>
            {formatPoundsCompact(totals.identifiedPence)} of {formatPoundsCompact(totals.pence)}
          </KeyFigure>
        )}
      </KeyFigures>
      {mayReview && (matching?.doubtful ?? 0) > 0 && (
        <p>
          <a href="/spend/review">Review the payees that are doubtful</a>
          {' · '}
          <a href="/spend/suppliers/groups">Groups of companies</a>
        </p>
      )}
      <SliceForm action="/spend/suppliers" slice={slice} tierLabel={labels.get(slice.tier ?? '')} />
      <Filter slice={slice} filter={filter} />
      <Table {...props} />
      <p class="govuk-body">
        <a href="/spend/method#matching">How these figures are made</a>
      </p>
    </>
  )
}
