import type { CrownDependency, Location, Postcode } from '../model.ts'
import { areaOfDistrict, parsePlacePart, parsePostcode } from './postcode.ts'
import { CROWN_DEPENDENCIES, NON_GEOGRAPHIC_AREAS } from './postcode-areas.ts'

/** British Overseas Territories that use codes of their own in the place of a postcode. */
const OVERSEAS =
  /^(?:ASCN|BBND|BIQQ|FIQQ|PCRN|SIQQ|STHL|TDCU|TKCA) ?1ZZ\b|^GX11 ?1AA\b|^AI-?2640\b|^(?:KY[1-3]|MSR|VG)-?\d{4}\b/
const FORCES = /^B\.?F\.?P\.?O\b/

const NOWHERE: Location = { precision: 'none', areaCodes: [] }

const outsideOf = (area: string): Pick<Location, 'outside'> => {
  const crown: CrownDependency | undefined = CROWN_DEPENDENCIES.get(area)
  if (crown) return { outside: crown }
  return NON_GEOGRAPHIC_AREAS.has(area) ? { outside: 'non-geographic' } : {}
}

/** A location known by its full postcode; the lookup adds the areas. */
const locationOfPostcode = (postcode: Postcode): Location => ({
  precision: 'postcode',
  ...postcode,
  areaCodes: [],
  ...outsideOf(postcode.area),
})

/**
 * Where a text of an address column says something is: a postcode, a sector, a district, a postcode area, an
 * official area code, or nothing. The lookup (`locatePostcodes`) adds what only it knows.
 */
export const locationOf = (text: string): Location => {
  const trimmed = text.trim()
  if (trimmed === '') return NOWHERE
  const upper = trimmed.slice(0, 40).toUpperCase()
  if (OVERSEAS.test(upper)) return { precision: 'none', areaCodes: [], outside: 'abroad' }
  if (FORCES.test(upper)) return { precision: 'none', areaCodes: [], outside: 'non-geographic' }
  const postcode = parsePostcode(trimmed)
  if (postcode) return locationOfPostcode(postcode)
  const part = parsePlacePart(upper)
  if (!part) return NOWHERE
  switch (part.kind) {
    case 'area-code':
      return { precision: 'area-code', areaCodes: [part.code] }
    case 'postcode-area':
      return { precision: 'postcode-area', area: part.code, areaCodes: [], ...outsideOf(part.code) }
    case 'district': {
      const area = areaOfDistrict(part.code)
      return { precision: 'district', district: part.code, area, areaCodes: [], ...outsideOf(area) }
    }
    case 'sector': {
      const district = part.code.slice(0, part.code.indexOf(' '))
      const area = areaOfDistrict(district)
      return { precision: 'sector', sector: part.code, district, area, areaCodes: [], ...outsideOf(area) }
    }
  }
}
