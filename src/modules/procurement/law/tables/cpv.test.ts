import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  correctedCpv,
  isLightTouchCpv,
  isReservableCpv,
  isWorksCpv,
  LIGHT_TOUCH_CODES,
  mainCpv,
  readCpv,
} from './cpv.ts'
import { CPV_CHECK_DIGITS } from './cpv-codes.ts'

const FILE = '../shared/data/classification/cpv2008_en.csv'
const isThere = existsSync(FILE)
if (!isThere) console.warn(`Skipped: ${FILE} is not here, so the CPV codes are not held to it.`)
const published = isThere
  ? readFileSync(FILE, 'utf8')
      .split('\n')
      .flatMap((line) => /^\d{8}-\d/.exec(line)?.[0] ?? [])
  : []

describe('CPV codes', () => {
  test.skipIf(!isThere)('are those of the vocabulary, with their check digits', () =>
    expect([...CPV_CHECK_DIGITS].map(([code, digit]) => `${code}-${digit}`).sort()).toEqual(published.sort()),
  )
  test.skipIf(!isThere)('of light touch services are all codes of the vocabulary', () => {
    const known = new Set(published.map((code) => code.slice(0, 8)))
    expect([...LIGHT_TOUCH_CODES].filter((code) => !known.has(code))).toEqual([])
    expect(LIGHT_TOUCH_CODES.size).toBe(421)
  })
  test.each([
    ['85311000-2', '85311000'],
    ['85311000', '85311000'],
    [' 45000000-7 ', '45000000'],
    ['99999999', undefined],
    ['00000000', undefined],
    ['85999999', undefined],
    ['8531100', undefined],
    ['853110000', undefined],
    ['85311000-', undefined],
    ['care', undefined],
    ['', undefined],
  ])('"%s" is read as %s', (text, code) => expect(readCpv(text)).toBe(code))
  test('a check digit that is not the published one is told, one left out is not', () =>
    expect(['85311000-3', '85311000-2', '85311000', '85999999-1'].map(correctedCpv)).toEqual([
      '85311000-2',
      undefined,
      undefined,
      undefined,
    ]))
  test.each([
    ['85311000', true, true],
    ['55523100', true, false],
    ['98340000', false, false],
    ['45000000', false, false],
    ['72000000', false, false],
  ])('%s: light touch %s, reservable %s', (code, light, reservable) =>
    expect([isLightTouchCpv(code), isReservableCpv(code)]).toEqual([light, reservable]),
  )
  test('the first code counts, with or without its check digit', () =>
    expect([mainCpv(['85311000-2', '45000000-7']), mainCpv([]), mainCpv(undefined)]).toEqual([
      '85311000',
      undefined,
      undefined,
    ]))
  test('division 45 is works', () =>
    expect([isWorksCpv('45233120'), isWorksCpv('71000000')]).toEqual([true, false]))
})
