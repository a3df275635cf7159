import { findOrganisation, type IdentityTables } from '#identity'
import { getHomeLadder, locatePostcodes, type PlacesTables, tierOf } from '#places'
import { findDirectoryListing, type Listing, type SupplierTables } from '#suppliers'
import { actingAs, type Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/ids.ts'
import { inReading } from '../../platform/reading.ts'
import type { Tender } from './model.ts'
import { readSearch } from './read-search.ts'
import { type Nearness, nearnessOf } from './rules/fit-listing.ts'
import { searchOpportunities } from './store/search.ts'
import type { TendersTables } from './tables.ts'

/** The home place and the one around it: what counts as local where nobody says otherwise. */
const LOCAL_RUNGS = 2
/** Open tenders in one division that are looked at. */
const MOST_OPEN = 200

/** Which of these postcodes lie in the buyer's home place or the place around it. */
export const insideOf = async (
  db: Reader<PlacesTables & IdentityTables>,
  authorityId: string,
  postcodes: readonly string[],
): Promise<boolean[]> => {
  const buyer = await findOrganisation(db as never, authorityId)
  const ladder = await getHomeLadder(db as never, authorityId, buyer?.homePlaceId ?? null)
  const locations = await locatePostcodes(db as never, [...postcodes])
  return locations.map((location) => {
    const tier = tierOf(ladder, location)
    return tier.kind === 'place' && tier.rung < LOCAL_RUNGS
  })
}

export type Fit = Tender & { readonly buyer: string; readonly nearness: Nearness }
export type Fits = { readonly listing: Listing; readonly fits: readonly Fit[] }

const openIn = async (ctx: Context, categories: readonly string[]): Promise<Tender[]> =>
  inReading(ctx, async (db: Reader<TendersTables>) => {
    const found: Tender[] = []
    for (const category of categories) {
      const search = readSearch({ category })
      found.push(...(await searchOpportunities(db, search, ctx.clock.now(), { limit: MOST_OPEN, offset: 0 })))
    }
    return found
  })

/** Buyers of these tenders by name, and whether the postcode is near each. */
const buyersOf = async (ctx: Context, tenders: readonly Tender[], postcode: string) => {
  const buyers = new Map<string, { readonly name: string; readonly isInside: boolean }>()
  for (const id of new Set(tenders.map(({ authorityId }) => authorityId))) {
    // A home place may be the authority's own, which nobody else's session sees.
    const theirs = actingAs(ctx, ctx.actor, id)
    buyers.set(
      id,
      await inReading(theirs, async (db: Reader<PlacesTables & IdentityTables>) => ({
        name: (await findOrganisation(db as never, id))?.name ?? '',
        isInside: (await insideOf(db, id, [postcode]))[0] ?? false,
      })),
    )
  }
  return buyers
}

const NEARNESS_ORDER: readonly Nearness[] = ['near', 'covers', 'elsewhere']

/**
 * Opportunities that are open for bids in the categories of a listed supplier: those near it or where it works first, then by
 * deadline. Throws NotFound where nobody is listed.
 */
export const readFits = async (ctx: Context, entryId: string): Promise<Fits> => {
  const listing = isId(entryId)
    ? await inReading(ctx, (db: Reader<SupplierTables>) => findDirectoryListing(db as never, entryId))
    : undefined
  if (!listing) throw new NotFound('There is no such entry in the directory.')
  const { categories, postcode, covers } = listing.content
  const tenders = await openIn(ctx, categories)
  const buyers = await buyersOf(ctx, tenders, postcode)
  const fits = tenders.map((tender): Fit => {
    const { name = '', isInside = false } = buyers.get(tender.authorityId) ?? {}
    return { ...tender, buyer: name, nearness: nearnessOf({ covers, isInside }, tender.placeName) }
  })
  const order = (fit: Fit) => NEARNESS_ORDER.indexOf(fit.nearness)
  return {
    listing,
    fits: fits.toSorted((a, b) => order(a) - order(b) || a.deadline.getTime() - b.deadline.getTime()),
  }
}
