import { areaKindOf, listBoundaries, locatePostcodes, type PlacesTables } from '#places'
import type { Reader } from '../../../../platform/database.ts'
import { type AreaMap, areaPaths } from '../../../../platform/views/views.ts'
import type { DistrictCount } from '../../store/directory/listings.ts'

const MOST_AREAS = 60

export type DirectoryMap = {
  readonly map: AreaMap
  readonly counts: readonly { readonly code: string; readonly name: string; readonly suppliers: number }[]
  /** Suppliers whose postcode no loaded area holds. */
  readonly elsewhere: number
  readonly attribution: string
}

export type DistrictLine = { readonly district: string; readonly suppliers: number }

/** `NN31`, from whole postcodes, most suppliers first. */
export const byDistrict = (counts: readonly DistrictCount[]): DistrictLine[] =>
  [...Map.groupBy(counts, ({ postcode }) => postcode.split(' ')[0] ?? '')]
    .map(([district, lines]) => ({ district, suppliers: lines.reduce((sum, one) => sum + one.suppliers, 0) }))
    .sort((a, b) => b.suppliers - a.suppliers || (a.district < b.district ? -1 : 1))

const byAreaCode = async (
  db: Reader<PlacesTables>,
  counts: readonly DistrictCount[],
): Promise<Map<string, number>> => {
  const located = await locatePostcodes(
    db,
    counts.map(({ postcode }) => postcode),
  )
  const found = new Map<string, number>()
  counts.forEach(({ suppliers }, at) => {
    const code = located[at]?.areaCodes.find((area) => areaKindOf(area) === 'local-authority')
    if (code) found.set(code, (found.get(code) ?? 0) + suppliers)
  })
  return found
}

/** Suppliers by local authority area, or null where no boundary is loaded to draw them in. */
export const readDirectoryMap = async (
  db: Reader<PlacesTables>,
  counts: readonly DistrictCount[],
): Promise<DirectoryMap | null> => {
  const byArea = await byAreaCode(db, counts)
  const codes = [...byArea].sort((a, b) => b[1] - a[1]).slice(0, MOST_AREAS)
  const boundaries = await listBoundaries(
    db,
    codes.map(([code]) => code),
  )
  const [first] = boundaries
  if (!first) return null
  const features = boundaries.map(({ areaCode, name, geometry }) => ({
    type: 'Feature' as const,
    properties: { code: areaCode, name },
    geometry,
  }))
  const shown = boundaries
    .map(({ areaCode, name }) => ({ code: areaCode, name, suppliers: byArea.get(areaCode) ?? 0 }))
    .sort((a, b) => b.suppliers - a.suppliers)
  const all = counts.reduce((sum, one) => sum + one.suppliers, 0)
  return {
    map: areaPaths({ type: 'FeatureCollection', features }, { codeProperty: 'code', nameProperty: 'name' }),
    counts: shown,
    elsewhere: all - shown.reduce((sum, area) => sum + area.suppliers, 0),
    attribution: `Boundaries: ${first.source}, ${first.licence}`,
  }
}
