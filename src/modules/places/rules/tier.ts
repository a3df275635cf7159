import type { AreaCodes, Certainty, Location, Place, PlaceWithParts, SpreadItem, Tier } from '../model.ts'
import { type AreaBook, type AreasWithin, areasHolding } from './area-book.ts'
import { buildLadder, type Holding, type Ladder, type Rung, type SpreadTier } from './ladder.ts'
import { POSTCODE_AREAS } from './postcode-areas.ts'
import { isRuledOut } from './ruled-out.ts'

const REST_OF_UK = -1

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
  how: { certainty: Certainty; basis: Location['precision']; share: number },
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
  readonly certainty: Certainty
  readonly share: number
}

/** Every place that holds a location, or most likely does; the innermost first. */
export const placesHolding = (
  visible: readonly PlaceWithParts[],
  book: AreaBook,
  location: Location,
): readonly Holder[] => {
  const found = visible.flatMap((place) => {
    const whole = buildLadder(visible, place.id, book)
    const alone = {
      ...whole,
      rungs: whole.rungs.slice(0, 1),
      known: new WeakMap(),
      spreadTiers: new WeakMap(),
    }
    const tier = tierOf(alone, location)
    if (tier.kind !== 'place') return []
    return [{ place, certainty: tier.certainty, share: tier.share, depth: whole.places.length }]
  })
  return found.sort((a, b) => b.depth - a.depth).map(({ depth: _depth, ...holder }) => holder)
}
