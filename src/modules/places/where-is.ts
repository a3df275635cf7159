import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/reading.ts'
import type { Area, Deprivation, Load, Location } from './model.ts'
import { type Holder, placesHolding } from './rules/tier.ts'
import { listDeprivation, readAreaBook } from './store/areas.ts'
import { findCurrentLookup } from './store/loads.ts'
import { listPlaces } from './store/places.ts'
import { locatePostcodes } from './store/postcodes.ts'
import type { PlacesTables } from './tables.ts'

export type WhereItIs = {
  readonly location: Location
  /** The official areas it lies in, with their names where they are known. */
  readonly areas: readonly Pick<Area, 'code' | 'name'>[]
  /** The places that hold it, shared and of the acting authority. */
  readonly holders: readonly Holder[]
  readonly deprivation: readonly Deprivation[]
  /** The postcode lookup that was asked. */
  readonly lookup: Load | undefined
}

/** Where a postcode, district, sector or official code is, for the page and the API. */
export const whereIs = (ctx: Context, text: string): Promise<WhereItIs> =>
  inReading<PlacesTables, WhereItIs>(ctx, async (db) => {
    const [location = { precision: 'none', areaCodes: [] }] = await locatePostcodes(db, [text])
    const places = await listPlaces(db, ctx.authorityId)
    const book = await readAreaBook(db)
    return {
      location,
      areas: location.areaCodes.map((code) => ({ code, name: book.get(code)?.name ?? '' })),
      holders: placesHolding(places, book, location),
      deprivation: await listDeprivation(db, location.areaCodes),
      lookup: await findCurrentLookup(db),
    }
  })
