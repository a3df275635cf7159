import { describe, expect, test } from 'vitest'
import { additionalImpact, leftAfterDropOff, netShare } from './additionality.ts'
import { exact } from './exact.ts'
import { localMultiplier } from './lm3.ts'

test('shares are taken one from what the other left', () => {
  expect(netShare([exact('0.2'), exact('0.15'), exact('0.1')]).toFixed()).toBe('0.612')
})
test('drop-off leaves the first year whole', () => {
  expect([0, 1, 2].map((year) => leftAfterDropOff(exact('0.3'), year).toFixed())).toEqual([
    '1',
    '0.7',
    '0.49',
  ])
})
test('what would have happened anyway is taken away as its own case', () => {
  const plain = {
    leakage: exact('0.1'),
    displacement: exact('0.25'),
    substitution: exact(0),
    multiplier: exact('1.1'),
  }
  expect(additionalImpact({ gross: exact(100), ...plain }, { gross: exact(40), ...plain }).toFixed(2)).toBe(
    '44.55',
  )
})

describe('a local multiplier', () => {
  const of = (first: number, second: number, third: number) =>
    localMultiplier({ first: exact(first), second: exact(second), third: exact(third) })
  test('of 2.08 means £1.08 beyond the first pound', () => {
    const found = of(100, 60, 48)
    expect(found.ok && [found.value.lm3.toFixed(), found.value.beyondTheFirst.toFixed()]).toEqual([
      '2.08',
      '1.08',
    ])
  })
  test.each([
    ['nothing in the first round', [0, 0, 0], 'no-first-round'],
    ['a negative round', [10, -1, 0], 'negative-round'],
    ['a second round larger than the first', [10, 11, 0], 'round-grows'],
    ['a third round larger than the second', [10, 5, 6], 'round-grows'],
  ] as const)('is refused for %s', (_what, [first, second, third], refusal) =>
    expect(of(first, second, third)).toMatchObject({ ok: false, refusal }),
  )
  test('has no third share where nothing was spent in the second round', () =>
    expect(of(10, 0, 0)).toMatchObject({ ok: true, value: { thirdRoundShare: null } }))
})
