import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isForeignMoney, plainPence, readAmount } from './amount.ts'

const pence = (text: string): number | undefined => readAmount(text)?.pence

describe('readAmount', () => {
  it.each([
    ['1234.5', 123450],
    ['1,234.50', 123450],
    ['£1,234.50', 123450],
    ['£ 1,234.50 ', 123450],
    ['"£1,234.56 "', 123456],
    ["'123.45", 12345],
    ['1 234.50', 123450],
    ['\u00a31\u00a0234.50', 123450],
    ['1\u202f234.50', 123450],
    ['Â£5.00', 500],
    ['\ufffd1,234.00', 123400],
    ['GBP 12', 1200],
    ['12.00 GBP', 1200],
    ['.5', 50],
    ['5.', 500],
    ['+5', 500],
  ])('reads %j', (text, expected) => expect(pence(text)).toBe(expected))

  it.each([
    ['-£12.00', -1200],
    ['£-12.00', -1200],
    ['- 12.00', -1200],
    ['1,234.50-', -123450],
    ['1,234.50 -', -123450],
    ['(1,234.50)', -123450],
    ['(£1,234.50)', -123450],
    ['£(1,234.50)', -123450],
    ['–5.00', -500],
    ['−5.00', -500],
    ['100.00CR', -10000],
    ['100.00 Cr', -10000],
    ['CR 100.00', -10000],
    ['100.00 DR', 10000],
  ])('reads the sign of %j', (text, expected) => expect(pence(text)).toBe(expected))

  it.each(['-', '£ -', ' £ -   ', '–', 'nil', '0', '-0.00'])(
    'reads %j as nought, never as minus nought',
    (text) => expect(Object.is(pence(text), 0)).toBe(true),
  )

  it.each([
    ['1.5E+03', 150000, false],
    ['1.23e5', 12300000, false],
    ['12.345', 1235, true],
    ['-12.345', -1235, true],
    ['12.344', 1234, true],
    ['1234.5600000001', 123456, true],
    ['1273.6399999999999', 127364, true],
    ['0.005', 1, true],
    ['1.500', 150, false],
    ['1.5e-3', 0, true],
  ])('keeps %j exact and rounds halves away from zero', (text, expected, rounded) =>
    expect(readAmount(text)).toEqual({ pence: expected, rounded }),
  )

  it.each([
    '',
    'abc',
    '01/02/2023',
    '2023-04-01',
    '1-2',
    '--5',
    '1,50',
    '1,23.45',
    '£1.2m',
    'N/A',
    '1.2.3',
    '12e999',
  ])('does not take %j for an amount', (text) => expect(readAmount(text)).toBeUndefined())

  it('does not take a number too large to be exact', () => {
    expect(readAmount('12345678901234567890')).toBeUndefined()
    expect(pence('90,000,000,000,000.00')).toBe(9_000_000_000_000_000)
  })

  it('reads a decimal comma only when told so', () => {
    expect(readAmount('1.234,50', ',')?.pence).toBe(123450)
    expect(readAmount('12,5', ',')?.pence).toBe(1250)
    expect(readAmount('1.234,50')).toBeUndefined()
  })
})

describe('isForeignMoney', () => {
  it('knows euros and dollars from pounds', () => {
    expect(['€12.00', '12 EUR', '$5'].every(isForeignMoney)).toBe(true)
    expect(['£12.00', '12.00', 'EUROPA LTD'].some(isForeignMoney)).toBe(false)
  })
})

const grouped = (whole: string, separator: string): string => whole.replace(/\B(?=(\d{3})+$)/g, separator)
const SIGNS: readonly ((text: string) => string)[] = [
  (text) => `-${text}`,
  (text) => `-£${text}`,
  (text) => `£-${text}`,
  (text) => `${text}-`,
  (text) => `(${text})`,
  (text) => `(£${text})`,
  (text) => `−${text}`,
  (text) => `– ${text}`,
  (text) => `${text} CR`,
  (text) => `CR ${text}`,
]
const MARKS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `£${text}`,
  (text) => `£ ${text}`,
  (text) => `  ${text}  `,
  (text) => `\u00a0${text}\u00a0`,
  (text) => `Â£${text}`,
  (text) => `${text} GBP`,
  (text) => `${text} DR`,
]

describe('any amount in any supported style', () => {
  const amounts = fc.record({
    pence: fc.integer({ min: 0, max: 99_999_999_999_99 }),
    separator: fc.constantFrom('', ',', ' ', '\u00a0', '\u202f'),
    sign: fc.integer({ min: 0, max: SIGNS.length - 1 }),
    mark: fc.integer({ min: 0, max: MARKS.length - 1 }),
    isNegative: fc.boolean(),
  })
  it('reads back', () => {
    fc.assert(
      fc.property(amounts, ({ pence: wanted, separator, sign, mark, isNegative }) => {
        const text = `${grouped(String(Math.floor(wanted / 100)), separator)}.${String(wanted % 100).padStart(2, '0')}`
        const written = isNegative ? SIGNS[sign]?.(text) : MARKS[mark]?.(text)
        const expected = isNegative && wanted !== 0 ? -wanted : wanted
        expect(readAmount(written ?? '')).toEqual({ pence: expected, rounded: false })
      }),
      { numRuns: 2_000 },
    )
  })

  it('reads back from an exponent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999, max: 999_999 }),
        fc.integer({ min: -2, max: 4 }),
        (digits, shift) => {
          const text = `${digits}E${shift}`
          expect(readAmount(text)?.pence).toBe(digits === 0 ? 0 : Math.round(digits * 10 ** (shift + 2)))
        },
      ),
    )
  })

  it('is read by the quick way exactly as by the careful one, or left to it', () => {
    const texts = fc.oneof(
      fc.stringMatching(/^-?\d{1,9}(\.\d{0,3})?$/),
      fc.stringMatching(/^-?\d{1,3}(,\d{3}){0,3}(\.\d{1,2})?$/),
      fc.stringMatching(/^[-0-9,.]{0,12}$/),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const quick = plainPence(text)
        if (!Number.isNaN(quick)) expect(readAmount(text)).toEqual({ pence: quick, rounded: false })
      }),
      { numRuns: 5_000 },
    )
  })

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 80 }), (text) => {
        readAmount(text)
        readAmount(text, ',')
        plainPence(text)
      }),
    )
  })
})
