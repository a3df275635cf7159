import type { Reader } from '../../platform/database.ts'
import { type ExportFormat, exportTable } from '../../platform/export-table.ts'
import type { Answer } from '../../platform/http/answer.ts'
import type { Listing } from './model/directory.ts'
import { categoryName } from './rules/directory/categories.ts'
import { countByPostcode, type DirectorySearch, listListings } from './store/directory/listings.ts'
import type { SupplierTables } from './tables.ts'

export const MOST_EXPORTED = 100_000

/** A listing as the API and the command line answer it. */
export const listingReport = ({ entryId, content, listedAt }: Listing) => ({
  id: entryId,
  name: content.name,
  kind: content.kind,
  supplies: content.supplies,
  categories: content.categories.map((code) => ({
    scheme: 'CPV' as const,
    code,
    name: categoryName(code),
  })),
  postcode: content.postcode,
  covers: content.covers,
  capacity: content.capacity,
  accreditations: content.accreditations,
  socialPurpose: content.socialPurpose,
  website: content.website,
  contact: content.showsContact
    ? { name: content.contactName, email: content.contactEmail, phone: content.contactPhone }
    : null,
  listedAt: listedAt.toISOString(),
})

export type FoundListings = { readonly rows: readonly Listing[]; readonly total: number }

/** One page of what a search finds, and how many there are in all. Pages count from 1. */
export const findInDirectory = async (
  db: Reader<SupplierTables>,
  search: DirectorySearch,
  page: number,
  size: number,
): Promise<FoundListings> => {
  const counts = await countByPostcode(db, search)
  return {
    rows: await listListings(db, search, size, (page - 1) * size),
    total: counts.reduce((sum, one) => sum + one.suppliers, 0),
  }
}

/** Listings as a file. */
export const exportDirectory = (format: ExportFormat, rows: readonly Listing[]): Answer =>
  exportTable<Listing>(format, {
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
