import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exact } from '../../../../kernel/exact.ts'
import { aPurchaseDraft } from '../../builders.ts'
import { askFacts } from './ask-facts.ts'
import { countedOffer } from './credit.ts'
import { commitmentOwed } from './indexation.ts'
import { proposedCriteria, weightOf } from './weights.ts'

const quantity = fc.integer({ min: 0, max: 1_000_000 })

describe('countedOffer', () => {
  test.each([
    ['in-full', '5'],
    ['half', '3.5'],
    ['additional-only', '2'],
  ] as const)('%s: 2 new and 3 there already count %s', (credit, counted) =>
    expect(countedOffer(exact(2), exact(3), credit).toFixed()).toBe(counted),
  )

  test('credit for what is there never lowers an offer', () =>
    fc.assert(
      fc.property(quantity, quantity, (added, already) => {
        const [full, half, none] = (['in-full', 'half', 'additional-only'] as const).map((credit) =>
          countedOffer(exact(added), exact(already), credit),
        )
        return full?.gte(half ?? 0) && half?.gte(none ?? 0) && none?.eq(added)
      }),
    ))
})

describe('commitmentOwed', () => {
  const owed = (actualPence: number, isWhole = true, indexation: 'fixed' | 'actual-spend' = 'actual-spend') =>
    commitmentOwed(exact(3), indexation, { expectedPence: 1_000_00, actualPence }, isWhole)

  test.each([
    [1_000_00, '3'],
    [500_00, '1'],
    [333_33, '0'],
    [666_67, '2'],
    [0, '0'],
    [2_000_00, '6'],
  ])('three apprentices at %d pence of 100,000 are %s', (actual, whole) =>
    expect(owed(actual)).toMatchObject({ ok: true, value: exact(whole) }),
  )

  test('hours are not rounded; a fixed commitment does not move', () => {
    expect(owed(500_00, false)).toMatchObject({ value: exact('1.5') })
    expect(owed(0, true, 'fixed')).toMatchObject({ value: exact(3) })
  })

  test('refuses where nothing was expected', () =>
    expect(
      commitmentOwed(exact(3), 'actual-spend', { expectedPence: 0, actualPence: 5 }, true),
    ).toMatchObject({
      refusal: 'expected-spend-missing',
    }))

  test('spending what was expected owes exactly what was promised', () =>
    fc.assert(
      fc.property(quantity, fc.integer({ min: 1, max: 10 ** 12 }), (promised, pence) => {
        const result = commitmentOwed(
          exact(promised),
          'actual-spend',
          { expectedPence: pence, actualPence: pence },
          true,
        )
        return result.ok && result.value.eq(promised)
      }),
    ))
})

describe('proposedCriteria', () => {
  test('adds up to 100 for every weight of the policy, to the hundredth', () =>
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9000 }), (hundredths) => {
        const criteria = proposedCriteria(40_000_000, exact(hundredths).div(100))
        return criteria.reduce((total, one) => total.plus(weightOf(one)), exact(0)).eq(100)
      }),
    ))
})

describe('askFacts', () => {
  test('takes options, extensions, VAT and every extension year', () =>
    expect(askFacts(aPurchaseDraft())).toEqual({ valuePence: 60_000_000, months: 60, kind: 'services' }))

  test.each([
    ['2027-10-01', '2028-09-30', 12],
    ['2027-10-01', '2028-03-31', 6],
    ['2027-10-15', '2027-10-20', 1],
  ])('%s to %s are %d months', (startsOn, endsOn, months) =>
    expect(askFacts(aPurchaseDraft({ startsOn, endsOn, extendedEndsOn: null })).months).toBe(months),
  )
})
