import { describe, expect, test } from 'vitest'
import { answerTo, aPurchase, explained, valueOf, worth } from '../builders.ts'
import type { Facts } from '../facts.ts'

/** Schedule 1, with the amounts before and from 1 January 2026. */
const ROWS: readonly (readonly [number, Partial<Facts>, number, number])[] = [
  [1, { isDefence: true, subject: 'works' }, 5_372_609, 5_193_000],
  [2, { isDefence: true, isConcession: true }, 5_372_609, 5_193_000],
  [3, { isDefence: true }, 429_809, 415_440],
  [4, { isUtilities: true, subject: 'works' }, 5_372_609, 5_193_000],
  [5, { isUtilities: true, isLightTouch: true }, 884_720, 884_720],
  [6, { isUtilities: true }, 429_809, 415_440],
  [7, { isLightTouch: true, isConcession: true }, 5_372_609, 5_372_609],
  [8, { isLightTouch: true }, 663_540, 663_540],
  [9, { isConcession: true }, 5_372_609, 5_193_000],
  [10, { subject: 'works' }, 5_372_609, 5_193_000],
  [11, { authority: 'central-government' }, 139_688, 135_018],
  [12, {}, 214_904, 207_720],
]
const cases = ROWS.flatMap(([row, facts, before, after]) => [
  [row, '2025-02-24', before, facts] as const,
  [row, '2025-12-31', before, facts] as const,
  [row, '2026-01-01', after, facts] as const,
])

describe('Schedule 1', () => {
  test.each(cases)(
    'row %i for a procurement of %s is £%i, reached at the amount and not a penny below',
    (row, procurementCommencedOn, pounds, facts) => {
      const at = (value: number) => aPurchase({ procurementCommencedOn, ...facts, ...worth(value) })
      expect(valueOf(at(pounds), 'threshold.contract')).toMatchObject({
        row,
        thresholdPence: pounds * 100,
        isAtOrAbove: true,
      })
      expect(answerTo(at(pounds), 'regime.standing').applies).toBe(true)
      expect(answerTo(at(pounds - 0.01), 'regime.standing').applies).toBe(false)
    },
  )
  test.each([
    [4, { isUtilities: true, subject: 'works', isConcession: true }],
    [6, { isUtilities: true, isConcession: true }],
    [8, { isDefence: true, isLightTouch: true }],
    [9, { subject: 'works', isConcession: true }],
    [12, { subject: 'goods' }],
    [12, { authority: 'school' }],
    [10, { subject: 'works', arrangement: 'framework' }],
  ] as const)('row %i where kinds meet: %o', (row, facts) =>
    expect(
      valueOf(aPurchase({ ...facts, isLightTouch: 'isLightTouch' in facts }), 'threshold.contract').row,
    ).toBe(row),
  )
  test('is unsure from 1 January 2028, when the amounts are expected to change', () => {
    expect(
      answerTo(aPurchase({ procurementCommencedOn: '2027-12-31' }), 'threshold.contract').confidence,
    ).toBe('sure')
    expect(
      answerTo(aPurchase({ procurementCommencedOn: '2028-01-01' }), 'threshold.contract').confidence,
    ).toBe('unsure')
  })
  test('a procurement later than the tables warns', () => {
    expect(explained(aPurchase({ procurementCommencedOn: '2026-11-21' })).warnings).toEqual([])
    expect(explained(aPurchase({ procurementCommencedOn: '2026-11-22' })).warnings).toHaveLength(1)
  })
})

describe('notifiable below-threshold contracts', () => {
  test.each([
    ['council', 30_000],
    ['central-government', 12_000],
  ] as const)('of a %s begin at £%i', (authority, pounds) => {
    expect(answerTo(aPurchase({ authority, ...worth(pounds) }), 'threshold.notifiable').applies).toBe(true)
    expect(answerTo(aPurchase({ authority, ...worth(pounds - 0.01) }), 'threshold.notifiable').applies).toBe(
      false,
    )
  })
})

describe('a suitability stage below threshold', () => {
  const works = (pounds: number, procurementCommencedOn = '2026-05-01', more: Partial<Facts> = {}) =>
    valueOf(
      aPurchase({ subject: 'works', procurementCommencedOn, ...worth(pounds), ...more }),
      'threshold.suitability',
    ).isSuitabilityStageAllowed
  test.each([
    ['2026-01-01', 207_720, true],
    ['2026-01-01', 207_719.99, false],
    ['2025-12-31', 213_477, true],
    ['2025-12-31', 213_476.99, false],
  ])('for works of %s worth £%d is allowed: %s', (on, pounds, allowed) =>
    expect(works(pounds, on)).toBe(allowed),
  )
  test('is never allowed for goods or services', () => {
    expect(answerTo(aPurchase(worth(207_000)), 'threshold.suitability')).toMatchObject({
      applies: true,
      answer: { isSuitabilityStageAllowed: false },
    })
  })
  test('is free for a call-off', () =>
    expect(works(100_000, '2026-05-01', { arrangement: 'call-off', route: undefined })).toBe(true))
  test('has its own amount for central government', () =>
    expect(works(135_018, '2026-05-01', { authority: 'central-government' })).toBe(true))
})
