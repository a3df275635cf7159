import { areaKindOf, listPlaces, type PlacesTables, readAreaBook } from '#places'
import type { Reader } from '../../platform/database.ts'
import type { PlaceFacts } from './model/process-facts.ts'

const NAMED = new Set(['ward', 'parish', 'local-authority', 'county', 'combined-authority', 'region'])

/** The official areas that make up a home place, by code. */
export const readHomeCodes = async (
  db: Reader<PlacesTables>,
  authorityId: string,
  homePlaceId: string | null,
): Promise<readonly string[]> => {
  const home = (await listPlaces(db, authorityId)).find(({ id }) => id === homePlaceId)
  return (home?.parts ?? []).filter(({ kind }) => kind === 'area-code').map(({ code }) => code)
}

/**
 * Areas by code and by name in lower case. Of areas that share a name, that within the home place counts; where that
 * does not settle it, the name says nothing.
 */
export const readAreas = async (
  db: Reader<PlacesTables>,
  homeCodes: readonly string[],
): Promise<ReadonlyMap<string, PlaceFacts>> => {
  const areas = [...(await readAreaBook(db)).values()].filter(({ code }) => NAMED.has(areaKindOf(code)))
  const byName = Map.groupBy(areas, ({ name }) => name.toLowerCase())
  const factsOf = ({ name, code }: { name: string; code: string }): PlaceFacts => ({ name, gss: code })
  const named = [...byName].flatMap(([name, same]) => {
    const within = same.filter(
      ({ code, parentCodes }) =>
        homeCodes.includes(code) || parentCodes.some((parent) => homeCodes.includes(parent)),
    )
    const [only, other] = within.length > 0 ? within : same
    return only && !other ? [[name, factsOf(only)] as const] : []
  })
  return new Map([...areas.map((area) => [area.code, factsOf(area)] as const), ...named])
}
