import { describe, expect, test } from 'vitest'
import { priceAndQuality, problemsOf, scored, totalsOf, winnersOf } from './builders.ts'

const prices = (method: object, bids: Readonly<Record<string, unknown>>) =>
  totalsOf(scored({ criteria: [{ name: 'Price', weight: 100, ...method }], bids }))
const offers = (method: object, given: Readonly<Record<string, number>>) =>
  totalsOf(
    scored({
      criteria: [{ name: 'Trees', weight: 100, kind: 'quantity', better: 'higher', ...method }],
      bids: Object.fromEntries(Object.entries(given).map(([name, Trees]) => [name, { Trees }])),
    }),
  )
const short = (totals: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(totals).map(([name, total]) => [name, Number(Number(total).toFixed(3))]))

describe('methods, worked by hand', () => {
  const bids = { a: 80, b: 100, c: 150 }
  test.each([
    ['fixed benchmark 100', { benchmark: 100 }, { a: 100, b: 100, c: 50 }],
    [
      'fixed range 90 to 140',
      { method: 'fixed-range', fullMarksAt: 90, noMarksAt: 140 },
      { a: 100, b: 80, c: 0 },
    ],
    ['lowest price', { method: 'lowest-price' }, { a: 100, b: 80, c: 53.333 }],
    ['linear', { method: 'linear between min and max' }, { a: 100, b: 71.429, c: 0 }],
    ['mean 110', { method: 'distance from average' }, { a: 77.273, b: 59.091, c: 13.636 }],
    ['mean with 100 marks', { method: { name: 'mean', marksAtMean: 100 } }, { a: 100, b: 100, c: 63.636 }],
    ['closest to the mean', { method: 'closest-to-mean' }, { a: 72.727, b: 90.909, c: 63.636 }],
    ['gap to the lowest', { method: 'percentage above lowest' }, { a: 100, b: 75, c: 12.5 }],
    [
      'bands up to',
      { bands: [{ upTo: 100, percent: 100 }, { upTo: 120, percent: 60 }, { percent: 10 }] },
      { a: 100, b: 100, c: 10 },
    ],
    [
      'bands from',
      {
        bands: [
          { from: 0, points: 100 },
          { from: 100, points: 40 },
          { from: 150, points: 5 },
        ],
      },
      { a: 100, b: 40, c: 5 },
    ],
    [
      'bands from and to',
      {
        bands: [
          { from: 0, to: 100, percent: 90 },
          { from: 100, to: 150, percent: 30 },
        ],
      },
      { a: 90, b: 30, c: 30 },
    ],
  ])('price by %s', (_name, method, expected) => expect(short(prices(method, bids))).toEqual(expected))

  test.each([
    ['target 200', { method: 'target', target: 200 }, { few: 25, many: 100, none: 0 }],
    ['relative to the highest', { method: 'relative to the highest' }, { few: 12.5, many: 100, none: 0 }],
    ['between the ends', { method: 'min-max' }, { few: 12.5, many: 100, none: 0 }],
    [
      'a fixed range',
      { method: 'fixed-range', noMarksAt: 0, fullMarksAt: 100 },
      { few: 50, many: 100, none: 0 },
    ],
  ])('an amount by %s', (_name, method, expected) =>
    expect(short(offers(method, { few: 50, many: 400, none: 0 }))).toEqual(expected),
  )
  test('nobody offers anything: nobody gains, and equals are equal', () => {
    expect(short(offers({ method: 'relative to the highest' }, { a: 0, b: 0 }))).toEqual({ a: 0, b: 0 })
    expect(short(prices({ method: 'linear' }, { a: 5, b: 5 }))).toEqual({ a: 100, b: 100 })
  })
  test('social value measured as a share of the price, in bands', () => {
    const totals = totalsOf(
      scored({
        criteria: [
          { name: 'Price', weight: 80, benchmark: 234_000 },
          {
            name: 'SV',
            weight: 20,
            kind: 'social value',
            method: 'bands',
            measuredAs: 'share of price',
            bands: [
              { from: 0, percent: 0 },
              { from: 20, percent: 50 },
              { from: 39, percent: 100 },
            ],
          },
        ],
        bids: { Cctv: { price: 234_000, sv: 91_260 }, Less: { price: 234_000, sv: 91_259 } },
      }),
    )
    expect(totals).toEqual({ Cctv: '100', Less: '90' })
  })
  test('levels may earn a published per cent, or count from the lowest', () => {
    const quality = (scale: object, score: number) =>
      totalsOf(
        scored({ criteria: [{ name: 'Quality', weight: 100, ...scale }], bids: { A: { quality: score } } }),
      ).A
    expect(
      quality(
        {
          scale: [
            { score: 3, name: 'Good', percent: 70 },
            { score: 5, name: 'Excellent', percent: 90 },
          ],
        },
        3,
      ),
    ).toBe('70')
    expect(quality({ scale: { min: 1, max: 5, countsFrom: 'lowest' } }, 3)).toBe('50')
    expect(quality({ scale: '1-5' }, 3)).toBe('60')
    expect(quality({ scale: { 0: 'none', 4: 'all' } }, 4)).toBe('100')
  })
})

