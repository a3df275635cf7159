import type { Reader, Writer } from '../../../platform/database.ts'
import type { FoundPostcode, Location } from '../model.ts'
import { locationOf } from '../rules/location.ts'
import {
  findKey,
  keyOfText,
  locateIn,
  openChunk,
  type PostcodeChunk,
  type PostcodeIndex,
} from '../rules/postcode-index.ts'
import { areaNumberOf, areaNumberOfKey } from '../rules/postcode-key.ts'
import type { PlacesTables } from '../tables.ts'

/** A chunk to store; `content` and `areaSets` as rules/postcode-index.ts packs them. */
export type NewChunk = {
  readonly postcodeArea: string
  readonly postcodes: number
  readonly content: Uint8Array
  readonly areaSets: readonly (readonly string[])[]
}

export const insertChunk = async (
  tx: Writer<PlacesTables>,
  loadId: string,
  chunk: NewChunk,
): Promise<void> => {
  await tx
    .insertInto('places.postcode_chunk')
    .values({
      load_id: loadId,
      postcode_area: chunk.postcodeArea,
      postcodes: chunk.postcodes,
      content: Buffer.from(chunk.content.buffer, chunk.content.byteOffset, chunk.content.byteLength),
      area_sets: JSON.stringify(chunk.areaSets),
    })
    .execute()
}

/** Makes a lookup the one in use and removes the chunks of all others; in the transaction that stored it. */
export const swapLookup = async (tx: Writer<PlacesTables>, loadId: string): Promise<void> => {
  await tx
    .updateTable('places.load')
    .set({ is_current: false })
    .where('kind', '=', 'postcodes')
    .where('is_current', '=', true)
    .execute()
  await tx.updateTable('places.load').set({ is_current: true }).where('id', '=', loadId).execute()
  await tx.deleteFrom('places.postcode_chunk').where('load_id', '!=', loadId).execute()
}

/** How many postcodes the lookup in use knows. */
export const countPostcodes = async (db: Reader<PlacesTables>): Promise<number> => {
  const row = await db
    .selectFrom('places.postcode_chunk')
    .innerJoin('places.load', 'places.load.id', 'places.postcode_chunk.load_id')
    .select((eb) => eb.fn.sum<number | null>('postcodes').as('postcodes'))
    .where('is_current', '=', true)
    .executeTakeFirstOrThrow()
  return row.postcodes ?? 0
}

const NEVER = new Map<number, PostcodeChunk>()

/** The lookup in use as far as it has been read; kept because reading it takes longer than asking it. */
const kept = new Map<string, Map<number, PostcodeChunk | null>>()
/** Two, so that questions already under way survive a swap. */
const KEPT_LOOKUPS = 2

const chunksOf = (loadId: string): Map<number, PostcodeChunk | null> => {
  const known = kept.get(loadId)
  if (known) return known
  const made = new Map<number, PostcodeChunk | null>()
  kept.set(loadId, made)
  for (const old of kept.keys()) if (kept.size > KEPT_LOOKUPS) kept.delete(old)
  return made
}

const readMissing = async (
  db: Reader<PlacesTables>,
  loadId: string,
  chunks: Map<number, PostcodeChunk | null>,
  wanted: ReadonlySet<number> | 'all',
): Promise<void> => {
  const listed = await db
    .selectFrom('places.postcode_chunk')
    .select('postcode_area')
    .where('load_id', '=', loadId)
    .orderBy('postcode_area')
    .execute()
  const missing = listed
    .map((row) => row.postcode_area)
    .filter((area) => !chunks.has(areaNumberOf(area)) && (wanted === 'all' || wanted.has(areaNumberOf(area))))
  // A few at a time: the driver holds an answer twice over while it reads it.
  for (let at = 0; at < missing.length; at += 10) {
    const rows = await db
      .selectFrom('places.postcode_chunk')
      .select(['postcode_area', 'content', 'area_sets'])
      .where('load_id', '=', loadId)
      .where('postcode_area', 'in', missing.slice(at, at + 10))
      .orderBy('postcode_area')
      .execute()
    for (const row of rows) chunks.set(areaNumberOf(row.postcode_area), openChunk(row.content, row.area_sets))
  }
  if (wanted !== 'all') for (const number of wanted) if (!chunks.has(number)) chunks.set(number, null)
}

/** The lookup in use for these postcode areas (their numbers), or an empty one where none is loaded. */
export const openPostcodeIndex = async (
  db: Reader<PlacesTables>,
  wanted: ReadonlySet<number> | 'all',
): Promise<PostcodeIndex> => {
  const current = await db
    .selectFrom('places.load')
    .select('id')
    .where('kind', '=', 'postcodes')
    .where('is_current', '=', true)
    .executeTakeFirst()
  if (!current) return NEVER
  const chunks = chunksOf(current.id)
  const isMissing = wanted === 'all' || [...wanted].some((number) => !chunks.has(number))
  if (isMissing) await readMissing(db, current.id, chunks, wanted)
  return new Map([...chunks].filter((entry): entry is [number, PostcodeChunk] => entry[1] !== null))
}

/**
 * Looks up many postcodes at once, written in any way; the answers are in the order of the questions, undefined
 * where the lookup does not know one or none is loaded. A million take under a second once the lookup is read.
 */
export const lookUpPostcodes = async (
  db: Reader<PlacesTables>,
  postcodes: readonly string[],
): Promise<(FoundPostcode | undefined)[]> => {
  const keys = Float64Array.from(postcodes, keyOfText)
  const wanted = new Set<number>()
  for (const key of keys) if (key >= 0) wanted.add(areaNumberOfKey(key))
  const index = await openPostcodeIndex(db, wanted)
  return postcodes.map((_, at) => findKey(index, keys[at] ?? -1))
}

/** Where texts of an address column (postcodes, districts, official codes, nothing) say something is, in their order. */
export const locatePostcodes = async (
  db: Reader<PlacesTables>,
  texts: readonly string[],
): Promise<Location[]> => {
  const locations = texts.map(locationOf)
  const areas = new Set(locations.flatMap((location) => (location.area === undefined ? [] : [location.area])))
  const index = await openPostcodeIndex(db, new Set([...areas].map(areaNumberOf)))
  return locations.map((location) => locateIn(index, location))
}
