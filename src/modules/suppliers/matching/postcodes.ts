import { isTownWord, POSTCODE_AREA_TOWNS } from './place-words.ts'

const POSTCODE = /^([A-Z]{1,2})(\d[A-Z\d]?)(\d)([A-Z]{2})$/

export type PostcodeAgreement = 'unit' | 'sector' | 'district' | 'area' | 'elsewhere' | 'unknown'

const partsOf = (postcode: string | null): readonly string[] | null => {
  const found = POSTCODE.exec((postcode ?? '').toUpperCase().replace(/[^A-Z\d]/g, ''))
  return found ? [found[1] ?? '', found[2] ?? '', found[3] ?? '', found[4] ?? ''] : null
}

/** How far two postcodes agree, from the unit (about 15 addresses) out to the area; `unknown` unless both are whole. */
export const postcodeAgreement = (one: string | null, other: string | null): PostcodeAgreement => {
  const a = partsOf(one)
  const b = partsOf(other)
  if (!a || !b) return 'unknown'
  const same = a.findIndex((part, at) => part !== b[at])
  return same === -1 ? 'unit' : ((['elsewhere', 'area', 'district', 'sector'] as const)[same] ?? 'elsewhere')
}

export type PlaceAgreement = 'agrees' | 'silent' | 'disagrees'

/** Whether a town named by the payee is the register's: by its post town where known, else by its postcode area. */
export const placeAgreement = (
  words: readonly string[],
  place: string | null,
  postcode: string | null,
): PlaceAgreement => {
  const towns = words.filter(isTownWord)
  const known = [
    ...(place?.toLowerCase().split(/[^a-z]+/) ?? []),
    POSTCODE_AREA_TOWNS[partsOf(postcode)?.[0] ?? ''] ?? '',
  ]
  if (towns.length === 0 || known.every((word) => word === '')) return 'silent'
  return towns.some((town) => known.includes(town)) ? 'agrees' : 'disagrees'
}
