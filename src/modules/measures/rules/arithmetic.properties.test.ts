import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anItem, aPricing, share, valued } from '../builders.ts'
import type { Assumptions, Range, ValueRequest } from '../model/valuation.ts'
import { DEFLATORS } from '../reference/deflators.ts'
import { DISCOUNT_RATES } from '../reference/discount-rates.ts'
import { additionalImpact, netShare } from './additionality.ts'
import { discountFactors, scheduledRates } from './discounting.ts'
import { type Exact, exact, readDecimal, toPence, toPounds } from './exact.ts'
import { localMultiplier } from './lm3.ts'
import { isOrdered, rangeOf } from './ranges.ts'
import { sensitivityOf } from './sensitivity.ts'
import { type TotalItem, totalByBasis } from './totals.ts'
import { findUprating, uprate } from './uprating.ts'

const amount = (max: number, decimals = 2) =>
  fc
    .tuple(fc.integer({ min: 0, max }), fc.integer({ min: 0, max: 10 ** decimals - 1 }))
    .map(([whole, part]) => `${whole}.${String(part).padStart(decimals, '0')}`)
const part = fc.integer({ min: 0, max: 1000 }).map((thousandths) => exact(thousandths).div(1000))
const ranged = fc.tuple(part, part, part).map((three) => {
  const [low, central, high] = three.toSorted((a, b) => a.comparedTo(b))
  return { share: central as Exact, low: low as Exact, high: high as Exact, reason: 'as agreed' }
})
const threeAmounts = fc
  .tuple(amount(100_000), amount(100_000), amount(100_000))
  .map((three): [string, string, string] => {
    const [low, central, high] = three.toSorted((a, b) => exact(a).comparedTo(b))
    return [low as string, central as string, high as string]
  })

const discount = { rates: { schedule: 'green-book' }, convention: 'first-year-undiscounted' } as const
const assumptions: fc.Arbitrary<Assumptions> = fc
  .tuple(ranged, ranged, ranged, ranged)
  .map(([deadweight, displacement, attribution, dropOff]) => ({
    deadweight,
    displacement,
    attribution,
    dropOff,
    discount,
    incomeGrowth: null,
  }))

const requests: fc.Arbitrary<ValueRequest> = fc
  .record({
    quantity: threeAmounts,
    value: threeAmounts,
    years: fc.integer({ min: 1, max: 12 }),
    assumptions,
  })
  .map(({ quantity, value, years, assumptions }) =>
    anItem({
      quantities: [rangeOf(exact(quantity[1]), exact(quantity[0]), exact(quantity[2]))],
      proxy: value[1],
      low: value[0],
      high: value[2],
      years,
      startYear: 2026,
      assumptions,
    }),
  )

const pricing = aPricing()
const worth = (request: ValueRequest): Range => valued(request, pricing).value as Range
const times = (request: ValueRequest, factor: Exact): ValueRequest => ({
  ...request,
  quantities: (request.quantities ?? []).map(({ low, central, high }) => ({
    low: low.times(factor),
    central: central.times(factor),
    high: high.times(factor),
  })),
})
/** Equal to far more digits than any sum of money has. */
const isSame = (a: Exact, b: Exact): boolean => a.minus(b).abs().lte(a.abs().plus(b.abs()).times('1e-30'))

