import { describe, expect, it } from 'vitest'
import { builtInKind, customKind, numberText } from './number-formats.ts'

describe('customKind', () => {
  it.each([
    ['dd/mm/yyyy', 'day'],
    ['dd/mm/yyyy;@', 'day'],
    ['[$-809]d mmmm yyyy', 'day'],
    ['yyyy\\-mm\\-dd hh:mm', 'day'],
    ['mmm-yy', 'month'],
    ['mmmm yyyy', 'month'],
    ['yyyy', 'year'],
    ['General', 'number'],
    ['#,##0.00', 'number'],
    ['#,##0.00_);[Red](#,##0.00)', 'number'],
    ['"Paid" 0.00', 'number'],
    ['_-"£"* #,##0.00_-', 'number'],
    ['0.00E+00', 'number'],
    ['hh:mm:ss', 'number'],
    ['@', 'number'],
  ])('knows %j as %s', (code, kind) => expect(customKind(code)).toBe(kind))

  it('knows the built-in dates', () => {
    expect([14, 15, 16, 22].map(builtInKind)).toEqual(['day', 'day', 'day', 'day'])
    expect([0, 2, 4, 10, 17, 20, 49].map(builtInKind)).toEqual([
      'number',
      'number',
      'number',
      'number',
      'month',
      'number',
      'number',
    ])
  })
})

describe('numberText', () => {
  it.each([
    ['45017', 'day', false, '2023-04-01'],
    ['45017.999', 'day', false, '2023-04-01'],
    ['43555', 'day', true, '2023-04-01'],
    ['45017', 'month', false, '2023-04'],
    ['60', 'day', false, '1900-02-28'],
    ['-1', 'day', false, '-1'],
    ['0.30000000000000004', 'number', false, '0.3'],
    ['1273.6399999999999', 'number', false, '1273.64'],
    ['1234.5600000001', 'number', false, '1234.5600000001'],
    ['5100509851', 'number', false, '5100509851'],
    ['1E2', 'number', false, '100'],
  ] as const)('writes %s as %s', (raw, kind, is1904, text) =>
    expect(numberText(raw, kind, is1904)).toBe(text),
  )
})
