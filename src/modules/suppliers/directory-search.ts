import { isCategory } from './rules/directory/categories.ts'
import type { DirectorySearch } from './store/directory/listings.ts'

const trimmed = (text: string | undefined, most: number): string | null =>
  (text ?? '').replaceAll('\0', '').trim().slice(0, most) || null

/** What the address asks for; what makes no sense is as if it were not there. */
export const readSearch = (query: Readonly<Record<string, string | undefined>>): DirectorySearch => {
  const category = trimmed(query.category, 2)
  const district = trimmed(query.district, 4)?.toUpperCase() ?? null
  return {
    words: trimmed(query.q, 200),
    category: category && isCategory(category) ? category : null,
    district: district && /^[A-Z]{1,2}\d[A-Z\d]?$/.test(district) ? district : null,
    isVcse: query.vcse === 'yes',
  }
}

/** The same search as the words of an address. */
export const searchQuery = (search: DirectorySearch): string =>
  new URLSearchParams(
    Object.entries({
      q: search.words,
      category: search.category,
      district: search.district,
      vcse: search.isVcse ? 'yes' : null,
    }).filter((entry): entry is [string, string] => entry[1] !== null),
  ).toString()
