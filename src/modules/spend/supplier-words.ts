import { listSections, SUPPLIER_KIND_TEXT, SUPPLIER_SIZE_TEXT, type SupplierSize } from '#suppliers'
import { KIND_LABELS } from './kind-words.ts'
import { MATCH_STATES, type MatchState } from './model.ts'
import type { SupplierFilter } from './store/suppliers.ts'

const SECTORS = new Map(listSections().map(({ section, name }) => [section, name]))

/** Kinds of supplier as registers tell them, and persons, whom none tells. */
export const KIND_TEXT: Readonly<Record<string, string>> = {
  ...SUPPLIER_KIND_TEXT,
  individual: KIND_LABELS.individual ?? '',
}
export const kindText = (kind: string | null): string => KIND_TEXT[kind ?? 'unknown'] ?? kind ?? ''
export const sizeText = (size: string | null): string =>
  size === null ? 'Size not known' : (SUPPLIER_SIZE_TEXT[size as SupplierSize] ?? size)
export const sectorText = (sector: string | null): string =>
  sector === null ? 'Sector not known' : (SECTORS.get(sector) ?? sector)

type Query = Readonly<Record<string, string>>
const MAX_SEARCH = 200

const word = (query: Query, name: string): string | null => {
  const value = query[name]?.trim().slice(0, MAX_SEARCH).replaceAll('\0', '')
  return value ? value : null
}

/** What an address narrows the suppliers to. What makes no sense is as if it were not there. */
export const readSupplierFilter = (query: Query): SupplierFilter => ({
  search: word(query, 'search'),
  kind: word(query, 'kind'),
  size: word(query, 'size'),
  sector: word(query, 'sector'),
  state: MATCH_STATES.find((state: MatchState) => state === query.state) ?? null,
})

/** The page of a supplier. */
export const supplierHref = (supplierKey: string): string =>
  `/spend/suppliers/${encodeURIComponent(supplierKey)}`
