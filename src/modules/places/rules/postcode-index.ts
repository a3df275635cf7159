import type { AreaCodes, FoundPostcode, Location, SpreadItem } from '../model.ts'
import { parsePostcode } from './postcode.ts'
import {
  areaNumberOfKey,
  districtKey,
  postcodeKey,
  sectorOfKey,
  UNITS_A_SECTOR,
  UNITS_AN_AREA,
} from './postcode-key.ts'

/**
 * The lookup is kept packed, 16 bytes a postcode, because joining one million postcodes in PostgreSQL took
 * 4.7 to 5.7 s on the machine where this takes under half a second; a plain table would also have to be swapped
 * by a role that owns tables.
 *
 * Content of a chunk, all little-endian, each array as long as there are postcodes, sorted by key:
 * keys (uint32), area sets (uint32; the highest bit says terminated), eastings and northings (int32; -1 unknown).
 */
export type PostcodeChunk = {
  readonly keys: Uint32Array
  readonly sets: Uint32Array
  readonly eastings: Int32Array
  readonly northings: Int32Array
  readonly areaSets: readonly AreaCodes[]
  /** Where each sector begins, by its number within the area, and the end of the last: a search reads few keys. */
  readonly sectorStarts: Uint32Array
  /** Spreads already worked out, by district or sector. */
  readonly spreads: Map<string, readonly SpreadItem[]>
}

/** Chunks by the number of their postcode area (`areaNumberOf`). */
export type PostcodeIndex = ReadonlyMap<number, PostcodeChunk>

export const TERMINATED = 0x80000000
/** In place of an easting or northing that is not known. */
export const NO_POSITION = -1

/**
 * Makes a chunk's content from rows of four words (key, area set, easting, northing) in any order; of a postcode
 * that comes twice the later row counts.
 */
export const packChunk = (rows: Uint32Array): Uint8Array => {
  const keyAt = (row: number): number => rows[4 * row] ?? 0
  const order = new Uint32Array(rows.length / 4)
  order.forEach((_, at) => {
    order[at] = at
  })
  order.sort((a, b) => keyAt(a) - keyAt(b) || a - b)
  const last = order.filter((row, at) => at + 1 === order.length || keyAt(row) !== keyAt(order[at + 1] ?? 0))
  const words = new Uint32Array(last.length * 4)
  last.forEach((row, to) => {
    for (let column = 0; column < 4; column++) {
      words[column * last.length + to] = rows[4 * row + column] ?? 0
    }
  })
  return new Uint8Array(words.buffer)
}

/** Reads a chunk. The bytes are copied, because a typed array must begin at a multiple of four. */
export const openChunk = (content: Uint8Array, areaSets: readonly AreaCodes[]): PostcodeChunk => {
  const { buffer } = new Uint8Array(content)
  const count = content.byteLength / 16
  const keys = new Uint32Array(buffer, 0, count)
  return {
    keys,
    sets: new Uint32Array(buffer, 4 * count, count),
    eastings: new Int32Array(buffer, 8 * count, count),
    northings: new Int32Array(buffer, 12 * count, count),
    areaSets,
    sectorStarts: startsOfSectors(keys),
    spreads: new Map(),
  }
}

const SECTORS_AN_AREA = UNITS_AN_AREA / UNITS_A_SECTOR

const sectorNumber = (key: number): number => Math.floor((key % UNITS_AN_AREA) / UNITS_A_SECTOR)

const startsOfSectors = (keys: Uint32Array): Uint32Array => {
  const starts = new Uint32Array(SECTORS_AN_AREA + 1).fill(keys.length)
  for (let at = keys.length - 1; at >= 0; at--) starts[sectorNumber(keys[at] ?? 0)] = at
  for (let at = SECTORS_AN_AREA - 1; at >= 0; at--) {
    starts[at] = Math.min(starts[at] ?? keys.length, starts[at + 1] ?? keys.length)
  }
  return starts
}

/** Where a key is, or -1. */
const placeOf = (chunk: PostcodeChunk, key: number): number => {
  const sector = sectorNumber(key)
  let low = chunk.sectorStarts[sector] ?? 0
  let high = chunk.sectorStarts[sector + 1] ?? 0
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((chunk.keys[middle] ?? 0) < key) low = middle + 1
    else high = middle
  }
  return chunk.keys[low] === key ? low : -1
}

