import {
  definePlace,
  findCurrentLookup,
  listPlaces,
  loadFile,
  type PlaceDraft,
  type PlaceId,
  type PlacesTables,
} from '#places'
import { actingAs, type Context, type Services } from '../../../platform/context.ts'
import { inReading } from '../../../platform/reading.ts'
import type { DrawnDistrict } from '../geography/draw-places.ts'
import {
  CITY,
  CITY_DISTRICT,
  COUNTY,
  COUNTY_DISTRICTS,
  type District,
  EDITION,
  LICENCE,
  NEIGHBOUR_DISTRICTS,
  postcodeDistrictsOf,
  REGION,
  SOURCE,
} from '../geography/made-up-places.ts'
import { areasFile, districtShapesFile, wardShapesFile } from '../geography/place-files.ts'
import { deprivationFile, type MadePostcode, postcodeLookupFile } from '../geography/postcodes.ts'
import { insist } from './insist.ts'
import { withStoredText } from './store-text.ts'

type NewPlace = {
  readonly name: string
  readonly kind: PlaceDraft['kind']
  readonly districts: readonly District[]
}

/**
 * From the outside in. What is inside a place belongs to it without being named again. The United Kingdom is no place
 * here: the money map has a band of its own for the rest of it.
 */
const PLACES: readonly NewPlace[] = [
  { name: REGION, kind: 'region', districts: NEIGHBOUR_DISTRICTS },
  { name: COUNTY, kind: 'county', districts: COUNTY_DISTRICTS },
  { name: CITY, kind: 'city', districts: [CITY_DISTRICT] },
]

/** Finds or defines the places, which all authorities share; returns the city's id. */
const definePlaces = async (operator: Context): Promise<PlaceId> => {
  const known = await inReading(operator, (db: Parameters<typeof listPlaces>[0]) => listPlaces(db, null))
  let parentId: PlaceId | null = null
  for (const { name, kind, districts } of PLACES) {
    const found = known.find((place) => place.name === name)
    const parts = postcodeDistrictsOf(districts).map((code) => ({ kind: 'district' as const, code }))
    parentId =
      found?.id ?? insist(await definePlace(operator, { name, kind, parentId, parts }), `the place ${name}`)
  }
  return parentId as PlaceId
}

const LOOKUP_NAME = 'northmere-postcodes.csv'

const load = async (
  operator: Context,
  kind: Parameters<typeof loadFile>[1],
  fileName: string,
  content: string,
) => {
  const about = { fileName, edition: EDITION, source: SOURCE, licence: LICENCE }
  const decision = await withStoredText(operator, content, (path) =>
    loadFile(operator, kind, { path, ...about }),
  )
  // Where a national lookup is in use already, ours must not take its place.
  if (!decision.ok && decision.refusal !== 'lookup-smaller-than-current') insist(decision, fileName)
}

/** Puts Northmere on the map: places, official areas, shapes and postcodes. Returns the city's id. */
export const seedPlaces = async (
  services: Services,
  drawn: readonly DrawnDistrict[],
  postcodes: readonly MadePostcode[],
): Promise<PlaceId> => {
  const operator = actingAs(services, { kind: 'command' }, null)
  const cityId = await definePlaces(operator)
  const lookup = await inReading<PlacesTables, Awaited<ReturnType<typeof findCurrentLookup>>>(
    operator,
    findCurrentLookup,
  )
  if (lookup?.fileName === LOOKUP_NAME) return cityId
  await load(operator, 'areas', 'northmere-areas.csv', areasFile())
  const [city] = drawn
  if (city) await load(operator, 'boundaries', 'northmere-wards.geojson', wardShapesFile(city))
  await load(operator, 'boundaries', 'northmere-districts.geojson', districtShapesFile(drawn))
  await load(operator, 'deprivation', 'northmere-deprivation.csv', deprivationFile(postcodes))
  await load(operator, 'postcodes', LOOKUP_NAME, postcodeLookupFile(postcodes))
  return cityId
}
