import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCharityNumber, readCompanyNumber } from './identifiers.ts'

describe('readCompanyNumber', () => {
  it.each([
    ['01234568', '01234568', []],
    ['1234568', '01234568', ['padded']],
    ['6', '00000006', ['padded']],
    ['06 123456', '06123456', ['cleaned']],
    [' 06123456 ', '06123456', []],
    ["'06123456", '06123456', ['cleaned']],
    ['6123456.0', '06123456', ['padded']],
    ['SC1234', 'SC001234', ['padded']],
    ['sc123456', 'SC123456', ['cleaned']],
    ['0C300001', 'OC300001', ['letter-for-digit']],
    ['SCO12345', 'SC012345', ['letter-for-digit']],
    ['IP22981R', 'IP22981R', []],
    ['R0000123', 'R0000123', []],
    ['GB-COH-06123456', '06123456', ['cleaned']],
    ['Company No. 6123456', '06123456', ['padded']],
    ['6.123456E+06', '06123456', ['from-scientific']],
    ['1.2345679E7', '12345679', ['from-scientific']],
  ])('reads %s as %s', (raw, number, repairs) => {
    expect(readCompanyNumber(raw)).toEqual({ number, repairs })
  })

  it.each([
    '',
    null,
    undefined,
    '0',
    '00000000',
    '12345678',
    '99999999',
    '123456789',
    '6.12E+06',
    'XX123456',
    'SC',
    'SC1234567',
    'n/a',
    'tbc',
    'GB 123 4567 89',
  ])('refuses %s', (raw) => {
    expect(readCompanyNumber(raw)).toBeNull()
  })

  it('reads every number of up to eight digits back to itself, zeros lost or not', () => {
    const placeholders = new Set([1, 1234567, 11111111, 12345678, 87654321, 99999999])
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 99_999_998 }), (value) => {
        fc.pre(!placeholders.has(value))
        const full = String(value).padStart(8, '0')
        expect(readCompanyNumber(String(value))?.number).toBe(full)
        expect(readCompanyNumber(full)).toEqual({ number: full, repairs: [] })
      }),
    )
  })

  it('never fails', () => {
    fc.assert(fc.property(fc.string(), (raw) => void readCompanyNumber(raw)))
  })
})

describe('readCharityNumber', () => {
  it.each([
    ['1131243', '1131243'],
    ['0512710', '512710'],
    ['1131243-1', '1131243'],
    ['1131243/2', '1131243'],
    ['SC012345', 'SC012345'],
    ['SC01996', 'SC001996'],
    ['SC 12345', 'SC012345'],
    ['NIC100123', 'NIC100123'],
    ['GB-CHC-1131243', '1131243'],
    ['Charity No 1131243', '1131243'],
  ])('reads %s as %s', (raw, number) => {
    expect(readCharityNumber(raw)?.number).toBe(number)
  })

  it.each(['', null, '123', '9999999', 'exempt', '06123456 '])('refuses %s', (raw) => {
    expect(readCharityNumber(raw)).toBeNull()
  })
})
