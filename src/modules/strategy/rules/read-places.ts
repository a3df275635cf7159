import type { Place } from '../model.ts'

export type PlaceProblem =
  | { readonly code: 'place-unknown'; readonly text: string }
  | { readonly code: 'place-ambiguous'; readonly text: string; readonly count: number }

export type PlaceList = {
  readonly byCode: ReadonlyMap<string, Place>
  readonly byName: ReadonlyMap<string, readonly Place[]>
}

const nameKey = (name: string): string => name.trim().toLowerCase().replaceAll(/\s+/g, ' ')

/** Makes places ready to be looked up by code or by name in any case. A name of one's own comes before an area's. */
export const listOfPlaces = (areas: readonly Place[], own: readonly Place[]): PlaceList => {
  const names = new Set(own.map(({ name }) => nameKey(name)))
  const others = areas.filter(({ name }) => !names.has(nameKey(name)))
  return {
    byCode: new Map([...areas, ...own].map((place) => [place.code.toUpperCase(), place])),
    byName: Map.groupBy([...own, ...others], ({ name }) => nameKey(name)),
  }
}

/** The place that a text names, by code or by name. */
export const findPlace = (known: PlaceList, text: string): Place | PlaceProblem => {
  const byCode = known.byCode.get(text.trim().toUpperCase())
  if (byCode) return byCode
  const named = known.byName.get(nameKey(text)) ?? []
  const [first] = named
  if (!first) return { code: 'place-unknown', text }
  return named.length > 1 ? { code: 'place-ambiguous', text, count: named.length } : first
}

export const isProblem = (found: Place | PlaceProblem): found is PlaceProblem => 'text' in found

/** Reads places one a line, each once. */
export const readPlaces = (
  known: PlaceList,
  text: string,
): { readonly places: readonly Place[]; readonly problems: readonly PlaceProblem[] } => {
  const found = text
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
    .map((line) => findPlace(known, line))
  const places = found.flatMap((one) => (isProblem(one) ? [] : [one]))
  return {
    places: [...new Map(places.map((place) => [place.code, place])).values()],
    problems: found.filter(isProblem),
  }
}
