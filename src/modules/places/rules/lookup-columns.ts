import { isAreaCode, parsePostcode } from './postcode.ts'

/** Where a postcode lookup keeps what we read, as column numbers from 0; -1 where it has no such column. */
export type LookupColumns = {
  readonly layout: 'ONS postcode directory' | 'OS Code-Point Open' | 'postcode list'
  readonly hasHeader: boolean
  readonly postcode: number
  readonly terminated: number
  readonly easting: number
  readonly northing: number
  readonly areas: readonly number[]
}

/**
 * Names of columns change with each edition: `oslaua`, `laua`, `lad23cd`, `lad26cd`. Each family is one pattern.
 * Source: the user guides of the ONS Postcode Directory and the National Statistics Postcode Lookup, 2011 to 2026,
 * and the OS Code-Point Open technical specification.
 */
const POSTCODE = [/^pcds$/, /^postcode$/, /^post_?code$/, /^pcd2$/, /^pcd8$/, /^pcd7?$/, /^pc$/]
const EASTING = [/^(os)?east1m$/, /^eastings?$/, /^ea$/]
const NORTHING = [/^(os)?north1m$/, /^osnrth1m$/, /^northings?$/, /^no$/]
const AREA_FAMILIES = [
  [/^(os)?ward$/, /^wd\d*cd$/, /^wc$/, /^admin_ward_code$/],
  [/^parish$/, /^par(ncp)?\d*cd$/],
  [/^(os)?laua$/, /^lad$/, /^l(ad|tla)\d*cd$/, /^dc$/, /^admin_district_code$/],
  [/^(os)?cty$/, /^cty\d*cd$/, /^cc$/, /^admin_county_code$/],
  [/^rgn$/, /^rgn\d*cd$/, /^gor$/],
  [/^ctry$/, /^ctry\d*cd$/, /^cy$/, /^country_code$/],
  [/^lsoa21(cd)?$/, /^lsoa31(cd)?$/],
  [/^lsoa11(cd)?$/],
  [/^msoa\d\d(cd)?$/],
  [/^pcon$/, /^pcon\d*cd$/],
  [/^icb$/, /^icb\d*cd$/],
  [/^pfa$/, /^pfa\d*cd$/],
  [/^ttwa$/, /^ttwa\d*cd$/],
]

const columnOf = (names: readonly string[], patterns: readonly RegExp[]): number => {
  for (const pattern of patterns) {
    const at = names.findLastIndex((name) => pattern.test(name))
    if (at >= 0) return at
  }
  return -1
}

const recogniseHeader = (names: readonly string[]): LookupColumns | undefined => {
  const postcode = columnOf(names, POSTCODE)
  const areas = AREA_FAMILIES.map((family) => columnOf(names, family)).filter((at) => at >= 0)
  if (postcode < 0 || areas.length === 0) return undefined
  const isOns = names.some((name) => /^(doterm|pcds|pcd2|pcd8)$/.test(name))
  return {
    layout: isOns
      ? 'ONS postcode directory'
      : names.includes('quality')
        ? 'OS Code-Point Open'
        : 'postcode list',
    hasHeader: true,
    postcode,
    terminated: columnOf(names, [/^doterm$/]),
    easting: columnOf(names, EASTING),
    northing: columnOf(names, NORTHING),
    areas: [...new Set(areas)],
  }
}

/** OS Code-Point Open has no header: postcode, quality, easting, northing, country, two of the NHS, county, district, ward. */
const CODE_POINT_OPEN: LookupColumns = {
  layout: 'OS Code-Point Open',
  hasHeader: false,
  postcode: 0,
  terminated: -1,
  easting: 2,
  northing: 3,
  areas: [9, 8, 7, 4],
}

const isNumber = (text: string | undefined): boolean => /^\d{1,7}$/.test(text ?? '')

/** Recognises a postcode lookup by its first row; undefined where it is none. */
export const recogniseLookup = (firstRow: readonly string[]): LookupColumns | undefined => {
  const cells = firstRow.map((cell) => cell.replace('\ufeff', '').trim())
  const isCodePoint =
    cells.length === 10 &&
    parsePostcode(cells[0] ?? '') !== undefined &&
    isNumber(cells[2]) &&
    isNumber(cells[3]) &&
    [cells[4], cells[8], cells[9]].every((code) => code === '' || isAreaCode(code ?? ''))
  if (isCodePoint) return CODE_POINT_OPEN
  return recogniseHeader(cells.map((cell) => cell.toLowerCase()))
}