describe('weights', () => {
  const bids = { A: { x: 5, y: 5 }, B: { x: 10, y: 0 } }
  const nested = (x: number, y: number, rest: number) => ({
    criteria: [
      {
        name: 'Quality',
        weight: 80,
        criteria: [
          { name: 'x', weight: x, scale: 10 },
          { name: 'y', weight: y, scale: 10 },
        ],
      },
      { name: 'z', weight: rest, scale: 10 },
    ],
    bids: Object.fromEntries(Object.entries(bids).map(([name, bid]) => [name, { ...bid, z: 0 }])),
  })
  test('parts are points where they add up to their parent, shares where to 100', () => {
    expect(totalsOf(scored(nested(60, 20, 20)))).toEqual({ A: '40', B: '60' })
    expect(totalsOf(scored(nested(75, 25, 20)))).toEqual({ A: '40', B: '60' })
  })
  test.each([
    ['top', nested(60, 20, 19)],
    ['parts', nested(60, 21, 20)],
  ])('that do not add up are refused: %s', (_where, input) =>
    expect(problemsOf(input)).toEqual(['weights-do-not-add-up']),
  )
  test('thirds written with decimals add up exactly or not at all', () => {
    const thirds = (last: string) =>
      `{"criteria":[{"name":"a","weight":33.33,"scale":3},{"name":"b","weight":33.33,"scale":3},{"name":"c","weight":${last},"scale":3}],"bids":[{"name":"A","a":1,"b":1,"c":1}]}`
    expect(totalsOf(scored(thirds('33.34'))).A).toMatch(/^33\.33333/)
    expect(problemsOf(thirds('33.33'))).toEqual(['weights-do-not-add-up'])
    expect(problemsOf(thirds('33.3400000000000000001'))).toEqual(['weights-do-not-add-up'])
  })
})

describe('rejection', () => {
  const withLimits = {
    criteria: [
      { name: 'Price', weight: 40, benchmark: 100 },
      {
        name: 'Quality',
        weight: 60,
        minimumPercent: 50,
        criteria: [
          { name: 'x', weight: 50, scale: 5, minimum: 2 },
          { name: 'y', weight: 50, scale: 5 },
        ],
      },
      { name: 'Insured', method: 'pass/fail' },
    ],
    bids: {
      Good: { price: 100, x: 3, y: 3, insured: true },
      Below: { price: 50, x: 1, y: 5, insured: 'yes' },
      Thin: { price: 50, x: 2, y: 2, insured: 'pass' },
      Uninsured: { price: 50, x: 5, y: 5, insured: false },
      Out: { price: 1, excluded: 'on the debarment list' },
    },
  }
  test('names every reason and keeps the others', () => {
    const { scored: result } = scored(withLimits)
    expect(result.rejections.map(({ bid, code }) => [bid, code])).toEqual([
      [1, 'below-minimum-score'],
      [3, 'condition-failed'],
      [4, 'excluded'],
      [2, 'below-minimum-points'],
    ])
    expect(winnersOf(scored(withLimits))).toEqual(['Good'])
  })
  test('a condition without an answer is asked about', () =>
    expect(problemsOf({ ...withLimits, bids: { A: { price: 100, x: 3, y: 3 } } })).toEqual([
      'condition-unanswered',
    ]))
  test('nobody left is no winner', () =>
    expect(winnersOf(scored({ ...withLimits, bids: { Out: { excluded: 'late' } } }))).toEqual([]))
})

describe('ties and rounding', () => {
  const bids = [
    { name: 'A', price: 100, scores: { Quality: 5 } },
    { name: 'B', price: 150, scores: { Quality: '8.333333333333' } },
    { name: 'C', price: 100, scores: { Quality: 5 } },
  ]
  const tied = (more: object) => scored(priceAndQuality({ benchmark: 100 }, bids, { ...more }))
  const ranks = (result: ReturnType<typeof scored>) =>
    result.scored.places.map(({ bid, rank }) => [bid, rank])

  test('exact totals part what rounding would hide', () => {
    expect(totalsOf(tied({}))).toEqual({ A: '70', B: '69.999999999998', C: '70' })
    expect(ranks(tied({}))).toEqual([
      [0, 1],
      [2, 1],
      [1, 3],
    ])
  })
  test('rounded totals tie, and the price parts them as far as it can', () => {
    expect(ranks(tied({ rounding: { decimals: 2, when: 'total' } }))).toEqual([
      [0, 1],
      [1, 1],
      [2, 1],
    ])
    const broken = tied({ rounding: { decimals: 2, when: 'total' }, tieBreak: ['Quality', 'price'] })
    expect(ranks(broken)).toEqual([
      [1, 1],
      [0, 2],
      [2, 2],
    ])
    expect(broken.scored.places[0]?.decidedBy).toBe('Quality')
  })
  test('a half is not lost in the last digits of divisions: 4/3 + 4/3 + 4.945/3 is 4.315', () => {
    const third = (weight: string) => ({ name: `q${weight}`, weight, scale: 3 })
    const input = {
      weightsTotal: '12.945',
      criteria: [third('4'), third('4.000'), third('4.945')],
      bids: { A: { q4: 1, 'q4.000': 1, 'q4.945': 1 } },
      rounding: { decimals: 2, when: 'total' },
    }
    expect(totalsOf(scored(input)).A).toBe('4.32')
  })
  test('three thirds reach a minimum of the whole', () => {
    const third = { weight: 20, method: 'lowest-price', kind: 'price' }
    const input = {
      weightsTotal: 60,
      criteria: [
        {
          name: 'All',
          weight: 60,
          minimumPoints: 20,
          criteria: ['a', 'b', 'c'].map((name) => ({ name, ...third })),
        },
      ],
      bids: { Low: { a: 1, b: 1, c: 1 }, High: { a: 3, b: 3, c: 3 } },
    }
    expect(scored(input).scored.rejections).toEqual([])
  })
  test('each criterion may be rounded before adding', () => {
    const each = scored({
      criteria: [1, 2, 3].map((n) => ({ name: `q${n}`, weight: n === 3 ? 34 : 33, scale: 7 })),
      bids: { A: { q1: 1, q2: 1, q3: 1 } },
      rounding: { decimals: 1, when: 'each criterion' },
    })
    expect(totalsOf(each).A).toBe('14.3')
  })
})

