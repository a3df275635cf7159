import { type SeededRandom, seededRandom } from '../seeded-random.ts'
import type { DrawnDistrict } from './draw-places.ts'
import { type GridPoint, isInside, type MeshCell } from './hexagon-mesh.ts'
import { CITY_DISTRICT, CITY_WARDS, ENGLAND_CODE, REGION_CODE } from './made-up-places.ts'

export type MadePostcode = {
  readonly postcode: string
  readonly point: GridPoint
  readonly wardCode: string
  /** The small area it lies in; every sector of a postcode district is one. */
  readonly smallAreaCode: string
  readonly districtCode: string
  readonly countyCode: string
  readonly isTerminated: boolean
}

const POSTCODE_SEED = 27_182
const DEPRIVATION_SEED = 16_180
/** The letters that units have (BS 7666). */
const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ'.split('')
const SECTORS = 4

/** A point of a wedge, anywhere in it. */
const pointIn = (cell: MeshCell, wedge: number, random: SeededRandom): GridPoint => {
  const ring = cell.wedges[wedge % cell.wedges.length] ?? []
  const [eastings, northings] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
  for (;;) {
    const point: GridPoint = [
      random.whole(Math.min(...eastings), Math.max(...eastings)),
      random.whole(Math.min(...northings), Math.max(...northings)),
    ]
    if (isInside(point, ring)) return point
  }
}

const unitsOf = (postcodeDistrict: string, count: number, random: SeededRandom): string[] => {
  const units = new Set<string>()
  while (units.size < count) {
    units.add(`${postcodeDistrict} ${random.whole(1, SECTORS)}${random.pick(LETTERS)}${random.pick(LETTERS)}`)
  }
  return [...units]
}

/** A made-up code: 99 where the Office for National Statistics has 00. */
const smallAreaCode = (postcodeDistrict: number, sector: number): string =>
  `E0199${String(postcodeDistrict * 10 + sector).padStart(4, '0')}`

/** The postcodes of the made-up region, some 3,000, each at a point of its district. */
export const makePostcodes = (drawn: readonly DrawnDistrict[]): MadePostcode[] => {
  const random = seededRandom(POSTCODE_SEED)
  return drawn.flatMap(({ district, cell }, nth) =>
    district.postcodeDistricts.flatMap((postcodeDistrict, at) => {
      const isCity = district === CITY_DISTRICT
      return unitsOf(postcodeDistrict, district.postcodes, random).map((postcode) => ({
        postcode,
        point: pointIn(cell, isCity ? at : at * 3 + random.whole(0, 2), random),
        smallAreaCode: smallAreaCode(nth * 10 + at, Number(postcode.split(' ')[1]?.[0])),
        wardCode: isCity ? (CITY_WARDS[at]?.code ?? '') : '',
        districtCode: district.code,
        countyCode: district.countyCode ?? '',
        isTerminated: random.chance(0.03),
      }))
    }),
  )
}

/** The postcodes as a lookup with the columns of the ONS Postcode Directory. */
export const postcodeLookupFile = (postcodes: readonly MadePostcode[]): string => {
  const header = 'pcds,dointr,doterm,oscty,oslaua,osward,oseast1m,osnrth1m,ctry,rgn,lsoa21'
  const lines = postcodes.map(
    ({ postcode, point, wardCode, smallAreaCode: area, districtCode, countyCode, isTerminated }) =>
      [
        postcode,
        '198001',
        isTerminated ? '201906' : '',
        countyCode,
        districtCode,
        wardCode,
        ...point,
        ENGLAND_CODE,
        REGION_CODE,
        area,
      ].join(','),
  )
  return [header, ...lines, ''].join('\r\n')
}

/** How deprived each small area is said to be: a made-up index with ranks that nobody measured. */
export const deprivationFile = (postcodes: readonly MadePostcode[]): string => {
  const random = seededRandom(DEPRIVATION_SEED)
  const areas = [...new Set(postcodes.map(({ smallAreaCode: code }) => code))].sort()
  const lines = areas.map((code) => {
    const decile = random.whole(1, 10)
    return `${code},${decile * 3000 - random.whole(0, 2999)},${decile}`
  })
  return [
    'LSOA code (2021),Index of Multiple Deprivation (IMD) Rank,Index of Multiple Deprivation (IMD) Decile',
    ...lines,
    '',
  ].join('\r\n')
}
