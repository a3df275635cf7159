import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aPriority, aPriorityDraft, aReading } from '../builders.ts'
import { freeCode } from './codes.ts'
import { differencesFrom } from './compare-origin.ts'
import { readFigure } from './decimal.ts'
import { yearsBetween } from './financial-years.ts'
import { progressOf } from './progress.ts'

describe('progress', () => {
  test('takes the newest reading of the whole area that stands', () => {
    const readings = [
      aReading({ measuredOn: '2025-03-31', value: '44' }),
      aReading({ measuredOn: '2026-03-31', value: '40.6' }),
      aReading({ measuredOn: '2026-09-30', value: '1', supersededBy: 'another' }),
      aReading({ measuredOn: '2026-09-30', value: '46', place: { code: 'E05990002', name: 'Bellwharf' } }),
    ]
    expect(progressOf(aPriority(), readings)).toMatchObject({
      latest: { value: '40.6' },
      target: { year: '2025/26', value: '41' },
      next: { year: '2027/28' },
      isMet: true,
      apart: '0.4',
      sinceBaseline: '-6.4',
      isBetter: true,
    })
  })

  test('is null without a reading, and open before a target is due', () => {
    expect(progressOf(aPriority(), [])).toBeNull()
    expect(progressOf(aPriority(), [aReading({ measuredOn: '2026-03-30' })])).toMatchObject({
      target: null,
      isMet: null,
      next: { year: '2025/26' },
    })
  })

  test.each([
    ['down', '41', true],
    ['down', '41.1', false],
    ['up', '41', true],
    ['up', '40.9', false],
  ] as const)('with %s as better, %s against 41 is met: %s', (direction, value, isMet) => {
    expect(progressOf(aPriority({ direction }), [aReading({ value })])?.isMet).toBe(isMet)
  })

  test('subtracts decimals exactly', () => {
    const indicator = aPriority({
      baseline: '0.1',
      targets: [{ year: '2025/26', value: '0.3' }],
      direction: 'up',
    })
    expect(progressOf(indicator, [aReading({ value: '0.3' })])).toMatchObject({
      isMet: true,
      apart: '0',
      sinceBaseline: '0.2',
    })
  })
})

describe('a figure', () => {
  test.each([
    ['1,250.50', '1250.5'],
    [' 12 ', '12'],
    ['-0.0', '0'],
    ['−3.5', '-3.5'],
    ['007', '7'],
  ])('%s is read as %s', (text, value) => expect(readFigure(text)).toBe(value))

  test.each(['', '12%', '£5', '=1+1', '1e9', '1,25', '12.', 'NaN', '0x1F', '1.2.3', '9'.repeat(13), '٣'])(
    '“%s” is none',
    (text) => expect(readFigure(text)).toBeUndefined(),
  )

  test('keeps its worth', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 999 }), (whole, part) => {
        const text = `${whole}.${String(part).padStart(3, '0')}`
        expect(Number(readFigure(text))).toBeCloseTo(Number(text), 6)
      }),
    )
  })
})

test('a short name is plain and free', () => {
  expect(freeCode('Café workers’ pay & more!', new Set())).toBe('cafe-workers-pay-more')
  expect(freeCode('Warm homes', new Set(['warm-homes', 'warm-homes-2']))).toBe('warm-homes-3')
  expect(freeCode('…', new Set())).toBe('untitled')
})

test('the financial years of a period are those it touches', () => {
  expect(yearsBetween('2025-04-01', '2027-03-31')).toEqual(['2025/26', '2026/27'])
  expect(yearsBetween('2025-03-31', '2025-04-01')).toEqual(['2024/25', '2025/26'])
  expect(yearsBetween('1900-01-01', '2100-01-01')).toHaveLength(20)
})

test('what was changed in an adopted priority is told part by part', () => {
  const theirs = aPriorityDraft()
  expect(differencesFrom(theirs, theirs)).toEqual([])
  const ours = { ...theirs, title: 'Warmer homes', targets: [{ year: '2025/26', value: '40' }] }
  expect(differencesFrom(theirs, ours)).toEqual([
    { part: 'title', theirs: 'Warm homes', ours: 'Warmer homes' },
    { part: 'targets', theirs: '2025/26: 41, 2027/28: 34', ours: '2025/26: 40' },
  ])
})
