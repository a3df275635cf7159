import { h } from 'preact'
import type { Reader } from '../../../../platform/database.ts'
import { NotFound } from '../../../../platform/errors.ts'
import { exportFormatOf } from '../../../../platform/export-table.ts'
import { type Answer, page } from '../../../../platform/http/answer.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { inReading } from '../../../../platform/reading.ts'
import { readTableState } from '../../../../platform/views/views.ts'
import { exportDirectory, MOST_EXPORTED } from '../../directory-report.ts'
import { readSearch, searchQuery } from '../../directory-search.ts'
import {
  countByPostcode,
  LISTING_ORDERS,
  type ListingOrder,
  listListings,
} from '../../store/directory/listings.ts'
import type { SupplierTables } from '../../tables.ts'
import { byDistrict, readDirectoryMap } from './directory-map.ts'
import { ListDirectoryView } from './list-directory.view.tsx'
import { DIRECTORY_PATH } from './paths.ts'

const PAGE_SIZE = 20

export const get = async ({ ctx, query, visitor }: PageRequest): Promise<Answer> => {
  const search = readSearch(query)
  const state = readTableState(query, {
    sortable: [...LISTING_ORDERS],
    defaultSort: 'name',
    pageSize: PAGE_SIZE,
  })
  const order: ListingOrder = {
    by: LISTING_ORDERS.find((one) => one === state.sort) ?? 'name',
    direction: state.direction === 'descending' ? 'desc' : 'asc',
  }
  const view = await inReading(ctx, async (db: Reader<SupplierTables>) => {
    const counts = await countByPostcode(db, search)
    return {
      listings: await listListings(db, search, PAGE_SIZE, (state.page - 1) * PAGE_SIZE, order),
      total: counts.reduce((sum, one) => sum + one.suppliers, 0),
      districts: byDistrict(counts),
      map: await readDirectoryMap(db as never, counts),
    }
  })
  const asked = searchQuery(search)
  const body = h(ListDirectoryView, {
    ...view,
    search,
    isSearch: asked !== '',
    canModerate: visitor.permissions.has('suppliers.moderate'),
    paging: { path: DIRECTORY_PATH, query, state, total: view.total },
    exports: (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
      format,
      href: `/directory.${format.toLowerCase()}${asked ? `?${asked}` : ''}`,
    })),
  })
  return page('Supplier directory', body, {
    width: 'wide',
    description: 'Suppliers who chose to be found by councils and other public buyers, kept by themselves.',
  })
}

/** `/directory.csv` and its sisters. */
export const getExport = async ({ ctx, params, query }: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const rows = await inReading(ctx, (db: Reader<SupplierTables>) =>
    listListings(db, readSearch(query), MOST_EXPORTED, 0),
  )
  return exportDirectory(format, rows)
}
