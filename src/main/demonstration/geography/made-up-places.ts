/**
 * Northmere and what lies around it. None of it exists:
 * - the names are in no register or list of places that was looked through;
 * - official codes have 99 where the Office for National Statistics has 00;
 * - postcodes have the letters of a real area, because others are no postcodes to the product, with districts that
 *   Royal Mail never issued: NN has 1 to 18 and 29 (OS Code-Point Open, November 2025);
 * - the shapes lie in the North Sea.
 */
export const CITY = 'Northmere'
export const COUNTY = 'Ashshire'
export const REGION = 'Fellmarch'
export const NEIGHBOUR_COUNTY = 'Tarnshire'

export const COUNTY_CODE = 'E10990001'
export const NEIGHBOUR_COUNTY_CODE = 'E10990002'
export const REGION_CODE = 'E12990001'
export const ENGLAND_CODE = 'E92000001'

export type District = {
  readonly code: string
  readonly name: string
  readonly countyCode: string | null
  /** Where it lies in the mesh of hexagons, in axial coordinates; the city is at 0, 0. */
  readonly cell: readonly [number, number]
  readonly postcodeDistricts: readonly string[]
  /** How many postcodes each of them has. */
  readonly postcodes: number
}

export const CITY_WARDS = [
  { code: 'E05990001', name: 'Lanternhill', postcodeDistrict: 'NN31' },
  { code: 'E05990002', name: 'Bellwharf', postcodeDistrict: 'NN32' },
  { code: 'E05990003', name: 'Swanmarket', postcodeDistrict: 'NN33' },
  { code: 'E05990004', name: 'Cattlegate', postcodeDistrict: 'NN34' },
  { code: 'E05990005', name: 'Oldminster', postcodeDistrict: 'NN35' },
  { code: 'E05990006', name: 'Millhallow', postcodeDistrict: 'NN36' },
] as const

const district = (
  code: string,
  name: string,
  countyCode: string,
  cell: readonly [number, number],
  postcodeDistricts: readonly string[],
  postcodes: number,
): District => ({ code, name, countyCode, cell, postcodeDistricts, postcodes })

export const CITY_DISTRICT: District = {
  code: 'E06990001',
  name: CITY,
  countyCode: null,
  cell: [0, 0],
  postcodeDistricts: CITY_WARDS.map((ward) => ward.postcodeDistrict),
  postcodes: 180,
}

export const COUNTY_DISTRICTS: readonly District[] = [
  district('E07990001', 'Callerby', COUNTY_CODE, [1, 0], ['NN41', 'NN42'], 100),
  district('E07990002', 'Thornwick', COUNTY_CODE, [1, -1], ['NN43', 'NN44'], 100),
  district('E07990003', 'Wexmoor', COUNTY_CODE, [0, -1], ['NN45', 'NN46'], 100),
  district('E07990004', 'Pellbrook', COUNTY_CODE, [-1, 0], ['NN47', 'NN48'], 100),
  district('E07990005', 'Ravelby', COUNTY_CODE, [-1, 1], ['NN49', 'NN50'], 100),
  district('E07990006', 'Oxmarsh', COUNTY_CODE, [0, 1], ['NN51', 'NN52'], 100),
]

export const NEIGHBOUR_DISTRICTS: readonly District[] = [
  district('E07990011', 'Hesselmoor', NEIGHBOUR_COUNTY_CODE, [2, -2], ['NN61', 'NN62'], 72),
  district('E07990012', 'Marrowby', NEIGHBOUR_COUNTY_CODE, [2, -1], ['NN63', 'NN64'], 72),
  district('E07990013', 'Selmarsh', NEIGHBOUR_COUNTY_CODE, [2, 0], ['NN65', 'NN66'], 72),
  district('E07990014', 'Lindhallow', NEIGHBOUR_COUNTY_CODE, [1, 1], ['NN67', 'NN68'], 72),
  district('E07990015', 'Corvendale', NEIGHBOUR_COUNTY_CODE, [0, 2], ['NN69', 'NN70'], 72),
]

export const ALL_DISTRICTS: readonly District[] = [CITY_DISTRICT, ...COUNTY_DISTRICTS, ...NEIGHBOUR_DISTRICTS]

export const postcodeDistrictsOf = (districts: readonly District[]): string[] =>
  districts.flatMap((one) => one.postcodeDistricts)

/** Where the demonstration's data says it comes from. */
export const EDITION = '2026-11'
export const SOURCE = 'Made up for the demonstration'
export const LICENCE = 'No licence is needed'
