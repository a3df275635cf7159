import type { FinancialYear } from '../../../kernel/financial-year.ts'
import {
  type Basis,
  DataTable,
  formatPounds,
  InsetText,
  type TablePaging,
} from '../../../platform/views/views.ts'
import { lineName } from '../amounts.ts'
import { NEVER_ONE_SUM, SOURCE_NAMES } from '../messages.ts'
import type { BasisLine, BudgetLine } from '../model.ts'
import type { Reckoned } from '../rules/sums.ts'
import { FigureTable } from './figure-table.tsx'

type Props = {
  readonly name: string
  readonly year: FinancialYear
  readonly isNamed: boolean
  readonly cut: readonly BasisLine[]
  readonly lines: readonly BudgetLine[]
  readonly rows: readonly Reckoned[]
  readonly paging: TablePaging
  readonly basis: Basis
  readonly isOver: boolean
}

const Promises = ({ rows, paging, basis, isOver }: Props) => (
  <FigureTable
    id="promises"
    caption="Each promise"
    first="Promise"
    rows={rows.map(({ promise, figures }) => ({
      name: (
        <>
          <a href={promise.href}>{promise.title}</a>
          <span class="gt-under">
            {[
              promise.by,
              lineName(promise),
              promise.source === 'contract' ? '' : SOURCE_NAMES[promise.source],
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </>
      ),
      line: { ...figures, basis: promise.basis, unit: promise.unit, promises: 1 },
    }))}
    basis={basis}
    isOver={isOver}
    paging={paging}
    purpose="Nothing promised falls due here in this year."
  />
)

const Lines = ({ lines, year }: Props) => (
  <DataTable
    id="lines"
    caption="Financial budget lines"
    rows={lines}
    onPhone="stack"
    basis={{ period: `Financial year ${year}`, coverage: 'As finance handed them in' }}
    columns={[
      {
        name: 'name',
        header: 'Line',
        cell: ({ name, code }) => (
          <>
            {name || code}
            {name && code && <span class="gt-under">{code}</span>}
          </>
        ),
      },
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
    ]}
    empty={{
      title: 'No financial budget lines',
      purpose: 'A line belongs to this department where finance wrote the same name.',
    }}
  />
)

export const ShowDepartmentView = (props: Props) => (
  <>
    <h1>
      {props.name}: social value budget {props.year}
    </h1>
    <FigureTable
      id="totals"
      caption="The year by kind of value"
      first="Kind of value"
      rows={props.cut.map((line) => ({ name: lineName(line), line }))}
      basis={props.basis}
      isOver={props.isOver}
      purpose="Nothing promised falls due here in this year."
    />
    <InsetText>{NEVER_ONE_SUM}</InsetText>
    <Promises {...props} />
    <Lines {...props} />
  </>
)
