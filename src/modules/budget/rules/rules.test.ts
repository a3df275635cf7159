import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aPromised, aYear } from '../builders.ts'
import type { LeftOut, Promised, YearDays, YearFigures } from '../model.ts'
import { compareLines } from './compare.ts'
import { coverageOf } from './coverage.ts'
import { financialBy, linesOf, reckonYear } from './sums.ts'
import { yearOf } from './year.ts'

const told = (figures: YearFigures | LeftOut): YearFigures => {
  if (typeof figures === 'string') throw new Error(figures)
  return figures
}

describe('a promise in a year', () => {
  // Worked example: £4,000 over four years from April 2025; a year has 365 days, and 2027/28 has 366.
  test('falls due evenly, and what last year left undone is brought forward', () => {
    const promise = aPromised({ verifiedBefore: 60_000, verified: 110_000 })
    const first = told(yearOf(promise, aYear()))
    // 1461 days in all: due by 31 March 2026 400,000 × 365/1461 = 99,932; by 31 March 2027 199,863.
    expect(first).toMatchObject({
      brought: 39_932,
      planned: 139_863,
      due: 139_863,
      verified: 50_000,
      missed: 0,
      carried: 89_863,
      notYetDue: 0,
      delivered: 50_000,
    })
  })

  test('is missed once the contract is over', () => {
    const promise = aPromised({ endsOn: '2026-12-31', verified: 300_000 })
    expect(told(yearOf(promise, aYear('2026-12-30')))).toMatchObject({ missed: 0 })
    expect(told(yearOf(promise, aYear('2026-12-31')))).toMatchObject({ missed: 100_000, carried: 0 })
  })

  test('kept early counts when it falls due, and stands beside it until then', () => {
    const promise = aPromised({ verified: 150_000 })
    const figures = told(yearOf(promise, aYear('2026-04-01')))
    expect(figures).toMatchObject({ verified: 100_205, beyond: 49_795, carried: 0, missed: 0 })
    expect(figures.forecast).toBe(199_863)
  })

  test('follows the shares of the years where there are some', () => {
    const promise = aPromised({
      shares: [
        { year: '2025/26', due: 300_000 },
        { year: '2026/27', due: 100_000 },
      ],
      verifiedBefore: 300_000,
      verified: 340_000,
    })
    expect(told(yearOf(promise, aYear()))).toMatchObject({
      planned: 100_000,
      verified: 40_000,
      carried: 60_000,
    })
  })

  test('tied to spending is due as far as money was paid', () => {
    const spending = { valuePence: 1_000_000, paidBefore: 250_000, paid: 600_000 }
    const promise = aPromised({ spending, verifiedBefore: 100_000, verified: 200_000 })
    expect(told(yearOf(promise, aYear()))).toMatchObject({
      planned: 140_000,
      due: 140_000,
      verified: 100_000,
    })
    // In a running year the plan takes an even pace: a quarter of the promise and a little.
    expect(told(yearOf(promise, aYear('2026-09-30')))).toMatchObject({ planned: 140_000, due: 140_000 })
    const unknown = { ...spending, paid: null }
    expect(yearOf(aPromised({ spending: unknown }), aYear())).toBe('spending-not-known')
  })

  test('without a term or years is in no sum', () => {
    expect(yearOf(aPromised({ endsOn: null }), aYear())).toBe('no-term')
    expect(yearOf(aPromised({ promised: Number.NaN }), aYear())).toBe('too-large')
  })

  test('over before the year is in no plan; what came late is told', () => {
    const late = aPromised({ endsOn: '2026-03-31', verifiedBefore: 100_000, verified: 120_000 })
    expect(told(yearOf(late, aYear()))).toMatchObject({
      planned: 0,
      missed: 0,
      carried: 0,
      delivered: 20_000,
    })
  })

  test('is forecast at its own pace, and not from less than a twentieth', () => {
    const half = aPromised({
      startsOn: '2026-04-01',
      endsOn: '2027-03-31',
      promised: 36_500,
      verified: 9_000,
    })
    // 180 days of 365 are due by 27 September: half of it is kept, so half of the rest will be.
    expect(told(yearOf(half, aYear('2026-09-27')))).toMatchObject({
      due: 18_000,
      forecast: 18_250,
      withoutPace: 0,
    })
    expect(told(yearOf(half, aYear('2026-04-10')))).toMatchObject({
      forecast: 1_000 + 8_000,
      withoutPace: 27_500,
    })
  })
})

const days = fc
  .integer({ min: -400, max: 1500 })
  .map((n) => new Date(Date.UTC(2025, 3, 1) + n * 86_400_000).toISOString().slice(0, 10))
const amount = fc.integer({ min: 0, max: 1_000_000_000 })

const anyPromised: fc.Arbitrary<Promised> = fc
  .record({
    ends: fc.tuple(days, days).map((two) => two.sort()),
    isOpen: fc.boolean(),
    promised: amount,
    verified: fc.tuple(amount, amount).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
    shares: fc.array(fc.tuple(fc.integer({ min: 2024, max: 2029 }), amount), { maxLength: 4 }),
    paid: fc.option(fc.tuple(amount, amount, amount)),
    basis: fc.constantFrom('spend', 'economic', 'wellbeing', 'none'),
  })
  .map(({ ends, isOpen, promised, verified, shares, paid, basis }) =>
    aPromised({
      startsOn: ends[0] ?? null,
      endsOn: isOpen ? null : (ends[1] ?? null),
      promised,
      verifiedBefore: verified[0],
      verified: verified[1],
      shares: shares.map(([year, due]) => ({ year: `${year}/${String(year + 1).slice(2)}`, due })),
      spending: paid && { valuePence: paid[0] + 1, paidBefore: paid[1], paid: paid[1] + paid[2] },
      basis: basis as Promised['basis'],
      unit: basis === 'none' ? 'homes' : '£',
    }),
  )
