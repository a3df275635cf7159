import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatCount,
  formatDate,
  formatFileSize,
  formatFinancialYear,
  formatFinancialYearOf,
  formatInstant,
  formatInstantExact,
  formatList,
  formatMonth,
  formatNumber,
  formatPence,
  formatPercent,
  formatPeriod,
  formatPounds,
  formatPoundsCompact,
  formatShare,
  formatShortDate,
  formatShortMonth,
  formatTime,
  plainDateOf,
} from './formatters.ts'

const digitsOf = (text: string): bigint => {
  const digits = BigInt(text.replace(/\D/g, ''))
  return text.startsWith('−') ? -digits : digits
}

describe('formatPence', () => {
  it.each([
    [0, '£0.00'],
    [1, '£0.01'],
    [-5, '−£0.05'],
    [123_456, '£1,234.56'],
    [-123_456, '−£1,234.56'],
    [100_000_000, '£1,000,000.00'],
    [9_007_199_254_740_991, '£90,071,992,547,409.91'],
    [12_345_678_901_234_567_890n, '£123,456,789,012,345,678.90'],
  ])('writes %s as %s', (pence, text) => {
    expect(formatPence(pence)).toBe(text)
  })

  it('loses no penny of any amount', () => {
    fc.assert(fc.property(fc.bigInt(), (pence) => digitsOf(formatPence(pence)) === pence))
  })

  it('refuses a fraction of a penny', () => {
    expect(() => formatPence(1.5)).toThrow(RangeError)
  })
})

describe('formatPounds', () => {
  it.each([
    [0, '£0'],
    [49, '£0'],
    [-49, '£0'],
    [50, '£1'],
    [-50, '−£1'],
    [123_456, '£1,235'],
    [99_999_950, '£1,000,000'],
  ])('writes %s pence as %s', (pence, text) => {
    expect(formatPounds(pence)).toBe(text)
  })

  it('is never more than 50 pence off', () => {
    fc.assert(
      fc.property(fc.bigInt(), (pence) => {
        const difference = digitsOf(formatPounds(pence)) * 100n - pence
        return difference <= 50n && difference >= -50n
      }),
    )
  })
})

describe('formatPoundsCompact', () => {
  it.each([
    [0, '£0'],
    [-4_999, '−£50'],
    [99_949, '£999'],
    [99_999, '£1k'],
    [123_400, '£1.2k'],
    [95_000_000, '£950k'],
    [99_999_999, '£1m'],
    [123_456_789, '£1.2m'],
    [-123_456_789, '−£1.2m'],
    [45_000_000_000, '£450m'],
    [99_999_999_999, '£1bn'],
    [1_234_500_000_000_000n, '£12,345bn'],
  ])('writes %s pence as %s', (pence, text) => {
    expect(formatPoundsCompact(pence)).toBe(text)
  })

  it('never writes 1,000 of a unit that has a larger one', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 17n }), (pence) => {
        const match = /^£([\d,.]+)(k|m|bn)?$/.exec(formatPoundsCompact(pence))
        const amount = Number(match?.[1]?.replaceAll(',', ''))
        return match !== null && (match[2] === 'bn' || amount < 1000)
      }),
    )
  })
})

describe('formatNumber', () => {
  it('marks thousands and keeps the decimals asked for', () => {
    expect(formatNumber(1234.5, 2)).toBe('1,234.50')
    expect(formatNumber(-1234)).toBe('−1,234')
    expect(formatNumber(10n ** 20n)).toBe('100,000,000,000,000,000,000')
  })

  it('has no minus before nothing', () => {
    expect(formatNumber(-0)).toBe('0')
    expect(formatNumber(-0.2)).toBe('0')
  })
})

describe('formatCount', () => {
  it('agrees with its noun', () => {
    expect(formatCount(0, 'supplier')).toBe('0 suppliers')
    expect(formatCount(1, 'supplier')).toBe('1 supplier')
    expect(formatCount(1204n, 'authority', 'authorities')).toBe('1,204 authorities')
  })
})

