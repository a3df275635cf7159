import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exact, sum } from '../../kernel/exact.ts'
import { scored, totalsOf, winnersOf } from './builders.ts'
import { METHODS, type Method } from './model.ts'
import { fieldOf, shareOf } from './rules/comparison.ts'
import { quickShare } from './rules/robustness/quick-first.ts'
import { scoreBids } from './rules/score-bids.ts'

const RELATIVE = ['lowest-price', 'linear', 'mean', 'closest-to-mean', 'gap-to-lowest'] as const
const ABSOLUTE = [
  { method: 'fixed-benchmark', benchmark: 1000 },
  { method: 'fixed-range', fullMarksAt: 500, noMarksAt: 1500 },
  { method: 'bands', bands: [{ upTo: 700, percent: 100 }, { upTo: 1200, percent: '45.5' }, { percent: 0 }] },
]
const price = fc.integer({ min: 1, max: 3_000 })
const bid = fc.record({
  price,
  quality: fc.integer({ min: 0, max: 7 }),
  offer: fc.integer({ min: 0, max: 900 }),
})
const bids = fc.array(bid, { minLength: 2, maxLength: 7 })
const weights = fc
  .tuple(fc.integer({ min: 1, max: 98 }), fc.integer({ min: 1, max: 98 }))
  .filter(([a, b]) => a + b < 100)
type Bids = readonly { readonly price: number; readonly quality: number; readonly offer: number }[]

const competition = (
  given: Bids,
  [onPrice, onQuality]: readonly [number, number],
  method: object,
  offer: object,
) => ({
  weightsTotal: 100,
  criteria: [
    { name: 'Price', weight: onPrice, ...method },
    { name: 'Quality', weight: onQuality, scale: 7 },
    { name: 'Offer', weight: 100 - onPrice - onQuality, kind: 'social value quantitative', ...offer },
  ],
  bids: given.map((one, index) => ({ name: `b${index}`, ...one })),
})
const anyMethod = fc.oneof(
  fc.constantFrom(...RELATIVE).map((method) => ({ method })),
  fc.constantFrom(...ABSOLUTE),
)
const anyOffer = fc.constantFrom({ target: 400 }, { method: 'relative to highest' }, { method: 'linear' })

describe('scoring', () => {
  test('does not depend on the order of bids', () =>
    fc.assert(
      fc.property(bids, weights, anyMethod, anyOffer, (given, weigh, method, offer) => {
        const input = competition(given, weigh, method, offer)
        const turned = { ...input, bids: input.bids.toReversed() }
        const [before, after] = [scored(input), scored(turned)]
        for (const [name, total] of Object.entries(totalsOf(before)))
          expect(
            exact(total)
              .minus(totalsOf(after)[name] as string)
              .abs()
              .lt('1e-30'),
          ).toBe(true)
        expect(winnersOf(after).toSorted()).toEqual(winnersOf(before).toSorted())
      }),
      { numRuns: 60 },
    ))

  test('grows with its weights: twice the weights, twice the points', () =>
    fc.assert(
      fc.property(bids, weights, anyMethod, anyOffer, (given, weigh, method, offer) => {
        const input = competition(given, weigh, method, offer)
        const doubled = {
          ...input,
          weightsTotal: 200,
          criteria: input.criteria.map((one) => ({ ...one, weight: one.weight * 2 })),
        }
        const [once, twice] = [totalsOf(scored(input)), totalsOf(scored(doubled))]
        for (const [name, total] of Object.entries(once))
          expect(
            exact(total)
              .times(2)
              .minus(twice[name] as string)
              .abs()
              .lt('1e-30'),
          ).toBe(true)
      }),
      { numRuns: 40 },
    ))

  test('under absolute methods no other bid moves a total', () =>
    fc.assert(
      fc.property(bids, bid, weights, fc.constantFrom(...ABSOLUTE), (given, more, weigh, method) => {
        const alone = totalsOf(scored(competition(given, weigh, method, { target: 400 })))
        const result = scored(competition([...given, more], weigh, method, { target: 400 }))
        expect(totalsOf(result)).toMatchObject(alone)
        expect(result.robustness?.irrelevantBids.removed ?? []).toEqual([])
      }),
      { numRuns: 60 },
    ))

  test('stays between nothing and the weight, on each criterion and in all', () =>
    fc.assert(
      fc.property(bids, weights, anyMethod, anyOffer, (given, weigh, method, offer) => {
        const { competition: read, scored: result } = scored(competition(given, weigh, method, offer))
        for (const own of result.sums)
          for (const leaf of read.leaves) {
            expect(own?.points[leaf.index]?.gte(0)).toBe(true)
            expect(own?.points[leaf.index]?.lte(leaf.weight)).toBe(true)
          }
      }),
      { numRuns: 60 },
    ))

  test('a lower price never earns less, all else equal', () =>
    fc.assert(
      fc.property(
        bids,
        weights,
        anyMethod,
        fc.integer({ min: 1, max: 500 }),
        (given, weigh, method, less) => {
          fc.pre(!('method' in method && method.method === 'closest-to-mean'))
          const cheaper = given.map((one, index) =>
            index === 0 ? { ...one, price: Math.max(1, one.price - less) } : one,
          )
          const [before, after] = [given, cheaper].map(
            (each) => totalsOf(scored(competition(each, weigh, method, { target: 400 }))).b0,
          )
          expect(
            exact(after as string)
              .plus('1e-30')
              .gte(before as string),
          ).toBe(true)
        },
      ),
      { numRuns: 60 },
    ))

  test('is exact: decimals that end add up to the last digit', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 10, maxLength: 10 }), (scores) => {
        const criteria = scores.map((_, index) => ({
          name: `q${index}`,
          weight: index === 9 ? '9.1' : '10.1',
          scale: 10,
        }))
        const { total } = scored({
          criteria,
          bids: [
            { name: 'A', scores: Object.fromEntries(scores.map((score, index) => [`q${index}`, score])) },
          ],
        }).scored.sums[0]!
        const byHand = sum(scores.map((score, index) => exact(index === 9 ? '0.91' : '1.01').times(score)))
        expect(total.toFixed()).toBe(byHand.toFixed())
      }),
      { numRuns: 60 },
    ))
})

