import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aPostcode } from './postcode-arbitraries.ts'
import {
  areaNumberOf,
  areaNumberOfKey,
  districtKey,
  postcodeKey,
  postcodeOfKey,
  sectorOfKey,
  UNITS_A_DISTRICT,
} from './postcode-key.ts'

describe('postcodeKey', () => {
  test('is a whole number below 2^32 that gives the postcode back', () => {
    fc.assert(
      fc.property(aPostcode, (postcode) => {
        const key = postcodeKey(postcode)
        expect(Number.isInteger(key) && key >= 0 && key < 2 ** 32).toBe(true)
        expect(postcodeOfKey(key)).toBe(postcode)
        expect(postcodeKey(postcode.replace(' ', ''))).toBe(key)
        expect(sectorOfKey(key)).toBe(postcode.slice(0, -2))
        expect(areaNumberOfKey(key)).toBe(areaNumberOf(/^[A-Z]+/.exec(postcode)?.[0] ?? ''))
      }),
      { numRuns: 3000 },
    )
  })

  test('keeps a district together', () => {
    const first = districtKey('PR1')
    expect(postcodeKey('PR1 0AA')).toBe(first)
    expect(postcodeKey('PR1 9ZZ')).toBe(first + UNITS_A_DISTRICT - 1)
    expect(postcodeKey('PR10 0AA')).toBeGreaterThanOrEqual(first + UNITS_A_DISTRICT)
  })

  test('tells different postcodes apart', () => {
    fc.assert(
      fc.property(aPostcode, aPostcode, (a, b) => {
        expect(postcodeKey(a) === postcodeKey(b)).toBe(a === b)
      }),
    )
  })

  test('has a place for Girobank', () => {
    expect(postcodeOfKey(postcodeKey('GIR 0AA'))).toBe('GIR 0AA')
    expect(areaNumberOfKey(postcodeKey('GIR 0AA'))).toBe(areaNumberOf('GIR'))
  })

  test.each([
    '',
    'PR1',
    'PR1 2H',
    'pr1 2he',
    '1PR 2HE',
    'PR123 2HE',
    'PRX 2HE',
    'GIR 0AB',
    'PR1 2HEE',
    '      2HE',
    'É1 1AA',
  ])('is -1 for %j', (text) => expect(postcodeKey(text)).toBe(-1))
})
