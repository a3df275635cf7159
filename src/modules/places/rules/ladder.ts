import type { AreaCodes, Location, Place, PlaceId, PlaceWithParts, SpreadItem, Tier } from '../model.ts'
import { type AreaBook, type AreasWithin, areasHolding, successorsOf } from './area-book.ts'
import { areaKindOf, countryOfCode } from './area-codes.ts'
import { POSTCODE_AREAS } from './postcode-areas.ts'

type Holding = 'yes' | 'no' | 'unknown'

/** One place of a ladder, with all that makes it up, its inner places' parts among them. */
type Rung = {
  readonly placeId: PlaceId
  /** Postcode areas, districts and sectors: their texts never collide. */
  readonly postcodes: ReadonlySet<string>
  /** Sectors that are part of it, by their district. */
  readonly splitDistricts: ReadonlySet<string>
  readonly splitAreas: ReadonlySet<string>
  readonly codes: ReadonlySet<string>
  /** The codes and what succeeded them. */
  readonly codesAndLater: ReadonlySet<string>
  /** One code of each level: what rules it out rules out the others of its level. */
  readonly oneOfEachLevel: readonly string[]
}

/**
 * A home place and the places around it, innermost first, made ready for many questions. `book` tells which areas
 * hold which. Make one with `buildLadder`; it remembers answers, so keep it while asking.
 */
export type Ladder = {
  readonly places: readonly Place[]
  readonly rungs: readonly Rung[]
  readonly book: AreaBook
  /** Which rungs hold a list of areas: postcodes share lists, so each is worked out once. */
  readonly known: WeakMap<AreaCodes, readonly Holding[]>
  readonly spreadTiers: WeakMap<readonly SpreadItem[], SpreadTier | null>
}

type SpreadTier = { readonly rung: number; readonly share: number }

const REST_OF_UK = -1

const partsInside = (home: PlaceWithParts, children: ReadonlyMap<PlaceId, readonly PlaceWithParts[]>) => {
  const seen = new Set<PlaceId>()
  const waiting = [home]
  const parts = []
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next.id)) continue
    seen.add(next.id)
    parts.push(...next.parts)
    waiting.push(...(children.get(next.id) ?? []))
  }
  return parts
}

const buildRung = (
  place: PlaceWithParts,
  children: ReadonlyMap<PlaceId, readonly PlaceWithParts[]>,
  book: AreaBook,
): Rung => {
  const parts = partsInside(place, children)
  const codes = parts.filter((part) => part.kind === 'area-code').map((part) => part.code)
  const postcodes = parts.filter((part) => part.kind !== 'area-code').map((part) => part.code)
  const sectors = parts.filter((part) => part.kind === 'sector').map((part) => part.code)
  const finer = parts.filter((part) => part.kind === 'sector' || part.kind === 'district')
  return {
    placeId: place.id,
    postcodes: new Set(postcodes),
    splitDistricts: new Set(sectors.map((sector) => sector.slice(0, sector.indexOf(' ')))),
    splitAreas: new Set(finer.map((part) => /^[A-Z]+/.exec(part.code)?.[0] ?? '')),
    codes: new Set(codes),
    codesAndLater: new Set(codes.flatMap((code) => successorsOf(book, code))),
    oneOfEachLevel: [
      ...new Map(codes.map((code) => [`${code.slice(0, 3)} ${book.has(code)}`, code])).values(),
    ],
  }
}

/**
 * The chain from a home place outwards. A place's parts need not be repeated in the places around it: belonging to
 * an inner place is belonging to all outer ones. `visible` are the places that count for the authority: the shared
 * ones and its own, so that nobody else's place changes its figures. Empty where the home place is not among them.
 */
export const buildLadder = (
  visible: readonly PlaceWithParts[],
  homePlaceId: PlaceId,
  book: AreaBook,
): Ladder => {
  const byId = new Map(visible.map((place) => [place.id, place]))
  const children = Map.groupBy(
    visible.filter((place) => place.parentId !== null),
    (place) => place.parentId as PlaceId,
  )
  const chain: PlaceWithParts[] = []
  for (let next = byId.get(homePlaceId); next && !chain.includes(next); ) {
    chain.push(next)
    next = next.parentId === null ? undefined : byId.get(next.parentId)
  }
  return {
    places: chain,
    rungs: chain.map((place) => buildRung(place, children, book)),
    book,
    known: new WeakMap(),
    spreadTiers: new WeakMap(),
  }
}