describe('robustness', () => {
  test('what a removed bid changes is what scoring without it gives', () =>
    fc.assert(
      fc.property(bids, weights, fc.constantFrom(...RELATIVE), anyOffer, (given, weigh, method, offer) => {
        const result = scored(competition(given, weigh, { method }, offer))
        const [winner] = winnersOf(result)
        if (!result.robustness || given.length < 3) return
        const changed = new Map(result.robustness.irrelevantBids.removed.map((one) => [one.bid, one.first]))
        for (const { index, name } of result.competition.bids) {
          if (name === winner) continue
          const without = {
            ...result.competition,
            bids: result.competition.bids
              .filter((other) => other.index !== index)
              .map((other, place) => ({ ...other, index: place })),
          }
          const first = scoreBids(without)
            .places.filter(({ rank }) => rank === 1)
            .map(({ bid: place }) => without.bids[place]?.name)
          const expected = changed.get(index)?.map((place) => result.competition.bids[place]?.name) ?? [
            winner,
          ]
          expect(first.toSorted()).toEqual(expected.toSorted())
        }
      }),
      { numRuns: 60 },
    ))

  test('at a breaking weight the winner and the rival are level', () =>
    fc.assert(
      fc.property(bids, weights, anyMethod, (given, weigh, method) => {
        const {
          competition: read,
          scored: result,
          robustness,
        } = scored(competition(given, weigh, method, { target: 400 }))
        const winner = result.places[0]?.bid as number
        for (const weightTest of robustness?.weights ?? [])
          for (const found of [weightTest.below, weightTest.above]) {
            if (!found) continue
            const factor = exact(100).minus(found.weight).div(exact(100).minus(weightTest.weight))
            const totals = [winner, found.rival].map((one) =>
              sum(
                read.leaves.map((leaf) => {
                  const share = result.sums[one]!.points[leaf.index]!
                  return leaf.name === weightTest.name
                    ? share.times(found.weight).div(leaf.weight)
                    : share.times(factor)
                }),
              ),
            )
            expect(totals[0]!.minus(totals[1]!).abs().lt('1e-25')).toBe(true)
          }
      }),
      { numRuns: 60 },
    ))

  test('a single score that is said to put another bid first does, and one step less does not', () =>
    fc.assert(
      fc.property(bids, weights, (given, weigh) => {
        const result = scored(competition(given, weigh, { benchmark: 1000 }, { target: 400 }))
        for (const one of result.robustness?.singleScores ?? []) {
          const rescored = (to: number) =>
            winnersOf(
              scored(
                competition(
                  given.map((each, index) => (index === one.bid ? { ...each, quality: to } : each)),
                  weigh,
                  { benchmark: 1000 },
                  { target: 400 },
                ),
              ),
            )
          const [to, back] = [one.to.toNumber(), one.to.gt(one.from) ? -1 : 1]
          expect(rescored(to)).toContain(`b${one.rival}`)
          expect(rescored(to)).not.toContain(winnersOf(result)[0])
          expect(rescored(to + back)).toContain(winnersOf(result)[0])
        }
      }),
      { numRuns: 40 },
    ))

  test('the quick formulas are the exact ones, nearly', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 2, maxLength: 6 }),
        fc.constantFrom('lower' as const, 'higher' as const),
        fc.constantFrom(...METHODS.slice(4)),
        (values, better, name) => {
          const [leaf] = scored({
            criteria: [{ name: 'n', weight: 100, kind: 'quantity', better, method: 'linear' }],
            bids: [{ name: 'A', n: 1 }],
          }).competition.leaves
          const method = (
            name === 'distance-from-mean' ? { name, marksAtMean: exact(50) } : { name }
          ) as Method
          const own = { ...leaf!, method }
          const field = fieldOf(values.map((value) => exact(value)))
          const numbers = {
            lowest: field.lowest.toNumber(),
            highest: field.highest.toNumber(),
            mean: field.mean.toNumber(),
          }
          for (const value of values)
            expect(quickShare(own, value, numbers)).toBeCloseTo(
              shareOf(own, exact(value), field).toNumber(),
              9,
            )
        },
      ),
      { numRuns: 200 },
    ))
})
