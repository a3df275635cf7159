import { describe, expect, test } from 'vitest'
import { priceAndQuality, problemsOf, scored, totalsOf, winnersOf } from './builders.ts'

const panel = (quality: unknown) =>
  priceAndQuality({ benchmark: 100 }, [
    { name: 'A', price: 100, scores: { Quality: quality } },
    { name: 'B', price: 100, scores: { Quality: { score: 1, reason: 'thin' } } },
  ])

describe('scores were averaged, with no moderation and no reasons (Bromcom v United Learning)', () => {
  test.each([
    ['the exact average', { evaluators: { Ann: 4, Bob: 6 }, agreed: 5 }, 'average-without-reason'],
    ['the average rounded', { evaluators: { Ann: 4, Bob: 5 }, agreed: 5 }, 'moved-without-reason'],
    [
      'the average to two decimals',
      { evaluators: { Ann: 4, Bob: 4, Cy: 6 }, agreed: '4.67' },
      'average-without-reason',
    ],
    ['the word', { evaluators: { Ann: 4, Bob: 6 }, agreed: 'average' }, 'average-without-reason'],
    [
      'a reason that only says so',
      { evaluators: { Ann: 4, Bob: 6 }, agreed: 5, reason: 'We took the average.' },
      'reason-is-average',
    ],
    [
      'a reason that only says so, in full',
      { evaluators: { Ann: 4, Bob: 6 }, agreed: 5, reason: 'mean of the two scores' },
      'reason-is-average',
    ],
    ['another score without a reason', { evaluators: { Ann: 4, Bob: 8 }, agreed: 8 }, 'moved-without-reason'],
    ['nothing agreed', { evaluators: { Ann: 4, Bob: 6 } }, 'scores-differ'],
    ['a bare list', [4, 6], 'scores-differ'],
    ['names and scores', { Ann: 4, Bob: 6 }, 'scores-differ'],
  ])('refuses %s', (_what, quality, code) => expect(problemsOf(panel(quality))).toEqual([code]))

  test.each([
    [
      'a moderated score with its reason',
      {
        evaluators: { Ann: 4, Bob: 6 },
        agreed: 5,
        reason: 'Bob had read an annex that does not count; the plan has no dates.',
      },
    ],
    [
      'a reason that speaks of an average among other things',
      { evaluators: { Ann: 4, Bob: 6 }, agreed: 5, reason: 'Average staffing, but the rota covers nights.' },
    ],
    [
      'the same score by all',
      {
        evaluators: [
          { evaluator: 'Ann', score: 5, reason: 'sound' },
          { evaluator: 'Bob', score: 5 },
        ],
      },
    ],
    ['one evaluator', { evaluators: { Ann: 5 } }],
    ['an agreed score alone', 5],
  ])('takes %s', (_what, quality) => expect(totalsOf(scored(panel(quality))).A).toBe('70'))

  test('takes rows of evaluators with the agreed score apart', () => {
    const rows = [
      { criterion: 'Quality', evaluator: 'Ann', score: 4, reason: 'x' },
      { criterion: 'Quality', evaluator: 'Bob', score: 6, reason: 'y' },
    ]
    const bid = { name: 'A', price: 100, scores: rows }
    expect(problemsOf(priceAndQuality({ benchmark: 100 }, [bid]))).toEqual(['scores-differ'])
    const agreed = { Quality: { score: 5, reason: 'both saw the plan' } }
    expect(totalsOf(scored(priceAndQuality({ benchmark: 100 }, [{ ...bid, agreed }]))).A).toBe('70')
  })
})

describe('criteria changed after bids', () => {
  const bids = [{ name: 'A', price: 100, scores: { Quality: 5 } }]
  const published = scored(priceAndQuality({ benchmark: 100 }, bids)).fingerprint
  const again = (method: object, more: object = {}) =>
    problemsOf(priceAndQuality({ ...method }, bids, { publishedFingerprint: published, ...more }))

  test('the same criteria have the same fingerprint, in whatever order and whoever bids', () => {
    expect(again({ method: 'Fixed benchmark price', benchmark: '100.00' })).toEqual([])
    const turned = {
      criteria: [
        { name: 'Quality', weighting: '60%', outOf: 10 },
        { name: 'Price', weight: 40, target: 100 },
      ],
      bids: { Z: { price: 7, quality: 1 } },
    }
    expect(scored(turned).fingerprint).toBe(published)
  })
  test.each([
    ['another benchmark', { benchmark: 101 }, {}],
    ['another method', { method: 'lowest-price' }, {}],
    ['a minimum', { benchmark: 100, maximum: 900 }, {}],
    ['a tie-break', { benchmark: 100 }, { tieBreak: 'price' }],
    ['another rounding', { benchmark: 100 }, { rounding: { decimals: 1, when: 'total' } }],
  ])('%s is refused', (_what, method, more) => expect(again(method, more)).toEqual(['criteria-changed']))
})

describe('a losing bid\u2019s price decided between two others', () => {
  const bids = [
    { name: 'A', price: 100, scores: { Quality: 5 } },
    { name: 'B', price: 130, scores: { Quality: 6 } },
    { name: 'Dear', price: 400, scores: { Quality: 0 } },
  ]
  test('between worst and best, one absurd bid wipes out the difference', () => {
    expect(winnersOf(scored(priceAndQuality({ method: 'linear' }, bids.slice(0, 2))))).toEqual(['A'])
    expect(winnersOf(scored(priceAndQuality({ method: 'linear' }, bids)))).toEqual(['B'])
  })
  test('under lowest price, a cheap bid that loses decides, and the test of robustness says so', () => {
    const three = {
      criteria: [
        { name: 'Price', weight: 60, method: 'lowest-price' },
        { name: 'Quality', weight: 40, scale: 40 },
      ],
      bids: {
        A: { price: 100, quality: 33 },
        B: { price: 120, quality: 40 },
        Cheap: { price: 50, quality: 0 },
      },
    }
    expect(totalsOf(scored(three))).toEqual({ A: '63', B: '65', Cheap: '60' })
    expect(scored(three).robustness?.irrelevantBids.removed).toEqual([{ bid: 2, first: [0] }])
  })
  test('a rejected bid is not compared with any more', () => {
    const result = scored({
      criteria: [
        { name: 'Price', weight: 40, method: 'linear', maximum: 300 },
        { name: 'Quality', weight: 60, scale: 10 },
      ],
      bids,
    })
    expect(winnersOf(result)).toEqual(['A'])
    expect(result.scored.rejections).toEqual([
      { bid: 2, code: 'above-maximum-value', facts: { criterion: 'Price', value: '400', limit: '300' } },
    ])
  })
})

test('the biggest promise won: a promise counts up to its cap', () => {
  const offer = (cap: object) =>
    totalsOf(
      scored({
        criteria: [
          { name: 'Price', weight: 50, benchmark: 100_000 },
          { name: 'Offer', weight: 50, kind: 'social value quantitative', target: 20_000, ...cap },
        ],
        bids: { Modest: { price: 100_000, offer: 10_000 }, Grand: { price: 100_000, offer: 900_000 } },
      }),
    )
  expect(offer({})).toEqual({ Modest: '75', Grand: '100' })
  expect(offer({ capShareOfPrice: 12 })).toEqual({ Modest: '75', Grand: '80' })
  expect(offer({ cap: 15_000 })).toEqual({ Modest: '75', Grand: '87.5' })
})
