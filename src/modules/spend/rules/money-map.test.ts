import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calculateLeakage, deriveTiers } from './money-map.ts'

const ladder = [
  { id: 'city', name: 'Northmere' },
  { id: 'county', name: 'Ashshire' },
]
const sum = (key: string, pence: number) => ({ key, pence, payments: 1, payees: 1 })

describe('deriveTiers', () => {
  test('names the bands from home outwards, with the unknown last', () => {
    expect(deriveTiers([], ladder).map((tier) => tier.label)).toEqual([
      'In Northmere',
      'Rest of Ashshire',
      'Rest of the United Kingdom',
      'Abroad',
      'Place not known',
    ])
  })

  test('adds up each place with all inside it', () => {
    const tiers = deriveTiers([sum('city', 500), sum('county', 3400), sum('rest-of-uk', 6100)], ladder)
    expect(tiers.map((tier) => [tier.share, tier.withinShare])).toEqual([
      [0.05, 0.05],
      [0.34, 0.39],
      [0.61, null],
      [0, null],
      [0, null],
    ])
  })

  test('gives no share of a total at or below nothing', () => {
    expect(deriveTiers([sum('city', -5)], ladder)[0]?.share).toBeNull()
    expect(deriveTiers([], ladder)[0]?.share).toBeNull()
  })

  test('loses no penny, whatever the sums', () => {
    const keys = ['city', 'county', 'rest-of-uk', 'abroad', 'unknown']
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), { minLength: 5, maxLength: 5 }),
        (pence) => {
          const tiers = deriveTiers(
            keys.map((key, i) => sum(key, pence[i] ?? 0)),
            ladder,
          )
          expect(tiers.reduce((all, tier) => all + tier.pence, 0)).toBe(
            pence.reduce((all, each) => all + each, 0),
          )
        },
      ),
    )
  })
})

describe('calculateLeakage', () => {
  test('counts what is known to leave, and not what is unknown', () => {
    const tiers = deriveTiers(
      [sum('city', 100), sum('county', 200), sum('rest-of-uk', 300), sum('abroad', 50), sum('unknown', 350)],
      ladder,
    )
    expect(calculateLeakage(tiers, 1)).toEqual({ pence: 350, share: 0.35, unknownPence: 350 })
    expect(calculateLeakage(tiers, 0)).toEqual({ pence: 550, share: 0.55, unknownPence: 350 })
  })
})
