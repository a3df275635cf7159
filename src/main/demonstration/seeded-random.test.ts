import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from './seeded-random.ts'

const first = (seed: number, count: number): number[] => {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => random.next())
}

describe('seededRandom', () => {
  test('gives the same numbers for the same seed, and others for another', () => {
    expect(first(7, 100)).toEqual(first(7, 100))
    expect(first(7, 100)).not.toEqual(first(8, 100))
  })

  test('gives the numbers that mulberry32 is known for', () => {
    // Reference values of the published algorithm for the seed 1.
    expect(first(1, 3).map((value) => Math.round(value * 2 ** 32))).toEqual([
      2693262067, 11749833, 2265367787,
    ])
  })

  test('spreads evenly: each tenth gets its tenth', () => {
    const tenths = Array.from({ length: 10 }, () => 0)
    for (const value of first(3, 100_000)) tenths[Math.floor(value * 10)]!++
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(400)
  })

  test('keeps whole numbers within both ends and reaches them', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 0, max: 4 }),
        (seed, from, more) => {
          const random = seededRandom(seed)
          const found = new Set(Array.from({ length: 400 }, () => random.whole(from, from + more)))
          expect([...found].sort((a, b) => a - b)).toEqual(
            Array.from({ length: more + 1 }, (_, at) => from + at),
          )
        },
      ),
    )
  })

  test('shuffles without losing or doubling', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.integer()), (seed, values) => {
        expect(
          seededRandom(seed)
            .shuffled(values)
            .sort((a, b) => a - b),
        ).toEqual(values.toSorted((a, b) => a - b))
      }),
    )
  })

  test('picks from nothing only with an error', () => {
    expect(() => seededRandom(1).pick([])).toThrow('nothing to pick from')
  })
})
