import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problemsOf, scored, totalsOf } from '../builders.ts'
import { KNOWN_PROBLEMS } from '../messages/problem-words.ts'
import { scoreInput } from '../score-competition.ts'

const with_ = (method: object, bids: unknown) => ({
  criteria: [{ name: 'Price', weight: 100, ...method }],
  bids,
})
const judged = (scale: unknown, scores: unknown) => ({
  criteria: [{ name: 'Quality', weight: 100, scale }],
  bids: [{ name: 'A', scores: { Quality: scores } }],
})

describe('what cannot be read is a sentence', () => {
  test.each(['', '   ', '{', '[]', '3', 'null', '"x"', '{"criteria":', '\u0000', 'NaN'])('%j', (text) =>
    expect(problemsOf(text)).toEqual(['unreadable']),
  )
})

describe('what is missing or unclear is asked', () => {
  test.each([
    ['nothing at all', {}, ['criteria-missing']],
    ['no bids', with_({ benchmark: 1 }, undefined), ['bids-missing']],
    ['an empty list of bids', with_({ benchmark: 1 }, []), ['bids-missing']],
    ['no method for price', with_({}, { A: 1 }), ['price-method-missing']],
    ['no benchmark', with_({ method: 'fixed benchmark' }, { A: 1 }), ['benchmark-missing']],
    ['a benchmark of nothing', with_({ benchmark: 0 }, { A: 1 }), ['benchmark-not-positive']],
    ['a method nobody knows', with_({ method: 'dice' }, { A: 1 }), ['method-unknown']],
    ['no price', with_({ benchmark: 1 }, [{ name: 'A' }]), ['price-missing']],
    ['a price that is text', with_({ benchmark: 1 }, { A: 'cheap' }), ['number-unreadable']],
    ['a price that is NaN', with_({ benchmark: 1 }, { A: 'NaN' }), ['number-unreadable']],
    ['a price without end', with_({ benchmark: 1 }, '{"A":1e999}'), ['bids-missing']],
    [
      'a price of a million digits',
      with_({ benchmark: 1 }, { A: '9'.repeat(1_000_000) }),
      ['number-unreadable'],
    ],
    ['a price below nothing', with_({ benchmark: 1 }, [{ name: 'A', price: -5 }]), ['price-negative']],
    [
      'a price of nothing under lowest price',
      with_({ method: 'lowest price' }, { A: 0, B: 5 }),
      ['price-zero'],
    ],
    [
      'pounds and pence that differ',
      with_({ benchmark: 1 }, [{ name: 'A', price: 5, pricePence: 501 }]),
      ['price-twice'],
    ],
    [
      'two bids of one name',
      with_({ benchmark: 1 }, [
        { name: 'A', price: 1 },
        { name: ' a ', price: 2 },
      ]),
      ['bid-twice'],
    ],
    [
      'two criteria of one name',
      {
        criteria: [
          { name: 'x', weight: 50, scale: 5 },
          { name: 'X', weight: 50, scale: 5 },
        ],
        bids: {},
      },
      ['criterion-twice'],
    ],
    ['a bid without a name', with_({ benchmark: 1 }, [{ price: 1 }]), ['name-missing']],
    ['no scale', { criteria: [{ name: 'x', weight: 100, kind: 'quality' }], bids: {} }, ['scale-missing']],
    ['no kind', { criteria: [{ name: 'x', weight: 100 }], bids: {} }, ['kind-missing']],
    [
      'social value that may be either',
      { criteria: [{ name: 'Social value', weight: 100 }], bids: {} },
      ['kind-missing'],
    ],
    [
      'no direction',
      { criteria: [{ name: 'Days', kind: 'quantity', method: 'linear', weight: 100 }], bids: {} },
      ['better-missing'],
    ],
    ['no weight', { criteria: [{ name: 'x', scale: 5 }], bids: {} }, ['weight-missing']],
    ['a score missing', judged(5, undefined), ['score-missing']],
    ['a score off the scale', judged(5, 6), ['score-off-scale']],
    ['a score below it', judged('1-5', 0), ['score-off-scale']],
    [
      'a score between described levels',
      judged([{ score: 0 }, { score: 3 }, { score: 5 }], 4),
      ['score-off-scale'],
    ],
    ['a scale upside down', judged({ min: 5, max: 1 }, 1), ['scale-upside-down']],
    [
      'a criterion nobody published',
      { ...judged(5, 5), bids: [{ name: 'A', scores: { Quality: 5, Charm: 5 } }] },
      ['criterion-unknown'],
    ],
    ['a name nearly right', { ...judged(5, 5), roundin: 1 }, ['name-unknown']],
    [
      'bands with a gap',
      with_(
        {
          bands: [
            { from: 0, to: 5, percent: 100 },
            { from: 10, to: 20, percent: 0 },
          ],
        },
        { A: 7 },
      ),
      ['no-band'],
    ],
    [
      'bands that overlap',
      with_(
        {
          bands: [
            { from: 0, to: 15, percent: 100 },
            { from: 10, to: 20, percent: 0 },
          ],
        },
        { A: 7 },
      ),
      ['bands-overlap'],
    ],
    [
      'a range upside down',
      with_({ method: 'fixed-range', fullMarksAt: 10, noMarksAt: 5 }, { A: 7 }),
      ['range-upside-down'],
    ],
    [
      'a condition with a weight',
      {
        criteria: [
          { name: 'x', weight: 10, kind: 'condition' },
          { name: 'y', weight: 90, scale: 5 },
        ],
        bids: {},
      },
      ['condition-with-weight'],
    ],
  ])('%s', (_what, input, codes) => {
    const asked = problemsOf(input)
    for (const code of codes) expect(asked).toContain(code)
    for (const code of asked) expect(KNOWN_PROBLEMS).toContain(code)
  })

  test('one thing wrong with a price is one question, and shows what was written', () => {
    const priced = (price: string) =>
      `{"criteria":[{"name":"Price","weight":100,"benchmark":1}],"bids":[{"name":"A","price":${price}}]}`
    for (const [price, shown] of [
      ['1e400', 'Infinity'],
      ['"NaN"', '"NaN"'],
      ['true', 'true'],
      ['-5', '-5'],
    ] as const) {
      const outcome = scoreInput(priced(price), () => ({ ok: false, why: [] }))
      const questions = outcome.kind === 'asked' ? outcome.problems.questions : []
      expect(questions).toHaveLength(1)
      expect(questions[0]?.facts.given).toBe(shown)
    }
  })
  test('too many bids', () =>
    expect(
      problemsOf(
        with_(
          { benchmark: 1 },
          Array.from({ length: 2_001 }, (_, n) => ({ name: `b${n}`, price: 1 })),
        ),
      ),
    ).toEqual(['bids-too-many']))
  test('a tree without end', () => {
    const deep = Array.from({ length: 50 }).reduce<object>(
      (inner, _, n) => ({ name: `n${n}`, weight: 100, criteria: [inner] }),
      { name: 'x', weight: 100, scale: 5 },
    )
    expect(problemsOf({ criteria: [deep], bids: {} })).toContain('criteria-unreadable')
  })
})

