import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePlacePart, parsePostcode } from './postcode.ts'
import { aPostcode } from './postcode-arbitraries.ts'
import { CROWN_DEPENDENCIES, isKnownPostcodeArea, POSTCODE_AREAS } from './postcode-areas.ts'

describe('parsePostcode', () => {
  test('reads a postcode and what it lies in', () => {
    expect(parsePostcode('PR1 2HE')).toEqual({
      postcode: 'PR1 2HE',
      sector: 'PR1 2',
      district: 'PR1',
      area: 'PR',
    })
    expect(parsePostcode('EC1A 1BB')).toEqual({
      postcode: 'EC1A 1BB',
      sector: 'EC1A 1',
      district: 'EC1A',
      area: 'EC',
    })
    expect(parsePostcode('W1A 0AX')?.area).toBe('W')
  })

  test.each([
    ['pr12he', 'PR1 2HE'],
    ['  PR1   2HE ', 'PR1 2HE'],
    ['PR1\u00a02HE', 'PR1 2HE'],
    ['PR1 2 HE', 'PR1 2HE'],
    ['P R 1 2 H E', 'PR1 2HE'],
    ['PR1-2HE', 'PR1 2HE'],
    ['(PR1 2HE)', 'PR1 2HE'],
    ['PR1 2HE, UK', 'PR1 2HE'],
    ['PR1 2HE.', 'PR1 2HE'],
    ['PR1 2HE Lancashire', 'PR1 2HE'],
    ['M11AE', 'M1 1AE'],
    ['m60 1nw', 'M60 1NW'],
    ['gir 0aa', 'GIR 0AA'],
    ['JE2 3QQ', 'JE2 3QQ'],
    ['BT1 5GS', 'BT1 5GS'],
    ['BF1 0AX', 'BF1 0AX'],
  ])('reads %j as %s', (text, postcode) => {
    expect(parsePostcode(text)?.postcode).toBe(postcode)
  })

  test.each([
    ['PR1 OHE', 'PR1 0HE', 'the letter O where only a digit can stand'],
    ['PRI 2HE', 'PR1 2HE', 'the letter I where only a digit can stand'],
    ['0L1 1AA', 'OL1 1AA', 'a nought where only a letter can stand'],
    ['1G1 1AA', 'IG1 1AA', 'a one where only a letter can stand'],
    ['S014 3AB', 'SO14 3AB', 'a nought that would make a district of three digits'],
    ['WIT 3AA', 'W1T 3AA', 'an I in a central London district'],
  ])('corrects %s to %s: %s', (text, postcode) => {
    expect(parsePostcode(text)?.postcode).toBe(postcode)
  })

  test('leaves a postcode that is one as it stands', () => {
    expect(parsePostcode('PO1 2AA')?.postcode).toBe('PO1 2AA')
    expect(parsePostcode('CR0 1AA')?.postcode).toBe('CR0 1AA')
  })

  test.each([
    '',
    ' ',
    'PR1',
    'PR1 2',
    'PR',
    'BFPO 801',
    'B.F.P.O. 57',
    'ASCN 1ZZ',
    'FIQQ 1ZZ',
    'AI-2640',
    '12345',
    '75008 Paris',
    'D02 AF30',
    'ZZ99 3VZ',
    'QQ1 1AA',
    'PR1 2HEX',
    'PR123 2HE',
    'PR1 2CI',
    'PR1 2H3',
    'BOLTON',
    'Preston',
    'OIOIOIO',
    "'; drop table",
    '=1+1',
    'PR1\u00002HE',
    '💷 PR',
    'P'.repeat(100_000),
    'unknown',
    'N/A',
    '-',
    '0',
    'null',
    'E07000123',
  ])('finds no postcode in %j', (text) => {
    expect(parsePostcode(text)).toBeUndefined()
  })

  test('reads every postcode back however it is written', () => {
    const spelling = fc.record({
      space: fc.constantFrom('', ' ', '  ', '\t'),
      isLower: fc.boolean(),
      after: fc.constantFrom('', ',', ' UK', '.'),
    })
    fc.assert(
      fc.property(aPostcode, spelling, (postcode, { space, isLower, after }) => {
        const [outward, inward] = postcode.split(' ')
        const written = `${outward}${space}${inward}`
        expect(parsePostcode((isLower ? written.toLowerCase() : written) + after)?.postcode).toBe(postcode)
      }),
      { numRuns: 2000 },
    )
  })

  test('answers any text with nothing or with a well-formed postcode of a known area', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'PR12HEO0I1 .,-'.split('')), maxLength: 12 }),
    )
    fc.assert(
      fc.property(text, (any) => {
        const found = parsePostcode(any)
        if (!found) return
        expect(isKnownPostcodeArea(found.area)).toBe(true)
        expect(found.postcode).toMatch(/^[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}$|^GIR 0AA$/)
        expect(found.postcode.startsWith(found.sector) && found.sector.startsWith(found.district)).toBe(true)
        expect(parsePostcode(found.postcode)).toEqual(found)
      }),
      { numRuns: 5000 },
    )
  })
})

describe('parsePlacePart', () => {
  test.each([
    ['PR', 'postcode-area', 'PR'],
    ['pr1', 'district', 'PR1'],
    ['EC1A', 'district', 'EC1A'],
    ['PR1  2', 'sector', 'PR1 2'],
    ['e07000123', 'area-code', 'E07000123'],
    ['K02000001', 'area-code', 'K02000001'],
    ['95AA01S1', 'area-code', '95AA01S1'],
  ])('reads %j as %s %s', (text, kind, code) => {
    expect(parsePlacePart(text)).toEqual({ kind, code })
  })

  test.each([
    '',
    'PR1 2HE',
    'PR12HE',
    'Q',
    'QQ',
    'QQ1',
    'PR1 22',
    'E0700012',
    'E070001234',
    'F07000123',
    'Preston',
  ])('takes %j for no part', (text) => expect(parsePlacePart(text)).toBeUndefined())
})

test('there are 121 postcode areas in the United Kingdom and 3 in the Crown dependencies', () => {
  expect(POSTCODE_AREAS.size).toBe(121)
  expect(CROWN_DEPENDENCIES.size).toBe(3)
})
