import { areaKindOf, listPlaces, type PlacesTables, readAreaBook } from '#places'
import type { Reader } from '../../platform/database.ts'
import { listOfPlaces, type PlaceList } from './rules/read-places.ts'

const NAMED = new Set(['ward', 'parish', 'local-authority', 'county', 'combined-authority', 'region'])

/** What a priority or a reading can be for: official areas by code, and the authority's own places by short name. */
export const readKnownPlaces = async (db: Reader<never>, authorityId: string): Promise<PlaceList> => {
  const places = db as unknown as Reader<PlacesTables>
  const book = await readAreaBook(places)
  const areas = [...book.values()].filter(({ code }) => NAMED.has(areaKindOf(code)))
  const own = await listPlaces(places, authorityId)
  return listOfPlaces(
    areas.map(({ code, name }) => ({ code, name })),
    own.map(({ slug, name }) => ({ code: `place:${slug}`, name })),
  )
}
