import type { AreaCodes, Place, PlaceId, PlaceWithParts, SpreadItem } from '../model.ts'
import { type AreaBook, successorsOf } from './area-book.ts'

export type Holding = 'yes' | 'no' | 'unknown'

/** One place of a ladder, with all that makes it up, its inner places' parts among them. */
export type Rung = {
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

/** The rung of the most frequent answer among the postcodes around, REST_OF_UK or a number, and its share. */
export type SpreadTier = { readonly rung: number; readonly share: number }

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
  const children = Map.groupBy(visible, (place) => place.parentId ?? '')
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