describe('what is large or odd and clear is scored', () => {
  test('prices of a thousand million, and of a penny', () =>
    expect(
      totalsOf(scored(with_({ method: 'lowest price' }, { A: 1e9, B: '0.01', C: '1,000,000,000.00' }))),
    ).toEqual({ A: '0.000000001', B: '100', C: '0.000000001' }))
  test('a price of nothing against a benchmark', () =>
    expect(totalsOf(scored(with_({ benchmark: 5 }, { A: 0 })))).toEqual({ A: '100' }))
  test('names that would be code elsewhere', () => {
    const names = ['__proto__', 'constructor', '<script>', "'; drop table", '\u202Eabc', '名前']
    expect(
      scored(
        with_(
          { benchmark: 5 },
          names.map((name) => ({ name, price: 5 })),
        ),
      ).scored.places,
    ).toHaveLength(6)
  })
  test('pence, pounds and thousands are one price', () =>
    expect(
      totalsOf(
        scored(
          with_({ benchmark: 2000 }, [
            { name: 'A', pricePence: 250000 },
            { name: 'B', price: '£2,500.00' },
          ]),
        ),
      ),
    ).toEqual({ A: '75', B: '75' }))
  test('numbers of more than fifteen digits stay as they were written', () =>
    expect(
      totalsOf(
        scored(
          '{"criteria":[{"name":"Price","weight":100,"benchmark":100000000000.1234567}],"bids":{"A":100000000000.1234568}}',
        ),
      ).A,
    ).toMatch(/^99\.9999999999999999/))
  test('a reason as long as a chapter', () =>
    expect(problemsOf(judged(5, { score: 5, reason: 'a '.repeat(9_000) }))).toEqual([]))
  test('a reason made to be slow', () => {
    const began = performance.now()
    problemsOf(judged(5, { evaluators: { a: 1, b: 3 }, agreed: 2, reason: `${'the '.repeat(5_000)}!` }))
    problemsOf(judged(5, { evaluators: { a: 1, b: 3 }, agreed: 2, reason: `${'the '.repeat(29)}!` }))
    // A slow expression would take minutes.
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})

test('whatever JSON comes, it is scored, asked or refused, and never thrown', () =>
  fc.assert(
    fc.property(
      fc.record(
        {
          criteria: fc.jsonValue(),
          bids: fc.jsonValue(),
          methods: fc.jsonValue(),
          rounding: fc.jsonValue(),
          tieBreak: fc.jsonValue(),
          rankBy: fc.jsonValue(),
          abnormallyLow: fc.jsonValue(),
          robustness: fc.jsonValue(),
          conditions: fc.jsonValue(),
        },
        { requiredKeys: [] },
      ),
      (noise) => {
        const good = {
          criteria: [
            { name: 'Price', weight: 40, method: 'linear' },
            { name: 'Q', weight: 60, scale: 5 },
          ],
          bids: [
            { name: 'A', price: 5, q: 5 },
            { name: 'B', price: 4, q: 4 },
          ],
        }
        for (const input of [
          noise,
          { ...good, ...noise },
          { ...good, bids: [noise, { name: 'A', ...noise }] },
          { ...good, criteria: [{ ...good.criteria[0], ...noise }] },
        ])
          expect(['scored', 'asked', 'unreadable']).toContain(
            scoreInput(JSON.stringify(input), () => ({ ok: false, why: [] })).kind,
          )
      },
    ),
    { numRuns: 300 },
  ))
