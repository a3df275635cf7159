import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitWeights, type Labelled } from './fit-weights.ts'
import { FITTED } from './fitted-weights.ts'
import { probabilities, THRESHOLDS, totalWeight, type Weights, weigh, weightOf } from './model.ts'
import { PRIOR_CHANCES, UNFITTED_CHANCES } from './prior-chances.ts'

const WEIGHTS: Weights = {
  priorOdds: 0.05,
  chances: { 'name:identical': { m: 0.8, u: 0.00625 }, 'name:little': { m: 0.05, u: 0.8 } },
}

describe('weightOf', () => {
  it('is the logarithm of m over u', () => {
    expect(weightOf({ about: 'name', seen: 'identical' }, WEIGHTS)).toBeCloseTo(7)
    expect(weightOf({ about: 'name', seen: 'little' }, WEIGHTS)).toBeCloseTo(-4)
  })
  it('is nothing for what the model does not know', () => {
    expect(weightOf({ about: 'name', seen: 'never heard of' }, WEIGHTS)).toBe(0)
  })
  it('adds up', () => {
    expect(
      totalWeight(
        weigh(
          [
            { about: 'name', seen: 'identical' },
            { about: 'name', seen: 'little' },
          ],
          WEIGHTS,
        ),
      ),
    ).toBeCloseTo(3)
  })
})

describe('probabilities', () => {
  const totals = fc.array(fc.double({ min: -60, max: 60, noNaN: true }), { maxLength: 12 })

  it('share one whole with "none of these"', () => {
    fc.assert(
      fc.property(totals, (weights) => {
        const sum = probabilities(weights).reduce((all, one) => all + one, 0)
        expect(sum).toBeLessThanOrEqual(1 + 1e-9)
        for (const one of probabilities(weights)) expect(one).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('keep the order of the weights', () => {
    fc.assert(
      fc.property(totals, (weights) => {
        const shares = probabilities(weights)
        for (const [i, a] of weights.entries())
          for (const [j, b] of weights.entries())
            if (a < b) expect(shares[i]).toBeLessThanOrEqual(shares[j] ?? 0)
      }),
    )
  })

  it('leave namesakes at most a half each, not above the automatic threshold', () => {
    fc.assert(
      fc.property(fc.double({ min: -60, max: 200, noNaN: true }), (weight) => {
        const [one, other] = probabilities([weight, weight])
        expect(one).toBe(other)
        expect(one).toBeLessThanOrEqual(0.5)
      }),
    )
    expect(THRESHOLDS.automatic).toBeGreaterThanOrEqual(0.5)
  })
})

describe('the shipped weights', () => {
  it('know everything that is expected to be seen', () => {
    for (const seen of Object.keys({ ...PRIOR_CHANCES, ...UNFITTED_CHANCES }))
      expect(FITTED.chances).toHaveProperty([seen])
  })
  it('hold probabilities', () => {
    for (const { m, u } of Object.values(FITTED.chances)) {
      expect(m).toBeGreaterThan(0)
      expect(u).toBeGreaterThan(0)
      expect(Math.max(m, u)).toBeLessThanOrEqual(1)
    }
  })
  it('grade the likeness of names sensibly', () => {
    const bits = (seen: string): number => weightOf({ about: 'name', seen })
    expect(bits('identical')).toBeGreaterThan(bits('register-adds-weak'))
    expect(bits('register-adds-weak')).toBeGreaterThan(bits('register-adds-general'))
    expect(bits('register-adds-general')).toBeGreaterThan(bits('register-adds-telling'))
    expect(bits('register-adds-telling')).toBeGreaterThan(bits('little'))
    expect(bits('slip-in-several')).toBeGreaterThan(bits('slip-in-one'))
  })
})

describe('fitWeights', () => {
  const seen = (grade: string, own: boolean, times: number): Labelled[] =>
    Array.from({ length: times }, () => ({
      evidence: [{ about: 'name', seen: grade } as const],
      own,
      share: 1,
    }))

  it('gives more weight to what is seen among own rows', () => {
    const pairs = [
      ...seen('identical', true, 90),
      ...seen('little', true, 10),
      ...seen('identical', false, 10),
      ...seen('little', false, 990),
    ]
    const fitted = fitWeights(pairs)
    expect(weightOf({ about: 'name', seen: 'identical' }, fitted)).toBeGreaterThan(4)
    expect(weightOf({ about: 'name', seen: 'little' }, fitted)).toBeLessThan(-2)
    expect(fitted.priorOdds).toBeCloseTo(101 / 1001)
  })

  it('leaves sisters of a row that bears the very name to what is said of rivals', () => {
    const sister: Labelled = {
      evidence: [
        { about: 'name', seen: 'register-adds-weak' },
        { about: 'rival', seen: 'bears-the-name' },
      ],
      own: false,
      share: 1,
    }
    const pairs = [...seen('identical', true, 50), ...seen('little', false, 500)]
    expect(fitWeights([...pairs, ...Array.from({ length: 200 }, () => sister)])).toEqual(fitWeights(pairs))
  })

  it('keeps to the expectation where nothing was seen', () => {
    const fitted = fitWeights([...seen('identical', true, 100), ...seen('little', false, 1000)])
    const { m, u } = PRIOR_CHANCES['name:reordered'] as { m: number; u: number }
    expect(weightOf({ about: 'name', seen: 'reordered' }, fitted)).toBeCloseTo(Math.log2(m / u))
    expect(fitted.chances['postcode:full-unit']).toEqual(PRIOR_CHANCES['postcode:full-unit'])
  })

  it('lets forty payees of one supplier speak once', () => {
    const forty = Array.from(
      { length: 40 },
      (): Labelled => ({ evidence: [{ about: 'name', seen: 'identical' }], own: true, share: 1 / 40 }),
    )
    const others = seen('little', false, 100)
    const fitted = (own: Labelled[]) => fitWeights([...own, ...seen('little', true, 5), ...others])
    const [many, once] = [fitted(forty), fitted(seen('identical', true, 1))]
    expect(many.priorOdds).toBeCloseTo(once.priorOdds)
    expect(many.chances['name:identical']?.m).toBeCloseTo(once.chances['name:identical']?.m ?? 0)
  })
})