const LARGER_THAN_AUTHORITY: ReadonlySet<string> = new Set([
  'county',
  'combined-authority',
  'region',
  'country',
])

/** Counties hold one kind of district each: E10 non-metropolitan ones, E11 metropolitan ones, E13 London boroughs. */
const DISTRICTS_OF_COUNTY: Readonly<Record<string, string>> = { E10: 'E07', E11: 'E08', E13: 'E09' }

/** Codes of one level do not overlap: of two different ones, one rules the other out. */
const levelOf = (code: string): string =>
  areaKindOf(code) === 'local-authority' ? 'local-authority' : code.slice(0, 3)

/** Whether the areas that are known rule a code out, rather than merely not name it. */
const isRuledOut = (book: AreaBook, code: string, areas: AreasWithin): boolean => {
  const level = levelOf(code)
  const kind = areaKindOf(code)
  const country = countryOfCode(code)
  const districts = DISTRICTS_OF_COUNTY[level]
  for (const known of areas.asNamed) {
    const theirs = countryOfCode(known)
    if (theirs !== undefined && (kind === 'nations' || (country !== undefined && theirs !== country)))
      return true
    if (levelOf(known) === level) return true
    if (areaKindOf(known) !== 'local-authority' || !LARGER_THAN_AUTHORITY.has(kind)) continue
    if (districts !== undefined && !known.startsWith(districts)) return true
    if (book.has(code) && (book.get(known)?.parentCodes.length ?? 0) > 0) return true
  }
  return false
}

const intersects = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  for (const value of small) if (large.has(value)) return true
  return false
}

const holdsAreas = (book: AreaBook, rung: Rung, areas: AreasWithin): Holding => {
  if (rung.codes.size === 0) return 'no'
  if (intersects(areas.asNamed, rung.codesAndLater)) return 'yes'
  if (intersects(areas.withSuccessors, rung.codes)) return 'yes'
  if (areas.asNamed.size === 0) return 'unknown'
  for (const code of rung.oneOfEachLevel) if (!isRuledOut(book, code, areas)) return 'unknown'
  return 'no'
}

const holdingsOf = (ladder: Ladder, codes: AreaCodes): readonly Holding[] => {
  const known = ladder.known.get(codes)
  if (known) return known
  const areas = areasHolding(ladder.book, codes)
  const holdings = ladder.rungs.map((rung) => holdsAreas(ladder.book, rung, areas))
  ladder.known.set(codes, holdings)
  return holdings
}

const holdsPostcode = (rung: Rung, location: Location): Holding => {
  const { area, district, sector } = location
  if (rung.postcodes.size === 0) return 'no'
  if (area === undefined) return 'unknown'
  if (rung.postcodes.has(area)) return 'yes'
  if (district === undefined) return rung.splitAreas.has(area) ? 'unknown' : 'no'
  if (rung.postcodes.has(district)) return 'yes'
  if (sector === undefined) return rung.splitDistricts.has(district) ? 'unknown' : 'no'
  return rung.postcodes.has(sector) ? 'yes' : 'no'
}

const NO_CODES: AreaCodes = []

/** The country that all of a postcode area lies in is certain without any lookup. */
const certainCodes = new Map(
  [...POSTCODE_AREAS].map(([area, country]) => [area, country === null ? NO_CODES : [country]]),
)

const codesOf = (location: Location): AreaCodes =>
  location.areaCodes.length > 0 ? location.areaCodes : (certainCodes.get(location.area ?? '') ?? NO_CODES)

