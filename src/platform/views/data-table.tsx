import type { ComponentChildren } from 'preact'
import { type Basis, BasisLine } from './basis.tsx'
import { EmptyState, type EmptyStateProps } from './empty-state.tsx'
import { classes } from './govuk/attributes.ts'
import { type TableExport, TableExports, TablePages } from './table-pages.tsx'
import { type SortDirection, sortHref, type TablePaging } from './table-state.ts'

export interface DataColumn<Row> {
  /** Its name in the URL and in the markup. */
  readonly name: string
  readonly header: string
  readonly cell: (row: Row) => ComponentChildren
  readonly isNumeric?: boolean | undefined
  readonly isSortable?: boolean | undefined
  /** The direction of the first click; `descending` suits amounts. */
  readonly firstDirection?: SortDirection | undefined
  /** The cells by which a screen reader names the row; the first column unless said otherwise. */
  readonly isRowHeader?: boolean | undefined
}

export interface DataTableProps<Row> {
  readonly id: string
  readonly caption: string
  /** `govuk-table__caption--m` unless said otherwise. */
  readonly captionClasses?: string | undefined
  readonly columns: readonly DataColumn<Row>[]
  /** The rows of this page, already sorted. */
  readonly rows: readonly Row[]
  readonly paging?: TablePaging | undefined
  readonly basis?: Basis | undefined
  readonly exports?: readonly TableExport[] | undefined
  readonly empty: EmptyStateProps
  /** On a phone, `scroll` keeps the columns and `stack` makes a card of each row. */
  readonly onPhone?: 'scroll' | 'stack' | undefined
  /** A last row, such as totals, by the names of the columns. */
  readonly footer?: Readonly<Record<string, ComponentChildren>> | undefined
}

const SortLink = <Row,>({ column, paging }: { column: DataColumn<Row>; paging: TablePaging }) => {
  const { path, query, state } = paging
  const isSorted = state.sort === column.name
  const arrow = state.direction === 'ascending' ? '▲' : '▼'
  return (
    <a class="gt-sort" href={sortHref(path, query, state, column)}>
      {column.header}
      <span class="gt-sort__arrow" aria-hidden="true">
        {isSorted ? arrow : '↕'}
      </span>
    </a>
  )
}

const HeaderCell = <Row,>({
  column,
  paging,
}: {
  column: DataColumn<Row>
  paging: TablePaging | undefined
}) => (
  <th
    scope="col"
    role="columnheader"
    class={classes('govuk-table__header', column.isNumeric && 'govuk-table__header--numeric')}
    aria-sort={paging && paging.state.sort === column.name ? paging.state.direction : undefined}
  >
    {paging && column.isSortable ? <SortLink column={column} paging={paging} /> : column.header}
  </th>
)

interface CellProps {
  readonly header: string
  readonly isNumeric: boolean | undefined
  readonly isRowHeader: boolean
  readonly children: ComponentChildren
}

/** Stacked rows lose the header row from sight, so each cell carries its header for people who see it. */
const Cell = ({ header, isNumeric, isRowHeader, children }: CellProps) => {
  const Tag = isRowHeader ? 'th' : 'td'
  const kind = isRowHeader ? 'header' : 'cell'
  return (
    <Tag
      {...(isRowHeader ? { scope: 'row', role: 'rowheader' } : { role: 'cell' })}
      class={classes(`govuk-table__${kind}`, isNumeric && `govuk-table__${kind}--numeric`)}
    >
      <span class="gt-cell-label" aria-hidden="true">
        {header}
      </span>
      <span class="gt-cell-value">{children}</span>
    </Tag>
  )
}

const isRowHeader = <Row,>(columns: readonly DataColumn<Row>[], at: number): boolean =>
  columns[at]?.isRowHeader ?? (at === 0 && !columns.some((column) => column.isRowHeader))

const Rows = <Row,>({ columns, rows, footer }: Pick<DataTableProps<Row>, 'columns' | 'rows' | 'footer'>) => {
  const cells = (content: (column: DataColumn<Row>) => ComponentChildren) =>
    columns.map((column, at) => (
      <Cell header={column.header} isNumeric={column.isNumeric} isRowHeader={isRowHeader(columns, at)}>
        {content(column)}
      </Cell>
    ))
  return (
    <>
      <tbody class="govuk-table__body" role="rowgroup">
        {rows.map((row) => (
          <tr class="govuk-table__row" role="row">
            {cells((column) => column.cell(row))}
          </tr>
        ))}
      </tbody>
      {footer && (
        <tfoot class="gt-table-foot" role="rowgroup">
          <tr class="govuk-table__row" role="row">
            {cells((column) => footer[column.name])}
          </tr>
        </tfoot>
      )}
    </>
  )
}

/** A table that sorts, pages and exports by plain links, and fits a phone. */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { id, caption, columns, rows, paging, basis } = props
  if (rows.length === 0) return <EmptyState {...props.empty} />
  const captionId = `${id}-caption`
  return (
    <div class="gt-table-block" id={id}>
      {/* A box that scrolls must be reachable by keyboard. */}
      <div
        class={`gt-table gt-table--${props.onPhone ?? 'scroll'}`}
        role="region"
        aria-labelledby={captionId}
        tabindex={0}
      >
        <table class="govuk-table" role="table">
          <caption
            id={captionId}
            class={classes('govuk-table__caption', props.captionClasses ?? 'govuk-table__caption--m')}
          >
            {caption}
          </caption>
          <thead class="govuk-table__head" role="rowgroup">
            <tr class="govuk-table__row" role="row">
              {columns.map((column) => (
                <HeaderCell column={column} paging={paging} />
              ))}
            </tr>
          </thead>
          <Rows columns={columns} rows={rows} footer={props.footer} />
        </table>
      </div>
      {basis && <BasisLine basis={basis} />}
      {paging && <TablePages paging={paging} caption={caption} />}
      <TableExports exports={props.exports} caption={caption} />
    </div>
  )
}
