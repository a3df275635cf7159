import type { ComponentChildren } from 'preact'
import type { Basis, DataColumn, TableExport, TablePaging } from '../../../platform/views/views.ts'
import { DataTable } from '../../../platform/views/views.ts'
import { keptShare, showAmount } from '../amounts.ts'
import type { BasisLine, Hundredths } from '../model.ts'

export type FigureRow = {
  readonly name: ComponentChildren
  readonly line: BasisLine
}

type Figure = 'planned' | 'due' | 'verified' | 'missed' | 'carried' | 'notYetDue'
const HEADERS: readonly (readonly [Figure, string])[] = [
  ['planned', 'Planned'],
  ['due', 'Due'],
  ['verified', 'Verified'],
  ['missed', 'Missed'],
  ['carried', 'Carried forward'],
  ['notYetDue', 'Not yet due'],
]

const under = (name: Figure, line: BasisLine, amount: (value: Hundredths) => string): ComponentChildren => {
  if (name === 'planned' && line.brought > 0)
    return <span class="gt-under">{amount(line.brought)} brought forward</span>
  if (name === 'verified')
    return (
      <span class="gt-under">
        {keptShare(line)}
        {line.beyond > 0 && `; ${amount(line.beyond)} beyond`}
      </span>
    )
  return null
}

const figureColumn = (
  [name, header]: readonly [Figure, string],
  isSortable: boolean,
): DataColumn<FigureRow> => ({
  name,
  header,
  isNumeric: true,
  isSortable,
  firstDirection: 'descending',
  cell: ({ line }) => {
    const amount = (value: Hundredths): string => showAmount(line.unit, value)
    return (
      <>
        {amount(line[name])}
        {under(name, line, amount)}
      </>
    )
  },
})

const forecastColumn = (isSortable: boolean): DataColumn<FigureRow> => ({
  name: 'forecast',
  header: 'Forecast by year end',
  isNumeric: true,
  isSortable,
  firstDirection: 'descending',
  cell: ({ line }) => (
    <>
      {showAmount(line.unit, line.forecast)}
      {line.withoutPace > 0 && (
        <span class="gt-under">no pace yet for {showAmount(line.unit, line.withoutPace)}</span>
      )}
    </>
  ),
})

type Props = {
  readonly id: string
  readonly caption: string
  readonly first: string
  readonly rows: readonly FigureRow[]
  readonly basis: Basis
  readonly isOver: boolean
  readonly paging?: TablePaging
  readonly exports?: readonly TableExport[]
  readonly purpose: string
}

/** What was planned and what came of it, a row for each line. In a year that is over all of it is due, and nothing is forecast. */
export const FigureTable = ({ first, isOver, purpose, ...props }: Props) => {
  const isSortable = props.paging !== undefined
  const columns: DataColumn<FigureRow>[] = [
    { name: 'name', header: first, isSortable, cell: ({ name }) => name },
    ...HEADERS.filter(([name]) => !(isOver && (name === 'notYetDue' || name === 'due'))).map((header) =>
      figureColumn(header, isSortable),
    ),
    ...(isOver ? [] : [forecastColumn(isSortable)]),
  ]
  return (
    <DataTable {...props} columns={columns} onPhone="stack" empty={{ title: 'Nothing planned', purpose }} />
  )
}