const anyDay = days.map((day): YearDays => {
  const on = day < '2026-04-01' ? '2026-04-01' : day > '2027-03-31' ? '2027-03-31' : day
  return aYear(on)
})

describe('every budget', () => {
  test('plans what is due and not yet due, and what is due is verified, missed or carried forward', () => {
    fc.assert(
      fc.property(fc.array(anyPromised, { maxLength: 12 }), anyDay, (promises, year) => {
        for (const line of linesOf(reckonYear(promises, year).told)) {
          expect(line.due + line.notYetDue).toBe(line.planned)
          expect(line.verified + line.missed + line.carried).toBe(line.due)
          for (const [name, value] of Object.entries(line))
            if (typeof value === 'number') expect(value, name).toBeGreaterThanOrEqual(0)
          expect(line.brought).toBeLessThanOrEqual(line.planned)
          expect(line.forecast).toBeGreaterThanOrEqual(line.verified)
          expect(line.forecast).toBeLessThanOrEqual(line.planned)
        }
      }),
    )
  })

  test('adds nothing up across kinds of value, and loses no promise', () => {
    fc.assert(
      fc.property(fc.array(anyPromised, { maxLength: 12 }), anyDay, (promises, year) => {
        const { told: kept, leftOut } = reckonYear(promises, year)
        const lines = linesOf(kept)
        expect(new Set(lines.map(({ basis, unit }) => `${basis} ${unit}`)).size).toBe(lines.length)
        expect(lines.reduce((sum, line) => sum + line.promises, 0)).toBe(kept.length)
        const silent = promises.filter((one) => {
          const figures = yearOf(one, year)
          return typeof figures !== 'string' && figures.planned === 0 && figures.delivered === 0
        })
        const out = Object.values(leftOut).reduce((sum, count) => sum + count, 0)
        expect(kept.length + silent.length + out).toBe(promises.length)
      }),
    )
  })

  test('carries forward what the next year brings', () => {
    const next: YearDays = { year: '2027/28', from: '2027-04-01', to: '2028-03-31', on: '2027-04-01' }
    fc.assert(
      fc.property(anyPromised, (promise) => {
        // A year before the contract begins has no plan to carry forward.
        if (promise.startsOn !== null && promise.startsOn > '2027-03-31') return
        const plain = { ...promise, spending: null }
        const [now, after] = [
          yearOf(plain, aYear()),
          yearOf({ ...plain, verifiedBefore: promise.verified }, next),
        ]
        if (typeof now === 'string' || typeof after === 'string') return
        expect(after.brought).toBe(now.carried)
      }),
    )
  })
})

describe('beside the pounds', () => {
  test('spent is said only where every line says it', () => {
    const line = {
      year: '2026/27',
      department: 'Highways',
      code: '',
      name: 'A',
      budgetPence: 100,
      spentPence: 40,
    }
    expect(financialBy([line, { ...line, spentPence: 2 }])).toEqual([
      { department: 'Highways', lines: 2, budgetPence: 200, spentPence: 42 },
    ])
    expect(financialBy([line, { ...line, spentPence: null }])[0]?.spentPence).toBeNull()
  })

  test('coverage tells suppliers with contracts of both sorts apart', () => {
    const contract = (supplierKey: string, hasPromises: boolean, valuePence: number | null = 100) => ({
      supplierKey,
      hasPromises,
      valuePence,
    })
    const coverage = coverageOf(
      [
        contract('a', true, 416_666_667),
        contract('b', false, 416_666_666),
        contract('c', true, 2_499_999),
        contract('c', false, 2_500_000),
        contract('d', true, null),
      ],
      {
        allPence: 1000,
        bySupplier: new Map([
          ['a', 100],
          ['b', 200],
          ['c', 300],
        ]),
      },
    )
    expect(coverage).toMatchObject({
      withPromisesPence: 100,
      withoutPromisesPence: 200,
      mixedPence: 300,
      withoutContractPence: 400,
    })
    // £30,000 with VAT is £25,000 without; above £5,000,000 with VAT begins above £4,166,666.66 without.
    expect(
      coverage.bands.map(({ code, contracts, withPromises }) => [code, contracts, withPromises]),
    ).toEqual([
      ['below-notice', 1, 1],
      ['below-indicators', 2, 0],
      ['above', 1, 1],
      ['not-said', 1, 1],
    ])
  })

  test('two years are compared line by line', () => {
    const lines = linesOf(reckonYear([aPromised()], aYear()).told)
    const other = lines.map((line) => ({ ...line, basis: 'carbon' as const }))
    expect(compareLines(lines, lines)).toMatchObject([{ isOnlyBefore: false, before: lines[0] }])
    expect(compareLines(lines, other)).toMatchObject([
      { before: null, isOnlyBefore: false },
      { line: { basis: 'carbon' }, isOnlyBefore: true },
    ])
  })
})