/** Whether a rung holds a location. */
const holds = (ladder: Ladder, location: Location, at: number): Holding => {
  const rung = ladder.rungs[at]
  if (!rung) return 'no'
  const byPostcode = holdsPostcode(rung, location)
  if (byPostcode === 'yes' || rung.codes.size === 0) return byPostcode
  const byAreas = holdingsOf(ladder, codesOf(location))[at] ?? 'unknown'
  if (byAreas === 'yes') return 'yes'
  return byPostcode === 'unknown' || byAreas === 'unknown' ? 'unknown' : 'no'
}

/** The first rung that holds a location, REST_OF_UK, or undefined where a rung before it cannot tell. */
const exactRung = (ladder: Ladder, location: Location): number | undefined => {
  for (let at = 0; at < ladder.rungs.length; at++) {
    const holding = holds(ladder, location, at)
    if (holding === 'yes') return at
    if (holding === 'unknown') return undefined
  }
  return REST_OF_UK
}

/** The most frequent answer among the postcodes around a location; of two alike the outer one, so as not to overclaim. */
const mostFrequentRung = (
  ladder: Ladder,
  spread: readonly SpreadItem[],
  around: Location,
): SpreadTier | null => {
  const counts = new Map<number, number>()
  let counted = 0
  for (const item of spread) {
    if (item.areaCodes.length === 0) continue
    const { spread: _, spreadOf: __, ...place } = around
    const rung = exactRung(ladder, { ...place, sector: item.sector, areaCodes: item.areaCodes })
    if (rung === undefined) return null
    counts.set(rung, (counts.get(rung) ?? 0) + item.postcodes)
    counted += item.postcodes
  }
  const outwards = (rung: number) => (rung === REST_OF_UK ? Number.MAX_SAFE_INTEGER : rung)
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || outwards(b[0]) - outwards(a[0]))
  return best ? { rung: best[0], share: best[1] / counted } : null
}

const spreadTier = (ladder: Ladder, location: Location): SpreadTier | null => {
  if (!location.spread) return null
  const known = ladder.spreadTiers.get(location.spread)
  if (known !== undefined) return known
  const tier = mostFrequentRung(ladder, location.spread, location)
  ladder.spreadTiers.set(location.spread, tier)
  return tier
}

const answer = (
  ladder: Ladder,
  rung: number,
  how: { certainty: 'exact' | 'approximate'; basis: Location['precision']; share: number },
): Tier => {
  const place = ladder.rungs[rung]
  return place ? { kind: 'place', placeId: place.placeId, rung, ...how } : { kind: 'rest-of-uk', ...how }
}

/** The innermost place of the ladder that holds a location, and how sure that is. */
export const tierOf = (ladder: Ladder, location: Location): Tier => {
  const { outside } = location
  if (outside === 'abroad') return { kind: 'abroad' }
  if (outside === 'non-geographic') return { kind: 'unknown', why: 'non-geographic', within: null }
  if (outside !== undefined) return { kind: 'crown-dependency', name: outside }
  if (location.precision === 'none') return { kind: 'unknown', why: 'no-postcode', within: null }
  const rung = exactRung(ladder, location)
  if (rung !== undefined) {
    return answer(ladder, rung, { certainty: 'exact', basis: location.precision, share: 1 })
  }
  const likely = spreadTier(ladder, location)
  if (likely) {
    const basis = location.spreadOf ?? 'district'
    return answer(ladder, likely.rung, { certainty: 'approximate', basis, share: likely.share })
  }
  const within = ladder.rungs.find((_, at) => holds(ladder, location, at) === 'yes')
  return { kind: 'unknown', why: 'needs-lookup', within: within?.placeId ?? null }
}

/** A place that holds a location, and how sure that is. */
export type Holder = {
  readonly place: Place
  readonly certainty: 'exact' | 'approximate'
  readonly share: number
}

/** Every place that holds a location, or most likely does. */
export const placesHolding = (
  visible: readonly PlaceWithParts[],
  book: AreaBook,
  location: Location,
): readonly Holder[] =>
  visible.flatMap((place) => {
    const whole = buildLadder(visible, place.id, book)
    const tier = tierOf({ ...whole, rungs: whole.rungs.slice(0, 1), known: new WeakMap() }, location)
    return tier.kind === 'place' ? [{ place, certainty: tier.certainty, share: tier.share }] : []
  })
