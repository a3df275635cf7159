import { h } from 'preact'
import type { Reader } from '../../../../platform/database.ts'
import { NotFound } from '../../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../../platform/export-table.ts'
import { type Answer, page } from '../../../../platform/http/answer.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { inReading } from '../../../../platform/reading.ts'
import { readTableState } from '../../../../platform/views/views.ts'
import type { Listing } from '../../model/directory.ts'
import { categoryName } from '../../rules/directory/categories.ts'
import { countByPostcode, listListings } from '../../store/directory/listings.ts'
import type { SupplierTables } from '../../tables.ts'
import { byDistrict, readDirectoryMap } from './directory-map.ts'
import { ListDirectoryView } from './list-directory.view.tsx'
import { DIRECTORY_PATH } from './paths.ts'
import { readSearch, searchQuery } from './search-query.ts'

const PAGE_SIZE = 20
const EVERY_LISTING = 100_000

export const get = async ({ ctx, query, visitor }: PageRequest): Promise<Answer> => {
  const search = readSearch(query)
  const state = readTableState(query, { sortable: [], pageSize: PAGE_SIZE })
  const view = await inReading(ctx, async (db: Reader<SupplierTables>) => {
    const counts = await countByPostcode(db, search)
    return {
      listings: await listListings(db, search, PAGE_SIZE, (state.page - 1) * PAGE_SIZE),
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
    listListings(db, readSearch(query), EVERY_LISTING, 0),
  )
  return exportTable<Listing>(format, {
    name: 'supplier-directory',
    basis: 'Suppliers who chose to be listed, in their own words; read by a moderator, not verified',
    columns: [
      { header: 'name', value: ({ content }) => content.name },
      { header: 'kind', value: ({ content }) => content.kind },
      { header: 'supplies', value: ({ content }) => content.supplies },
      {
        header: 'categories',
        value: ({ content }) =>
          content.categories.map((code) => `CPV ${code} ${categoryName(code)}`).join('; '),
      },
      { header: 'postcode', value: ({ content }) => content.postcode },
      { header: 'covers', value: ({ content }) => content.covers },
      { header: 'capacity', value: ({ content }) => content.capacity },
      { header: 'accreditations', value: ({ content }) => content.accreditations },
      { header: 'social purpose', value: ({ content }) => content.socialPurpose },
      { header: 'website', value: ({ content }) => content.website },
      { header: 'contact name', value: ({ content }) => content.contactName },
      { header: 'contact e-mail', value: ({ content }) => content.contactEmail },
      { header: 'contact telephone', value: ({ content }) => content.contactPhone },
      { header: 'listed on', value: ({ listedAt }) => listedAt.toISOString().slice(0, 10) },
    ],
    rows,
  })
}
