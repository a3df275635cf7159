import { sql } from 'kysely'
import type { Reader, Writer } from '../../../../platform/database.ts'
import type { DirectoryEntryId, EntryContent, Listing } from '../../model/directory.ts'
import type { SupplierTables } from '../../tables.ts'

type Db = Reader<SupplierTables>

/** What somebody looks for; null where they do not say. */
export type DirectorySearch = {
  readonly words: string | null
  readonly category: string | null
  /** The beginning of a postcode: `NN3`, `NN31`. */
  readonly district: string | null
  readonly isVcse: boolean
}

export const EVERY_LISTING: DirectorySearch = { words: null, category: null, district: null, isVcse: false }

const searched = (db: Db, search: DirectorySearch) =>
  db
    .selectFrom('suppliers.directory_listing')
    .$if(search.words !== null, (query) =>
      query.where(
        sql<boolean>`(words @@ websearch_to_tsquery('english', ${search.words}) or content ->> 'name' ilike ${`%${(search.words ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`})`,
      ),
    )
    .$if(search.category !== null, (query) =>
      query.where(sql<boolean>`content -> 'categories' ? ${search.category}`),
    )
    .$if(search.district !== null, (query) =>
      // `NN3` finds NN3 and not NN31: the district ends at the space.
      query.where(sql<boolean>`split_part(content ->> 'postcode', ' ', 1) = ${search.district}`),
    )
    .$if(search.isVcse, (query) => query.where(sql<boolean>`content ->> 'kind' = 'vcse'`))

const NAME = sql`content ->> 'name' collate "en-x-icu"`
const ORDER_BY = {
  name: NAME,
  kind: sql`content ->> 'kind'`,
  postcode: sql`content ->> 'postcode'`,
  listed: sql`listed_at`,
} as const
export const LISTING_ORDERS = ['name', 'kind', 'postcode', 'listed'] as const
export type ListingOrder = {
  readonly by: (typeof LISTING_ORDERS)[number]
  readonly direction: 'asc' | 'desc'
}
export const BY_NAME: ListingOrder = { by: 'name', direction: 'asc' }

/** Listings, by name unless said otherwise. */
export const listListings = (
  db: Db,
  search: DirectorySearch,
  limit: number,
  offset: number,
  order: ListingOrder = BY_NAME,
): Promise<Listing[]> =>
  searched(db, search)
    .select(['entry_id as entryId', 'content', 'listed_at as listedAt'])
    .orderBy(ORDER_BY[order.by], order.direction)
    .orderBy(NAME)
    .orderBy('entry_id')
    .limit(limit)
    .offset(offset)
    .execute()

export type DistrictCount = { readonly postcode: string; readonly suppliers: number }

/** How many of them are at each postcode: for the map, and for the list of districts. Their sum is the total. */
export const countByPostcode = (db: Db, search: DirectorySearch): Promise<DistrictCount[]> =>
  searched(db, search)
    .select([sql<string>`content ->> 'postcode'`.as('postcode'), sql<number>`count(*)`.as('suppliers')])
    .groupBy(sql`content ->> 'postcode'`)
    .orderBy('postcode')
    .execute()

export const findListing = (db: Db, id: DirectoryEntryId): Promise<Listing | undefined> =>
  db
    .selectFrom('suppliers.directory_listing')
    .select(['entry_id as entryId', 'content', 'listed_at as listedAt'])
    .where('entry_id', '=', id)
    .executeTakeFirst()

export const setListing = async (
  tx: Writer<SupplierTables>,
  id: DirectoryEntryId,
  content: EntryContent,
  at: Date,
): Promise<void> => {
  const values = { content: JSON.stringify(content), listed_at: at }
  await tx
    .insertInto('suppliers.directory_listing')
    .values({ entry_id: id, ...values })
    .onConflict((conflict) => conflict.column('entry_id').doUpdateSet(values))
    .execute()
}

export const deleteListing = async (tx: Writer<SupplierTables>, id: DirectoryEntryId): Promise<void> => {
  await tx.deleteFrom('suppliers.directory_listing').where('entry_id', '=', id).execute()
}

/** Whoever keeps a listing in a category and wants letters about opportunities; nobody, unless an authority asks. */
export type OpportunityKeeper = {
  readonly entryId: DirectoryEntryId
  readonly name: string
  readonly email: string
  readonly postcode: string
  readonly covers: string
}

export const listOpportunityKeepers = async (db: Db, division: string): Promise<OpportunityKeeper[]> => {
  const { rows } = await sql<OpportunityKeeper>`
    select listing.entry_id as "entryId", content ->> 'name' as name, keeper_email as email,
      content ->> 'postcode' as postcode, content ->> 'covers' as covers
    from suppliers.directory_listing listing join suppliers.directory_entry entry on entry.id = listing.entry_id
    where entry.hears_of_opportunities and content -> 'categories' ? ${division}
    order by listing.entry_id`.execute(db)
  return rows
}

/** Addresses that listed suppliers chose to show, by the supplier's key as org-id.guide writes it: `GB-COH-01234567`. */
export const findListedContacts = async (
  db: Db,
  supplierKeys: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (supplierKeys.length === 0) return new Map()
  const rows = await sql<{ key: string; email: string }>`
    select entry.scheme || '-' || entry.number as key, content ->> 'contactEmail' as email
    from suppliers.directory_listing listing join suppliers.directory_entry entry on entry.id = listing.entry_id
    where entry.scheme || '-' || entry.number = any(${[...supplierKeys]}) and content ->> 'contactEmail' <> ''
    order by key`.execute(db)
  return new Map(rows.rows.map(({ key, email }) => [key, email]))
}
