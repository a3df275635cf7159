import { describe, expect, test } from 'vitest'
import { problemsOf, scored, totalsOf, winnersOf } from '../builders.ts'

describe('one competition, written by different people', () => {
  test.each([
    [
      'lists',
      {
        criteria: [
          { name: 'Price', weight: 40, method: 'lowest-price' },
          { name: 'Quality', weight: 60, scale: 5 },
        ],
        bids: [
          { name: 'A', price: 100, scores: { Quality: 3 } },
          { name: 'B', price: 125, scores: { Quality: 3 } },
        ],
      },
    ],
    [
      'objects by name, methods apart',
      {
        criteria: { Price: 40, Quality: 60 },
        scale: 5,
        methods: { price: 'Lowest price' },
        bids: { A: { price: 100, quality: 3 }, B: { price: 125, quality: 3 } },
      },
    ],
    [
      'per cents, ids and amounts',
      {
        criteria: [
          { id: 'price', type: 'cost', weighting: '40%', formula: { type: 'inverse proportion' } },
          { id: 'tech', kind: 'technical', weighting: '60%', maxScore: 5 },
        ],
        tenders: [
          { bidder: 'A', price: { amount: 100, currency: 'GBP' }, marks: [{ criterion: 'tech', score: 3 }] },
          { bidder: 'B', pricePence: 12500, marks: [{ criterion: 'tech', score: 3 }] },
        ],
      },
    ],
    [
      'one table of scores',
      {
        criteria: [
          { name: 'Price', weight: 40, method: 'lowest-price' },
          { name: 'Quality', weight: 60, scale: 5 },
        ],
        bids: { A: 100, B: 125 },
        scores: [
          { bid: 'A', criterion: 'Quality', evaluator: 'Ann', score: 3 },
          { bid: 'B', criterion: 'Quality', evaluator: 'Ann', score: 3 },
        ],
      },
    ],
  ])('%s', (_who, input) => {
    expect(totalsOf(scored(input))).toEqual({ A: '76', B: '68' })
    expect(winnersOf(scored(input))).toEqual(['A'])
  })
})

describe('what stands above holds below', () => {
  test('kind and scale of a group', () => {
    const input = {
      criteria: [
        { name: 'Method statements', kind: 'quality', weight: 100, scale: 4, criteria: { One: 50, Two: 50 } },
      ],
      bids: { A: { one: 4, two: 2 } },
    }
    expect(totalsOf(scored(input)).A).toBe('75')
  })
  test('conditions in a group are each asked', () => {
    const input = {
      criteria: [
        { name: 'Gates', kind: 'pass/fail', criteria: [{ name: 'Insured' }, { name: 'Solvent' }] },
        { name: 'Price', weight: 100, benchmark: 5 },
      ],
      bids: { A: { price: 5, insured: true, solvent: false }, B: { price: 5, insured: true } },
    }
    expect(problemsOf(input)).toEqual(['condition-unanswered'])
  })
  test('the rate in the method of the price', () => {
    const method = { name: 'monetised quality', willingnessToPay: 5 }
    const input = {
      criteria: [
        { name: 'Price', method },
        { name: 'Quality', weight: 100, scale: 100 },
      ],
      bids: { A: { price: 1000, quality: 50 }, B: { price: 1200, quality: 80 } },
    }
    expect(winnersOf(scored(input))).toEqual(['A'])
  })
})

test.each([
  ['euros', { price: { amount: 5, currency: 'EUR' } }, ['currency-not-pounds']],
  ['not excluded', { price: 5, excluded: false }, []],
  ['not rejected, in words', { price: 5, rejected: 'no' }, []],
  ['a reason beside the bid', { price: 5, reason: 'good' }, []],
  ['an offer on nothing', { price: 5, offers: 30 }, ['offers-unreadable']],
])('%s', (_what, bid, codes) => {
  const input = { criteria: [{ name: 'Price', weight: 100, benchmark: 5 }], bids: [{ name: 'A', ...bid }] }
  expect(problemsOf(input)).toEqual(codes)
  if (codes.length === 0) expect(winnersOf(scored(input))).toEqual(['A'])
})
