import type { DrawnDistrict } from './draw-places.ts'
import { degreesOf, type GridRing } from './hexagon-mesh.ts'
import {
  ALL_DISTRICTS,
  CITY,
  CITY_DISTRICT,
  CITY_WARDS,
  COUNTY,
  COUNTY_CODE,
  ENGLAND_CODE,
  NEIGHBOUR_COUNTY,
  NEIGHBOUR_COUNTY_CODE,
  REGION,
  REGION_CODE,
} from './made-up-places.ts'

const COUNTY_NAMES: ReadonlyMap<string, string> = new Map([
  [COUNTY_CODE, COUNTY],
  [NEIGHBOUR_COUNTY_CODE, NEIGHBOUR_COUNTY],
])

/** The official areas as a look-up by level, like those of the Office for National Statistics. */
export const areasFile = (): string => {
  const header = 'WD26CD,WD26NM,LAD26CD,LAD26NM,CTY26CD,CTY26NM,RGN26CD,RGN26NM,CTRY26CD,CTRY26NM'
  const around = `${REGION_CODE},${REGION},${ENGLAND_CODE},England`
  const wards = CITY_WARDS.map(
    (ward) => `${ward.code},${ward.name},${CITY_DISTRICT.code},${CITY},,,${around}`,
  )
  const districts = ALL_DISTRICTS.filter((district) => district !== CITY_DISTRICT).map(
    ({ code, name, countyCode }) =>
      `,,${code},${name},${countyCode},${COUNTY_NAMES.get(countyCode ?? '')},${around}`,
  )
  return [header, ...wards, ...districts, ''].join('\r\n')
}

type Properties = Readonly<Record<string, string>>

const collection = (
  features: readonly { readonly properties: Properties; readonly ring: GridRing }[],
): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: features.map(({ properties, ring }) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Polygon', coordinates: [ring.map(degreesOf)] },
    })),
  })

/** The shapes of the districts, as GeoJSON. */
export const districtShapesFile = (drawn: readonly DrawnDistrict[]): string =>
  collection(
    drawn.map(({ district, cell }) => ({
      properties: {
        LAD26CD: district.code,
        LAD26NM: district.name,
        ...(district.countyCode === null ? {} : { CTY26CD: district.countyCode }),
        RGN26CD: REGION_CODE,
      },
      ring: cell.outline,
    })),
  )

/** The shapes of the city's wards, as GeoJSON. */
export const wardShapesFile = (city: DrawnDistrict): string =>
  collection(
    CITY_WARDS.map((ward, at) => ({
      properties: { WD26CD: ward.code, WD26NM: ward.name, LAD26CD: city.district.code },
      ring: city.cell.wedges[at] as GridRing,
    })),
  )