describe('ranked by quality and price together', () => {
  const by = (rankBy: unknown, weight: number | undefined, bids: object) => ({
    criteria: [
      ...(weight === undefined ? [] : [{ name: 'Price', weight, method: 'lowest-price' }]),
      { name: 'Quality', weight: 100 - (weight ?? 0), scale: 100 },
    ],
    rankBy,
    bids,
  })
  const two = { Cheap: { price: 1_000_000, quality: 80 }, Dear: { price: 1_180_000, quality: 99 } }
  const keys = (input: object) => {
    const { competition, scored: result } = scored(input)
    return result.places.map(({ bid, key }) => [competition.bids[bid]?.name, Number(key?.toPrecision(6))])
  }
  test('value for money index: 80 % for £1m is just worse than 99 % for £1.18m', () =>
    expect(keys(by('value for money index', undefined, two))).toEqual([
      ['Dear', 0.0000838983],
      ['Cheap', 0.00008],
    ]))
  test('price per quality point orders the same, lowest first', () =>
    expect(keys(by('price per quality point', undefined, two))).toEqual([
      ['Dear', 11919.2],
      ['Cheap', 12500],
    ]))
  test('cost less quality times what one per cent is worth', () =>
    expect(keys(by({ method: 'quality-adjusted price', willingnessToPay: 5000 }, undefined, two))).toEqual([
      ['Cheap', 600000],
      ['Dear', 685000],
    ]))
  test('the weighted index raises quality to the power of the weights', () =>
    expect(keys(by('weighted value for money index', 40, two))).toEqual([
      ['Dear', 0.000834778],
      ['Cheap', 0.000715542],
    ]))
  test('as the method of the price criterion', () =>
    expect(
      winnersOf(
        scored({
          criteria: [
            { name: 'Price', method: 'quality per pound' },
            { name: 'Quality', weight: 100, scale: 100 },
          ],
          bids: two,
        }),
      ),
    ).toEqual(['Dear']))
  test('no quality at all comes last', () =>
    expect(
      keys(by('price per quality point', undefined, { ...two, None: { price: 1, quality: 0 } })).at(-1)?.[0],
    ).toBe('None'))
  test.each([
    ['a weight that is not used', by('value-for-money-index', 40, two), 'ranking-uses-no-price-weight'],
    ['no rate', by('quality-adjusted-price', undefined, two), 'pounds-per-point-missing'],
    ['no price weight', by('weighted-value-for-money-index', undefined, two), 'ranking-needs-price-weight'],
  ])('asks about %s', (_what, input, code) => expect(problemsOf(input)).toContain(code))
})

describe('abnormally low', () => {
  const low = (abnormallyLow: unknown, bids: Readonly<Record<string, number>>) => {
    const { competition, lowPrices } = scored({
      criteria: [{ name: 'Price', weight: 100, benchmark: 100 }],
      bids,
      abnormallyLow,
    })
    return lowPrices.map(({ bid, below }) => [competition.bids[bid]?.name, below.times(100).toNumber()])
  }
  const bids = { a: 60, b: 100, c: 100 }
  test('is flagged by our rule where none is stated, and never rejected', () => {
    expect(low(undefined, bids)).toEqual([['a', 40]])
    expect(totalsOf(scored({ criteria: [{ name: 'Price', weight: 100, benchmark: 100 }], bids })).a).toBe(
      '100',
    )
  })
  test('by a stated rule', () => {
    expect(low({ rule: 'second lowest', percent: 41 }, bids)).toEqual([])
    expect(low({ rule: 'benchmark', percent: '40%' }, bids)).toEqual([['a', 40]])
  })
  test('two bids alone tell nothing', () => expect(low(undefined, { a: 1, b: 100 })).toEqual([]))
})
