/** The query of a URL as the web server parses it. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>

export type SortDirection = 'ascending' | 'descending'

/** Which part of a list a page shows, and in what order. It lives in the URL, so that it can be shared. */
export interface TableState {
  readonly sort: string | undefined
  readonly direction: SortDirection
  /** From 1. */
  readonly page: number
  readonly pageSize: number
}

/** Where the list lives, and which part of it this is. The other words of the query, such as filters, stay. */
export interface TablePaging {
  readonly path: string
  readonly query: Query
  readonly state: TableState
  /** The number of rows on all pages. */
  readonly total: number
}

interface TableStateOptions {
  /** The names of the columns that may be sorted by; anything else in the URL is ignored. */
  readonly sortable: readonly string[]
  readonly defaultSort?: string | undefined
  readonly defaultDirection?: SortDirection | undefined
  readonly pageSize?: number | undefined
}

const single = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : value?.[0]

/** Reads `?sort=-amount&page=2`. What makes no sense is as if it were not there. */
export const readTableState = (query: Query, options: TableStateOptions): TableState => {
  const asked = single(query['sort']) ?? ''
  const name = asked.replace(/^-/, '')
  const page = Number(single(query['page']))
  const rest = {
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    pageSize: options.pageSize ?? 20,
  }
  return options.sortable.includes(name)
    ? { sort: name, direction: asked.startsWith('-') ? 'descending' : 'ascending', ...rest }
    : { sort: options.defaultSort, direction: options.defaultDirection ?? 'ascending', ...rest }
}

/** The address of the same list with some of its query changed; a change to `undefined` takes it out. */
export const listHref = (
  path: string,
  query: Query,
  changes: Readonly<Record<string, string | undefined>>,
): string => {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...query, ...changes })) {
    for (const each of value === undefined ? [] : [value].flat()) params.append(name, each)
  }
  const text = params.toString()
  return text ? `${path}?${text}` : path
}

/** The address of the list sorted by a column: in its first direction, or turned round if it is sorted by it. */
export const sortHref = (
  path: string,
  query: Query,
  state: TableState,
  column: { readonly name: string; readonly firstDirection?: SortDirection | undefined },
): string => {
  const first = column.firstDirection ?? 'ascending'
  const opposite = state.direction === 'ascending' ? 'descending' : 'ascending'
  const direction = state.sort === column.name ? opposite : first
  return listHref(path, query, {
    sort: direction === 'descending' ? `-${column.name}` : column.name,
    page: undefined,
  })
}

export const lastPage = (total: number, pageSize: number): number => Math.max(1, Math.ceil(total / pageSize))

/** The page numbers to offer: the ends, the current page and its neighbours; `gap` where some are left out. */
export const pagesToOffer = (current: number, last: number): (number | 'gap')[] => {
  const wanted = [...new Set([1, current - 1, current, current + 1, last])]
    .filter((page) => page >= 1 && page <= last)
    .sort((a, b) => a - b)
  return wanted.flatMap((page, at) => {
    const missing = page - (wanted[at - 1] ?? 0) - 1
    if (missing === 0) return [page]
    return missing === 1 ? [page - 1, page] : ['gap' as const, page]
  })
}
