import { formatNumber } from './formatters.ts'
import { Pagination } from './govuk/pagination.tsx'
import { lastPage, listHref, pagesToOffer, type TablePaging } from './table-state.ts'

export interface TableExport {
  readonly format: 'CSV' | 'XLSX' | 'JSON'
  readonly href: string
}

interface TableExportsProps {
  readonly exports: readonly TableExport[] | undefined
  readonly caption: string
}

/** Which rows these are, and the way to the others. */
export const TablePages = ({
  paging,
  caption,
}: {
  readonly paging: TablePaging
  readonly caption: string
}) => {
  const { path, query, state, total } = paging
  const last = lastPage(total, state.pageSize)
  const href = (page: number) => listHref(path, query, { page: page === 1 ? undefined : String(page) })
  const from = (state.page - 1) * state.pageSize + 1
  const to = Math.min(total, state.page * state.pageSize)
  return (
    <>
      <p class="gt-table-range">
        Showing {formatNumber(from)} to {formatNumber(to)} of {formatNumber(total)}
      </p>
      {last > 1 && (
        <Pagination
          landmarkLabel={`Pages of ${caption}`}
          previous={state.page > 1 ? { href: href(state.page - 1) } : undefined}
          next={state.page < last ? { href: href(state.page + 1) } : undefined}
          items={pagesToOffer(state.page, last).map((page) =>
            page === 'gap'
              ? { ellipsis: true }
              : { number: page, href: href(page), current: page === state.page },
          )}
        />
      )}
    </>
  )
}

/** The same list as files. */
export const TableExports = ({ exports, caption }: TableExportsProps) =>
  exports?.length ? (
    <p class="gt-exports">
      Download all rows as{' '}
      {exports.map(({ format, href }, at) => (
        <>
          {at > 0 && ', '}
          <a href={href}>
            {format}
            <span class="govuk-visually-hidden">: {caption}</span>
          </a>
        </>
      ))}
    </p>
  ) : null
