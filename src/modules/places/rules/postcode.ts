import type { PlacePart, Postcode } from '../model.ts'
import { isKnownPostcodeArea } from './postcode-areas.ts'

/**
 * A postcode's form, BS 7666 and Royal Mail's Programmers' Guide to PAF: the outward code is A9, A99, A9A, AA9,
 * AA99 or AA9A, the inward code a digit and two letters out of twenty.
 */
const UNIT = '[ABD-HJLNP-UW-Z]{2}'
const OUTWARD = '(?:[A-Z]{1,2}[0-9]{1,2}|[A-Z][0-9][A-HJKPSTUW]|[A-Z]{2}[0-9][ABEHMNPRVWXY])'
const WHOLE = new RegExp(`^(${OUTWARD})([0-9])(${UNIT})$`)
const DISTRICT = new RegExp(`^${OUTWARD}$`)
const SECTOR = new RegExp(`^(${OUTWARD}) +([0-9])$`)
const AREA_CODE = /^(?:[EWSNKJLM][0-9]{8}|[0-9]{2}[A-Z]{2}[0-9]{2}[A-Z][0-9])$/
/** What stands first in a text and could be a postcode: two runs of letters and digits, or one of five to seven. */
const LEADING = /^[\s"'(]*([A-Z0-9]{2,4})[ \t\u00a0.-]*([A-Z0-9]{3})(?![A-Z0-9])/

const GIROBANK: Postcode = { postcode: 'GIR 0AA', sector: 'GIR 0', district: 'GIR', area: 'GIR' }

const lettersOf = (district: string): string => {
  const second = district.charCodeAt(1)
  return second >= 65 ? district.slice(0, 2) : district.slice(0, 1)
}

/** Reads seven or fewer characters without a space. */
const readTight = (text: string): Postcode | undefined => {
  if (text === 'GIR0AA') return GIROBANK
  const match = WHOLE.exec(text)
  if (!match) return undefined
  const [, district = '', sector = '', unit = ''] = match
  const area = lettersOf(district)
  if (!isKnownPostcodeArea(area)) return undefined
  return { postcode: `${district} ${sector}${unit}`, sector: `${district} ${sector}`, district, area }
}

const TWINS: Readonly<Record<string, string>> = { O: '0', '0': 'O', I: '1', '1': 'I' }

/** All texts with each confusable character as it is or as its twin, with the number of changes. */
const twinsOf = (text: string): { text: string; changes: number }[] => {
  let variants = [{ text: '', changes: 0 }]
  for (const character of text) {
    const twin = TWINS[character]
    variants = variants.flatMap((v) => {
      const same = { text: v.text + character, changes: v.changes }
      return twin ? [same, { text: v.text + twin, changes: v.changes + 1 }] : [same]
    })
  }
  return variants
}

/** Corrects O for 0 and I for 1 where exactly one reading with the fewest changes is a postcode. */
const readConfused = (text: string): Postcode | undefined => {
  const readings = twinsOf(text)
    .map(({ text: candidate, changes }) => ({ postcode: readTight(candidate), changes }))
    .filter((reading) => reading.postcode !== undefined)
  const fewest = Math.min(...readings.map((reading) => reading.changes))
  const best = readings.filter((reading) => reading.changes === fewest)
  return best.length === 1 ? best[0]?.postcode : undefined
}

/**
 * Reads a UK postcode at the start of a text: any case, with or without its space, O for 0 and I for 1 put right
 * where only one reading is possible, words after it ignored. Undefined where there is none, for British forces
 * numbers (`BFPO 801`) and for overseas codes; Crown dependencies (JE, GY, IM) are read.
 */
export const parsePostcode = (text: string): Postcode | undefined => {
  const upper = text.slice(0, 40).toUpperCase()
  const whole = upper.length <= 12 ? readTight(upper.replaceAll(/\s/g, '')) : undefined
  if (whole) return whole
  const match = LEADING.exec(upper)
  if (!match) return undefined
  const tight = `${match[1]}${match[2]}`
  return readTight(tight) ?? (/[0-9]/.test(tight) ? readConfused(tight) : undefined)
}

/** `PR`, `PR1`, `PR1 2` or `E07000123` as a part of a place; undefined for anything else, and for a full postcode. */
export const parsePlacePart = (text: string): PlacePart | undefined => {
  const code = text.trim().toUpperCase().replaceAll(/\s+/g, ' ')
  if (AREA_CODE.test(code)) return { kind: 'area-code', code }
  if (/^[A-Z]{1,2}$/.test(code)) {
    return isKnownPostcodeArea(code) ? { kind: 'postcode-area', code } : undefined
  }
  if (DISTRICT.test(code)) {
    return isKnownPostcodeArea(lettersOf(code)) ? { kind: 'district', code } : undefined
  }
  const sector = SECTOR.exec(code)
  if (!sector || !isKnownPostcodeArea(lettersOf(code))) return undefined
  return { kind: 'sector', code: `${sector[1]} ${sector[2]}` }
}

/** Whether a text is an official area code by its form: `E07000123`, or `95AA01S1` of Northern Ireland. */
export const isAreaCode = (text: string): boolean => AREA_CODE.test(text)

/** The postcode area a district lies in: `PR` for `PR1`. */
export const areaOfDistrict = lettersOf