describe('the value of a measure', () => {
  test('holds its centre between low and high', () => {
    fc.assert(fc.property(requests, (request) => isOrdered(worth(request))))
  })

  test('is linear in the quantity', () => {
    fc.assert(
      fc.property(requests, fc.integer({ min: 0, max: 1000 }), (request, factor) =>
        isSame(worth(times(request, exact(factor))).central, worth(request).central.times(factor)),
      ),
    )
  })

  test('of a whole is the sum of its parts', () => {
    fc.assert(
      fc.property(requests, part, (request, first) => {
        const [one, other] = [worth(times(request, first)), worth(times(request, exact(1).minus(first)))]
        expect(isSame(one.central.plus(other.central), worth(request).central)).toBe(true)
        expect(isSame(one.high.plus(other.high), worth(request).high)).toBe(true)
      }),
    )
  })

  test('never exceeds the gross change and never falls below nothing', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const gross = valued(request, pricing).worked
        const total = exact(request.years)
          .times(gross?.quantities[0]?.high ?? 0)
          .times(gross?.unitValues[0]?.high ?? 0)
        const { low, high } = worth(request)
        expect(low.gte(0) && high.lte(total)).toBe(true)
      }),
    )
  })

  test('does not grow when more is taken away', () => {
    fc.assert(
      fc.property(requests, part, (request, more) => {
        const before = request.assumptions.deadweight?.share ?? exact(0)
        const after = before.plus(exact(1).minus(before).times(more))
        const moved = {
          ...request,
          assumptions: { ...request.assumptions, deadweight: share(after.toFixed()) },
        }
        expect(worth(moved).central.lte(worth(request).central)).toBe(true)
      }),
    )
  })

  test('is the same in whichever order shares are taken away', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (shares) =>
        isSame(netShare(shares), netShare(shares.toReversed())),
      ),
    )
  })

  test('at the centre is where every bar of the tornado meets', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { worked, value } = valued(request, pricing)
        for (const { resultAtLow, resultAtHigh, swing } of sensitivityOf(worked!)) {
          const [least, most] = resultAtLow.lt(resultAtHigh)
            ? [resultAtLow, resultAtHigh]
            : [resultAtHigh, resultAtLow]
          expect(least.lte(value!.central) && value!.central.lte(most)).toBe(true)
          expect(swing.eq(most.minus(least))).toBe(true)
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('prices of another year', () => {
  const financial = DEFLATORS[0]!.points.map(({ year }) => year)
  const years = fc.constantFrom(...financial)
  const taken = (value: Exact, from: string, to: string): Exact => {
    const found = findUprating(DEFLATORS, from, to)
    if (!found.ok) throw new Error(found.refusal)
    return uprate(value, found.value)
  }

  test('and back again are the same, to the penny and far beyond', () => {
    fc.assert(
      fc.property(amount(10_000_000), years, years, (pounds, from, to) => {
        const back = taken(taken(exact(pounds), from, to), to, from)
        expect(toPounds(back)).toBe(toPounds(exact(pounds)))
        expect(isSame(back, exact(pounds))).toBe(true)
      }),
    )
  })

  test('by way of a third year are the same', () => {
    fc.assert(
      fc.property(amount(10_000_000), years, years, years, (pounds, from, by, to) =>
        isSame(taken(taken(exact(pounds), from, by), by, to), taken(exact(pounds), from, to)),
      ),
    )
  })
})

describe('discount factors', () => {
  test.each(DISCOUNT_RATES.map((schedule) => [schedule.id, schedule] as const))(
    'of %s fall every year and stay above nothing',
    (_id, schedule) => {
      const found = discountFactors(scheduledRates(schedule), 350)
      if (!found.ok) throw new Error(found.refusal)
      expect(found.value).toHaveLength(351)
      expect(
        found.value.every(
          (factor, year) => factor.gt(0) && (year === 0 || factor.lt(found.value[year - 1]!)),
        ),
      ).toBe(true)
    },
  )
})

describe('totals', () => {
  const items: fc.Arbitrary<TotalItem[]> = fc
    .array(
      fc.record({
        measure: fc.constantFrom('a', 'b', 'c', 'd'),
        basis: fc.constantFrom('spend' as const, 'fiscal' as const, 'economic' as const),
        group: fc.constantFrom(null, 'pay', 'person-into-work', 'other'),
        isTransfer: fc.boolean(),
        central: amount(1_000_000),
        distinctBecause: fc.constantFrom(null, 'others'),
      }),
      { maxLength: 12 },
    )
    .map((list) =>
      list.map(({ central, ...item }, index) => ({
        ...item,
        key: String(index),
        value: rangeOf(exact(central)),
        priceYear: '2026/27',
        valuationYear: null,
      })),
    )
  const rules = [{ group: 'pay', others: ['person-into-work'], why: 'wages are earnings' }]
  const figures = (list: readonly TotalItem[]) =>
    totalByBasis(list, rules).byBasis.map(({ basis, range, counted, leftOut }) => [
      basis,
      range?.central.toFixed(),
      counted,
      leftOut.map(({ key }) => key),
    ])

  test('do not depend on the order of the items', () => {
    fc.assert(
      fc.property(items, fc.infiniteStream(fc.integer({ min: 0, max: 1000 })), (list, chance) => {
        const shuffled = list
          .map((item) => ({ item, at: chance.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ item }) => item)
        expect(figures(shuffled)).toEqual(figures(list))
      }),
    )
  })

  test('account for every item once: counted or left out', () => {
    fc.assert(
      fc.property(items, (list) => {
        const seen = totalByBasis(list, rules).byBasis.flatMap(({ counted, leftOut }) => [
          ...counted,
          ...leftOut.map(({ key }) => key),
        ])
        expect(seen.toSorted()).toEqual(list.map(({ key }) => key).toSorted())
      }),
    )
  })

  test('are never more than the plain sum of their basis, nor less than the largest that may count', () => {
    fc.assert(
      fc.property(items, (list) => {
        for (const { basis, range } of totalByBasis(list, []).byBasis) {
          const own = list
            .filter((item) => item.basis === basis && !item.isTransfer)
            .map(({ value }) => value.central)
          const most = own.reduce((total, value) => total.plus(value), exact(0))
          const largest = own.reduce((best, value) => (value.gt(best) ? value : best), exact(0))
          expect(range!.central.lte(most) && range!.central.gte(largest)).toBe(true)
        }
      }),
    )
  })
})

test('the additionality guide\u2019s form without a reference case is the chain of shares', () => {
  const none = {
    gross: exact(0),
    leakage: exact(0),
    displacement: exact(0),
    substitution: exact(0),
    multiplier: exact(1),
  }
  fc.assert(
    fc.property(amount(1_000_000), part, part, part, (gross, leakage, displacement, substitution) => {
      const impact = additionalImpact(
        { gross: exact(gross), leakage, displacement, substitution, multiplier: exact(1) },
        none,
      )
      expect(isSame(impact, exact(gross).times(netShare([leakage, displacement, substitution])))).toBe(true)
    }),
  )
})

test('a local multiplier lies between 1 and 3', () => {
  fc.assert(
    fc.property(amount(1_000_000), part, part, (first, second, third) => {
      const one = exact(first).plus(1)
      const two = one.times(second)
      const found = localMultiplier({ first: one, second: two, third: two.times(third) })
      expect(found.ok && found.value.lm3.gte(1) && found.value.lm3.lte(3)).toBe(true)
    }),
  )
})

describe('decimals', () => {
  test('are read as they are written', () => {
    fc.assert(fc.property(amount(1_000_000_000, 6), (text) => readDecimal(text)?.toFixed(6) === text))
  })
  test('round to pence half away from zero', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (tenths) => {
        const whole = tenths / 10n
        const rest = tenths % 10n
        const expected = rest >= 5n ? whole + 1n : rest <= -5n ? whole - 1n : whole
        expect(toPence(exact(tenths).div(1000))).toBe(expected)
      }),
    )
  })
  test('are never read beyond what money can be', () => {
    fc.assert(fc.property(fc.string(), (text) => readDecimal(text)?.abs().lte('1e15') ?? true))
  })
})
