import { classes, spread } from './attributes.ts'
import { contentOf, expand, isPresent } from './content.ts'
import type { TableHeadEntry, TableOptions, TableRow } from './props.generated.ts'

const Head = ({ cell }: { readonly cell: TableHeadEntry }) => (
  <th
    scope="col"
    class={classes('govuk-table__header', cell.format && `govuk-table__header--${cell.format}`, cell.classes)}
    colspan={cell.colspan || undefined}
    rowspan={cell.rowspan || undefined}
    {...spread(cell.attributes)}
  >
    {contentOf(cell)}
  </th>
)

const Cell = ({ cell, isHeader }: { readonly cell: TableRow; readonly isHeader: boolean }) => {
  const shared = {
    colspan: cell.colspan || undefined,
    rowspan: cell.rowspan || undefined,
    ...spread(cell.attributes),
  }
  return isHeader ? (
    <th scope="row" class={classes('govuk-table__header', cell.classes)} {...shared}>
      {contentOf(cell)}
    </th>
  ) : (
    <td
      class={classes('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.classes)}
      {...shared}
    >
      {contentOf(cell)}
    </td>
  )
}

export const Table = (p: TableOptions) => (
  <table class={classes('govuk-table', p.classes)} {...spread(p.attributes)}>
    {p.caption && <caption class={classes('govuk-table__caption', p.captionClasses)}>{p.caption}</caption>}
    {p.head && (
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {p.head.map((cell) => (
            <Head cell={expand(cell) ?? {}} />
          ))}
        </tr>
      </thead>
    )}
    <tbody class="govuk-table__body">
      {p.rows.filter(isPresent).map((row) => (
        <tr class="govuk-table__row">
          {row.map((cell, at) => (
            <Cell cell={expand(cell) ?? {}} isHeader={at === 0 && Boolean(p.firstCellIsHeader)} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
