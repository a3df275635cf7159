import type { Reader } from '../../platform/database.ts'
import {
  CONTRACT_BOOK,
  INFLUENCE_BOOK,
  isSchemeBook,
  readContractBook,
  readInfluenceBook,
  readSchemeBook,
  SHIPPED_SCHEMES,
  schemeBookName,
  slugOfBook,
} from './rule-books.ts'
import type { CategoryScheme } from './rules/categorise.ts'
import type { InfluenceRule, KnownContract } from './rules/influence.ts'
import { findBook, listBooks } from './store/rule-books.ts'
import type { SpendTables } from './tables.ts'

/** A scheme as an organisation uses it. `version` is 0 while it is as the product ships it. */
export type SchemeInUse = CategoryScheme & { readonly slug: string; readonly version: number }

/** Every scheme that can be chosen: the organisation's own, and those shipped that it has not changed. */
export const listSchemes = async (db: Reader<SpendTables>): Promise<SchemeInUse[]> => {
  const own = (await listBooks(db))
    .filter((book) => isSchemeBook(book.name))
    .map((book) => ({ ...readSchemeBook(book.content), slug: slugOfBook(book.name), version: book.number }))
  const shipped = Object.entries(SHIPPED_SCHEMES)
    .filter(([slug]) => !own.some((scheme) => scheme.slug === slug))
    .map(([slug, scheme]) => ({ ...scheme, slug, version: 0 }))
  return [...own, ...shipped].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** One scheme, undefined where there is none of this name. */
export const findScheme = async (db: Reader<SpendTables>, slug: string): Promise<SchemeInUse | undefined> => {
  const book = await findBook(db, schemeBookName(slug))
  if (book) return { ...readSchemeBook(book.content), slug, version: book.number }
  const shipped = Object.hasOwn(SHIPPED_SCHEMES, slug) ? SHIPPED_SCHEMES[slug] : undefined
  return shipped && { ...shipped, slug, version: 0 }
}

export type InfluenceBooks = {
  readonly rules: readonly InfluenceRule[]
  readonly contracts: readonly KnownContract[]
  readonly rulesVersion: number
  readonly contractsVersion: number
}

export const findInfluenceBooks = async (db: Reader<SpendTables>): Promise<InfluenceBooks> => {
  const rules = await findBook(db, INFLUENCE_BOOK)
  const contracts = await findBook(db, CONTRACT_BOOK)
  return {
    rules: readInfluenceBook(rules?.content),
    contracts: readContractBook(contracts?.content),
    rulesVersion: rules?.number ?? 0,
    contractsVersion: contracts?.number ?? 0,
  }
}
