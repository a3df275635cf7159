import type { Organisation } from '#identity'
import { listBoundaries, listInnerBoundaries, type PlacesTables } from '#places'
import type { Reader } from '../../../../platform/database.ts'
import {
  type AreaMap,
  areaPaths,
  formatNumber,
  formatPoundsCompact,
} from '../../../../platform/views/views.ts'
import { readHomeCodes } from '../../read-areas.ts'
import type { DeliveredRow } from '../../store/public-site.ts'
import type { PublishingTables } from '../../tables.ts'

export type WardMap = {
  readonly basis: string
  readonly map: AreaMap
  readonly values: ReadonlyMap<string, { readonly value: number; readonly display: string }>
  readonly breaks: readonly number[]
  readonly rows: readonly (readonly [string, string, string])[]
  /** Verified value of deliveries that name no ward. */
  readonly withoutPlace: number
  readonly attribution: string
}

/** Small enough for a page on a poor line, large enough to tell wards apart. */
const MAP_SIZE = 360

/** Round figures that part the wards in a few shades. */
const breaksFor = (largest: number): number[] => {
  const top = 10 ** Math.floor(Math.log10(Math.max(10, largest)))
  return [top / 10, top / 2, top, top * 2].filter((value) => value <= largest)
}

/** Verified value by ward for one basis: bases are never added up, so each has its own map. Null without shapes. */
export const readWardMap = async (
  db: Reader<PublishingTables>,
  { id, homePlaceId }: Pick<Organisation, 'id' | 'homePlaceId'>,
  delivered: readonly DeliveredRow[],
  basis: string,
): Promise<WardMap | null> => {
  const places = db as unknown as Reader<PlacesTables>
  const own = delivered.filter((row) => row.basis === basis)
  const homeCodes = await readHomeCodes(places, id, homePlaceId)
  const wards = await listInnerBoundaries(places, homeCodes, 'E05')
  const named = delivered.flatMap(({ key }) => (key === null ? [] : [key]))
  const boundaries = wards.length > 0 ? wards : await listBoundaries(places, [...new Set(named)])
  const [first] = boundaries
  if (!first) return null
  const features = boundaries.map(({ areaCode, name, geometry }) => ({
    type: 'Feature',
    properties: { code: areaCode, name },
    geometry,
  }))
  const penceBy = new Map(own.map(({ key, verifiedPence }) => [key ?? '', verifiedPence]))
  const shown = boundaries.map(({ areaCode, name }) => ({
    areaCode,
    name,
    pence: penceBy.get(areaCode) ?? 0,
  }))
  return {
    basis,
    map: areaPaths({ type: 'FeatureCollection', features } as never, {
      codeProperty: 'code',
      nameProperty: 'name',
      size: MAP_SIZE,
    }),
    values: new Map(
      shown.map(({ areaCode, pence }) => [areaCode, { value: pence, display: formatPoundsCompact(pence) }]),
    ),
    breaks: breaksFor(Math.max(...shown.map(({ pence }) => pence))),
    rows: shown.map(({ areaCode, name, pence }) => [
      name,
      formatPoundsCompact(pence),
      formatNumber(deliveriesAt(own, areaCode)),
    ]),
    withoutPlace: own.filter(({ key }) => key === null).reduce((sum, row) => sum + row.verifiedPence, 0),
    attribution: `Boundaries: ${first.source}, ${first.licence}`,
  }
}

const deliveriesAt = (rows: readonly DeliveredRow[], code: string): number =>
  rows.find(({ key }) => key === code)?.deliveries ?? 0
