/**
 * A postcode as one whole number below 2^32, so that millions fit a sorted typed array. A sector, a district and an
 * area are each an unbroken range of numbers. Area: one or two letters (702) and Girobank; district within the area:
 * 9, 99 or 9A (370); sector (10); unit: two letters (676).
 */
export const UNITS_A_SECTOR = 676
export const UNITS_A_DISTRICT = 10 * UNITS_A_SECTOR
export const UNITS_AN_AREA = 370 * UNITS_A_DISTRICT
const GIROBANK_KEY = 702 * UNITS_AN_AREA

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isLetter = (code: number): boolean => code >= 65 && code <= 90

const areaNumber = (first: number, second: number | undefined): number =>
  second === undefined ? first - 65 : 26 + (first - 65) * 26 + (second - 65)

/** The number of a postcode area, to index by: `PR`. */
export const areaNumberOf = (area: string): number =>
  area === 'GIR' ? 702 : areaNumber(area.charCodeAt(0), area.length > 1 ? area.charCodeAt(1) : undefined)

/** The area a key lies in, as a number. */
export const areaNumberOfKey = (key: number): number => Math.floor(key / UNITS_AN_AREA)

/** The first key of a district written without spaces, `PR1`, or -1. */
export const districtKey = (district: string): number => {
  if (district === 'GIR') return GIROBANK_KEY
  return outwardKey(district, district.length)
}

const outwardKey = (text: string, length: number): number => {
  const first = text.charCodeAt(0)
  if (length < 2 || !isLetter(first)) return -1
  const second = text.charCodeAt(1)
  const hasTwoLetters = isLetter(second)
  let at = hasTwoLetters ? 2 : 1
  if (length <= at || length > at + 2) return -1
  const digit = text.charCodeAt(at++)
  if (!isDigit(digit)) return -1
  let suffix = digit - 48
  if (at < length) {
    const last = text.charCodeAt(at)
    if (isDigit(last)) suffix = 10 + suffix * 10 + (last - 48)
    else if (isLetter(last)) suffix = 110 + suffix * 26 + (last - 65)
    else return -1
  }
  return (areaNumber(first, hasTwoLetters ? second : undefined) * 370 + suffix) * UNITS_A_DISTRICT
}

/**
 * The key of a postcode in capitals, with one space, several or none; -1 for anything else. Form only: a tolerant
 * reading is parsePostcode's.
 */
export const postcodeKey = (text: string): number => {
  const length = text.length
  if (length < 5 || length > 9) return -1
  const lastLetter = text.charCodeAt(length - 1)
  const letter = text.charCodeAt(length - 2)
  const digit = text.charCodeAt(length - 3)
  if (!isLetter(lastLetter) || !isLetter(letter) || !isDigit(digit)) return -1
  let end = length - 3
  while (end > 0 && text.charCodeAt(end - 1) === 32) end--
  const inward = (digit - 48) * UNITS_A_SECTOR + (letter - 65) * 26 + (lastLetter - 65)
  if (end === 3 && text.startsWith('GIR')) return inward === 0 ? GIROBANK_KEY : -1
  const outward = outwardKey(text, end)
  return outward < 0 ? -1 : outward + inward
}

const letterAt = (index: number): string => String.fromCharCode(65 + index)

/** The number a key has of its sector within the district, 0 to 9. */
const sectorDigitOfKey = (key: number): number => Math.floor((key % UNITS_A_DISTRICT) / UNITS_A_SECTOR)

const areaText = (number: number): string =>
  number < 26 ? letterAt(number) : letterAt(Math.floor((number - 26) / 26)) + letterAt((number - 26) % 26)

const suffixText = (suffix: number): string => {
  if (suffix < 10) return String(suffix)
  if (suffix < 110) return String(suffix - 10).padStart(2, '0')
  return `${Math.floor((suffix - 110) / 26)}${letterAt((suffix - 110) % 26)}`
}

/** The sector a key lies in, `PR1 2`. */
export const sectorOfKey = (key: number): string => {
  const area = areaNumberOfKey(key)
  if (area === 702) return 'GIR 0'
  const suffix = Math.floor((key % UNITS_AN_AREA) / UNITS_A_DISTRICT)
  return `${areaText(area)}${suffixText(suffix)} ${sectorDigitOfKey(key)}`
}

/** The postcode of a key, `PR1 2HE`. */
export const postcodeOfKey = (key: number): string => {
  const unit = key % UNITS_A_SECTOR
  return `${sectorOfKey(key)}${letterAt(Math.floor(unit / 26))}${letterAt(unit % 26)}`
}