const NO_AREAS: AreaCodes = []

const areasAt = (chunk: PostcodeChunk, at: number): AreaCodes =>
  chunk.areaSets[(chunk.sets[at] ?? 0) & ~TERMINATED] ?? NO_AREAS

/** What the lookup says of a postcode's key, or undefined where it does not know it. */
export const findKey = (index: PostcodeIndex, key: number): FoundPostcode | undefined => {
  if (key < 0) return undefined
  const chunk = index.get(areaNumberOfKey(key))
  if (!chunk) return undefined
  const at = placeOf(chunk, key)
  if (at < 0) return undefined
  const easting = chunk.eastings[at] ?? NO_POSITION
  return {
    areaCodes: areasAt(chunk, at),
    easting: easting === NO_POSITION ? null : easting,
    northing: easting === NO_POSITION ? null : (chunk.northings[at] ?? null),
    isTerminated: ((chunk.sets[at] ?? 0) & TERMINATED) !== 0,
  }
}

/** The key of a postcode as somebody wrote it: tidy ones fast, the others by the tolerant reader; -1 for none. */
export const keyOfText = (text: string): number => {
  const key = postcodeKey(text)
  if (key >= 0) return key
  const parsed = parsePostcode(text)
  return parsed ? postcodeKey(parsed.postcode) : -1
}

/** What the lookup says of a postcode, or undefined where it does not know it. */
export const findPostcode = (index: PostcodeIndex, text: string): FoundPostcode | undefined =>
  findKey(index, keyOfText(text))

const countSpread = (chunk: PostcodeChunk, first: number, end: number, isLive: boolean): SpreadItem[] => {
  const counts = new Map<string, { sector: string; areaCodes: AreaCodes; postcodes: number }>()
  for (let at = first; at < end; at++) {
    const set = chunk.sets[at] ?? 0
    if (isLive && (set & TERMINATED) !== 0) continue
    const sector = sectorOfKey(chunk.keys[at] ?? 0)
    const name = `${sector} ${set & ~TERMINATED}`
    const item = counts.get(name)
    if (item) item.postcodes++
    else counts.set(name, { sector, areaCodes: areasAt(chunk, at), postcodes: 1 })
  }
  return [...counts.values()]
}

const spreadBetween = (index: PostcodeIndex, name: string, key: number, sectors: number) => {
  const chunk = key < 0 ? undefined : index.get(areaNumberOfKey(key))
  if (!chunk) return []
  const known = chunk.spreads.get(name)
  if (known) return known
  const first = chunk.sectorStarts[sectorNumber(key)] ?? 0
  const end = chunk.sectorStarts[sectorNumber(key) + sectors] ?? chunk.keys.length
  const live = countSpread(chunk, first, end, true)
  const spread = live.length > 0 ? live : countSpread(chunk, first, end, false)
  chunk.spreads.set(name, spread)
  return spread
}

/** In which areas the postcodes of a district (`PR1`) or sector (`PR1 2`) lie; those in use, where any is. */
export const spreadOf = (index: PostcodeIndex, name: string): readonly SpreadItem[] => {
  const space = name.indexOf(' ')
  if (space < 0) return spreadBetween(index, name, districtKey(name), 10)
  const key = districtKey(name.slice(0, space))
  const offset = Number(name.slice(space + 1)) * UNITS_A_SECTOR
  return key < 0 ? [] : spreadBetween(index, name, key + offset, 1)
}

/** Adds what the lookup knows to a location: its areas, or where the postcodes around it lie. */
export const locateIn = (index: PostcodeIndex, location: Location): Location => {
  if (location.outside || location.district === undefined) return location
  if (location.postcode !== undefined) {
    const found = findPostcode(index, location.postcode)
    if (found && found.areaCodes.length > 0) {
      return { ...location, areaCodes: found.areaCodes, isTerminated: found.isTerminated }
    }
  }
  for (const grain of ['sector', 'district'] as const) {
    const name = location[grain]
    const spread = name === undefined ? [] : spreadOf(index, name)
    if (spread.length > 0) return { ...location, spread, spreadOf: grain }
  }
  return location
}
