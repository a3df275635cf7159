import { describe, expect, test } from 'vitest'
import { locationOf } from './location.ts'

describe('locationOf', () => {
  test('knows a full postcode, a sector, a district and an area', () => {
    expect(locationOf('PR1 2HE')).toMatchObject({
      precision: 'postcode',
      postcode: 'PR1 2HE',
      district: 'PR1',
      area: 'PR',
    })
    expect(locationOf('PR1 2')).toMatchObject({
      precision: 'sector',
      sector: 'PR1 2',
      district: 'PR1',
      area: 'PR',
    })
    expect(locationOf('pr1')).toMatchObject({ precision: 'district', district: 'PR1', area: 'PR' })
    expect(locationOf('PR')).toMatchObject({ precision: 'postcode-area', area: 'PR' })
    expect(locationOf('E07000123')).toEqual({ precision: 'area-code', areaCodes: ['E07000123'] })
  })

  test.each([
    ['JE2 3QQ', 'Jersey'],
    ['GY1 1AA', 'Guernsey'],
    ['IM1 1EE', 'Isle of Man'],
    ['IM1', 'Isle of Man'],
    ['FIQQ 1ZZ', 'abroad'],
    ['ASCN1ZZ', 'abroad'],
    ['GX11 1AA', 'abroad'],
    ['BFPO 801', 'non-geographic'],
    ['BF1 0AX', 'non-geographic'],
    ['GIR 0AA', 'non-geographic'],
    ['BX9 1AS', 'non-geographic'],
  ])('says that %s is %s', (text, outside) => {
    expect(locationOf(text).outside).toBe(outside)
  })

  test.each(['', '   ', 'Preston', 'n/a', '\u0000', 'Ω'.repeat(1000)])('knows nothing from %j', (text) => {
    expect(locationOf(text)).toEqual({ precision: 'none', areaCodes: [] })
  })
})
