import { describe, expect, test } from 'vitest'
import { exact, readDecimal, readShare, showExact, toPence, toPounds } from './exact.ts'

describe('readDecimal', () => {
  test.each([
    ['14610', '14610'],
    [' 14,610.50 ', '14610.5'],
    ['£0.74', '0.74'],
    ['-£3', '-3'],
    ['-£ 3', '-3'],
    ['1e3', '1000'],
    ['2.5E-2', '0.025'],
    ['0.1', '0.1'],
    ['1000000000000000'.slice(0, 15), '100000000000000'],
  ])('reads %j as %s', (text, value) => expect(readDecimal(text)?.toFixed()).toBe(value))

  test.each([
    '',
    ' ',
    'ten',
    '1,00',
    '1,0000',
    '1.2.3',
    '0x10',
    '1e999999999',
    '9e99',
    '1e-999999999',
    '--1',
    '+1',
    '.5',
    '5.',
    'NaN',
    'Infinity',
    '١٢',
    '１２',
    '1 000',
    '1\u00A0000',
    '1'.repeat(50),
    `0.${'1'.repeat(21)}`,
    '$5',
    '5%',
    '\0',
  ])('does not read %j', (text) => expect(readDecimal(text)).toBeUndefined())
})

describe('readShare', () => {
  test.each([
    ['0.2', '0.2'],
    ['20%', '0.2'],
    ['12.5 %', '0.125'],
    ['0', '0'],
    ['1', '1'],
    ['100%', '1'],
  ])('reads %j as %s', (text, share) => expect(readShare(text)?.toFixed()).toBe(share))

  test.each(['20', '-0.1', '101%', '1.0001', '%', 'half'])('does not read %j', (text) =>
    expect(readShare(text)).toBeUndefined(),
  )
})

describe('rounding', () => {
  test.each([
    ['0.005', '0.01', 1n],
    ['-0.005', '-0.01', -1n],
    ['0.0049999999999', '0.00', 0n],
    ['-0.001', '0.00', 0n],
    ['1.115', '1.12', 112n],
    ['2.675', '2.68', 268n],
    ['123456789012345.675', '123456789012345.68', 12345678901234568n],
  ])('%s is £%s', (value, pounds, pence) => {
    expect(toPounds(exact(value))).toBe(pounds)
    expect(toPence(exact(value))).toBe(pence)
  })

  test('a third plus a third plus a third is one', () => {
    const third = exact(1).div(3)
    expect(toPounds(third.plus(third).plus(third))).toBe('1.00')
  })

  test('0.1 and 0.2 are 0.3', () => expect(exact('0.1').plus('0.2').eq('0.3')).toBe(true))
  test('a figure on the way shows six decimals and none that say nothing', () => {
    expect(showExact(exact('21504.8318000'))).toBe('21504.8318')
    expect(showExact(exact(1).div(3))).toBe('0.333333')
  })
})