describe('formatPercent', () => {
  it.each([
    [0, '0%'],
    [1, '100%'],
    [0.125, '12.5%'],
    [0.5, '50%'],
    [-0.031, '−3.1%'],
    [0.0001, '<0.1%'],
    [0.9999, '>99.9%'],
    [1.2, '120%'],
  ])('writes %s as %s', (ratio, text) => {
    expect(formatPercent(ratio)).toBe(text)
  })

  it('shows nothing and all only for nothing and all', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (ratio) => {
        const text = formatPercent(ratio)
        return (text === '0%') === (ratio === 0) && (text === '100%') === ratio * 100 >= 100
      }),
    )
  })
})

describe('formatShare', () => {
  it('is not known where the whole is nothing', () => {
    expect(formatShare(0, 0)).toBe('not known')
    expect(formatShare(1, 3)).toBe('33.3%')
    expect(formatShare(1n, 8n, 0)).toBe('13%')
  })
})

describe('dates', () => {
  it('are written day first, the month in letters', () => {
    expect(formatDate('2026-11-21')).toBe('21 November 2026')
    expect(formatDate('2026-09-01')).toBe('1 September 2026')
    expect(formatShortDate('2026-09-01')).toBe('1 Sep 2026')
    expect(formatMonth('2026-11')).toBe('November 2026')
    expect(formatShortMonth('2026-11-21')).toBe('Nov 2026')
  })

  it.each([
    ['2025-04-01', '2026-03-31', '1 April 2025 to 31 March 2026'],
    ['2026-04-01', '2026-06-30', '1 April to 30 June 2026'],
    ['2026-04-01', '2026-04-30', '1 to 30 April 2026'],
    ['2026-04-01', '2026-04-01', '1 April 2026'],
  ])('make the period %s to %s as %s', (from, to, text) => {
    expect(formatPeriod(from, to)).toBe(text)
  })

  it('make financial years in words', () => {
    expect(formatFinancialYear('2026/27')).toBe('April 2026 to March 2027')
    expect(formatFinancialYear('1999/00')).toBe('April 1999 to March 2000')
    expect(formatFinancialYearOf('2027-03-31')).toBe('April 2026 to March 2027')
  })
})

describe('instants', () => {
  it('are told in London time, summer and winter', () => {
    expect(formatInstant(new Date('2026-07-01T13:30:05Z'))).toBe('1 July 2026 at 2:30pm')
    expect(formatInstant(new Date('2026-11-21T14:30:05Z'))).toBe('21 November 2026 at 2:30pm')
    expect(formatInstantExact(new Date('2026-11-21T14:30:05Z'))).toBe('21 November 2026 at 2:30:05pm GMT')
    expect(formatInstantExact(new Date('2026-07-01T08:00:00Z'))).toBe('1 July 2026 at 9:00:00am BST')
  })

  it('fall on the London day, not the UTC day', () => {
    expect(plainDateOf(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01')
  })

  it.each([
    ['2026-11-21T00:00:00Z', 'midnight'],
    ['2026-11-21T12:00:00Z', 'midday'],
    ['2026-11-21T00:05:00Z', '12:05am'],
    ['2026-11-21T09:00:00Z', '9am'],
    ['2026-11-21T17:15:00Z', '5:15pm'],
  ])('at %s say %s', (instant, text) => {
    expect(formatTime(new Date(instant))).toBe(text)
  })
})

describe('formatList', () => {
  it('has no comma before the last', () => {
    expect(formatList(['a'])).toBe('a')
    expect(formatList(['a', 'b', 'c'])).toBe('a, b and c')
  })
})

describe('formatFileSize', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_000, '1 KB'],
    [1_234_567, '1.2 MB'],
    [5_000_000_000, '5 GB'],
  ])('writes %s as %s', (bytes, text) => {
    expect(formatFileSize(bytes)).toBe(text)
  })
})
