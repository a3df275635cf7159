import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { capacityOf, type PaidSupplier, partOf } from './capacity.ts'
import { deriveGapCategories, type GapLine, tradesOfCategory } from './gap-facts.ts'
import { decideGap, GAP_ANSWERS, GAP_SETTINGS, type GapFacts, type GapThresholds } from './gaps.ts'
import { readHundredths, readSetting, writeHundredths } from './settings.ts'

const THRESHOLDS = Object.fromEntries(
  Object.values(GAP_SETTINGS).map((setting) => [setting.name, setting.suggested]),
) as GapThresholds

const facts = (own: Partial<GapFacts> = {}): GapFacts => ({
  leakPence: 100_000_000,
  paidSuppliers: 0,
  capacityPence: 0,
  registered: 0,
  listed: 0,
  ...own,
})

const line = (own: Partial<GapLine>): GapLine => ({
  supplier: 'a',
  supplierName: 'A',
  party: own.supplier ?? 'a',
  partyName: 'A',
  kind: 'small',
  tier: 'home',
  outcome: 'influenceable',
  pence: 100,
  ...own,
})

describe('the answer for a gap', () => {
  test.each([
    [{ paidSuppliers: 2, capacityPence: 25_000_000 }, 'redirect', 'capacity-covers'],
    [{ paidSuppliers: 2, capacityPence: 24_999_999 }, 'develop', 'capacity-short'],
    [{ paidSuppliers: 1, capacityPence: 100_000_000 }, 'develop', 'too-few-paid'],
    [{ registered: 3 }, 'develop', 'only-others'],
    [{ listed: 1 }, 'develop', 'only-others'],
    [{ registered: 2 }, 'create', 'nobody-near'],
    [{ leakPence: 2_499_999, paidSuppliers: 9, capacityPence: 99_999_999 }, 'leave', 'too-little'],
    [{ leakPence: 0 }, 'leave', 'too-little'],
  ])('of %j is %s, because %s', (own, answer, reason) => {
    expect(decideGap(facts(own), THRESHOLDS)).toEqual({ answer, reason })
  })

  const anyFacts = fc.record({
    leakPence: fc.nat(1e9),
    paidSuppliers: fc.nat(9),
    capacityPence: fc.nat(1e9),
    registered: fc.nat(9),
    listed: fc.nat(3),
  })
  test('never gets worse when more supply is near', () =>
    fc.assert(
      fc.property(anyFacts, anyFacts, (one, more) => {
        const better = {
          leakPence: one.leakPence,
          paidSuppliers: one.paidSuppliers + more.paidSuppliers,
          capacityPence: one.capacityPence + more.capacityPence,
          registered: one.registered + more.registered,
          listed: one.listed + more.listed,
        }
        const rank = (of: GapFacts) => GAP_ANSWERS.indexOf(decideGap(of, THRESHOLDS).answer)
        expect(rank(better)).toBeLessThanOrEqual(rank(one))
      }),
    ))
})

describe('what a supplier can take on', () => {
  const paid = (kind: string, pence: number, allPence = pence): PaidSupplier => ({
    key: 'k',
    name: 'n',
    kind,
    pence,
    allPence,
    companies: [{ kind, pence, allPence }],
    kinds: [kind],
  })
  test('is a share of what it is paid', () =>
    expect(capacityOf(paid('large', 10_000_000), 5000, 12)).toEqual({ pence: 5_000_000, heldBy: 'growth' }))
  test('is no more than the turnover of its size leaves', () =>
    expect(capacityOf(paid('micro', 80_000_000, 90_000_000), 5000, 12)).toEqual({
      pence: 8_888_888,
      heldBy: 'size',
    }))
  test('counts no room twice: the categories of a supplier together stay under the turnover of its size', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('micro', 'small', 'medium'),
        fc.array(fc.nat(5_000_000_000), { minLength: 1, maxLength: 6 }),
        fc.nat(30_000),
        (kind, pounds, growth) => {
          const all = pounds.reduce((sum, pence) => sum + pence, 0)
          const sum = pounds.reduce(
            (sum, pence) => sum + capacityOf(paid(kind, pence, all), growth, 12).pence,
            0,
          )
          const alone = capacityOf(paid(kind, all), 1_000_000_000, 12).pence
          expect(sum).toBeLessThanOrEqual(alone)
        },
      ),
    )
  })
  const together = (...companies: readonly (readonly [kind: string, pence: number])[]): PaidSupplier => {
    const each = companies.map(([kind, pence]) => ({ kind, pence, allPence: pence }))
    const sum = each.reduce((all, { pence }) => all + pence, 0)
    return { ...paid('several', sum), companies: each, kinds: companies.map(([kind]) => kind) }
  }
  test('is that of a group once: each company within its size, all within the largest of them', () => {
    expect(capacityOf(together(['micro', 70_000_000], ['micro', 60_000_000]), 5000, 12)).toEqual({
      pence: 0,
      heldBy: 'size',
    })
    expect(capacityOf(together(['micro', 80_000_000], ['large', 10_000_000]), 5000, 12)).toEqual({
      pence: 25_000_000,
      heldBy: 'size',
    })
    expect(capacityOf(together(['large', 4], ['vcse', 6]), 5000, 12)).toEqual({ pence: 5, heldBy: 'growth' })
  })
  test('is never more for a group than for its companies apart', () => {
    const company = fc.tuple(fc.constantFrom('micro', 'small', 'large', 'vcse'), fc.nat(3_000_000_000))
    fc.assert(
      fc.property(fc.array(company, { minLength: 1, maxLength: 4 }), fc.nat(20_000), (companies, growth) => {
        const apart = companies.reduce(
          (all, [kind, pence]) => all + capacityOf(paid(kind, pence), growth, 12).pence,
          0,
        )
        expect(capacityOf(together(...companies), growth, 12).pence).toBeLessThanOrEqual(apart)
      }),
    )
  })
  test('is nothing for a micro business that is paid more than one turns over', () =>
    expect(capacityOf(paid('micro', 80_000_000), 5000, 6).pence).toBe(0))
  test('is exact beyond what a number holds', () =>
    expect(partOf(9_007_199_254_740_991, 10_000)).toBe(9_007_199_254_740_991))
})

describe('categories', () => {
  const inside = new Set(['home', 'county'])
  test('keep what is not sure, unknown or locked in out of the leak', () => {
    const [category] = deriveGapCategories(
      [
        line({}),
        line({ supplier: 'b', tier: 'rest-of-uk', pence: 70 }),
        line({ supplier: 'c', tier: 'abroad', pence: 5, outcome: 'unsure' }),
        line({ supplier: 'd', tier: 'abroad', pence: 3, outcome: 'not' }),
        line({ supplier: 'e', tier: 'unknown', pence: 2 }),
        line({ supplier: 'f', tier: 'county', pence: 9, kind: 'public' }),
      ],
      inside,
      () => ({ key: 'x', name: 'X' }),
    )
    expect(category).toMatchObject({
      allPence: 189,
      insidePence: 109,
      unknownPence: 2,
      leavingPence: 78,
      leakPence: 70,
      unsurePence: 5,
    })
    expect(category?.paid.map((supplier) => supplier.key)).toEqual(['a'])
  })

  const anyLine = fc.record({
    supplier: fc.constantFrom('a', 'b', 'c'),
    supplierName: fc.constant('n'),
    partyName: fc.constant('n'),
    kind: fc.constantFrom('small', 'public', 'vcse'),
    tier: fc.constantFrom('home', 'county', 'rest-of-uk', 'unknown'),
    outcome: fc.constantFrom('influenceable', 'not', 'unsure'),
    pence: fc.integer({ min: -1000, max: 1000 }),
  })
  /** The same lines with a and b as one group, or each supplier apart. */
  const asGroup = (lines: readonly Omit<GapLine, 'party'>[], isOne: boolean): GapLine[] =>
    lines.map((one) => ({ ...one, party: isOne && one.supplier !== 'c' ? 'group:1' : one.supplier }))
  test('come to the same sums in any order, and to all the money', () =>
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 30 }), fc.boolean(), (any, isOne) => {
        const lines = asGroup(any as never, isOne)
        const name = (one: GapLine) => ({ key: one.supplier, name: one.supplier })
        const sums = (of: readonly GapLine[]) =>
          deriveGapCategories(of, inside, name).map((one) => ({ ...one, lines: one.lines.length }))
        expect(sums(lines.toReversed())).toEqual(sums(lines))
        const all = sums(lines).reduce((sum, one) => sum + one.allPence, 0)
        expect(all).toBe(lines.reduce((sum, one) => sum + one.pence, 0))
      }),
    ))

  test('have a group of companies as one local supplier, and none that belongs to where the money goes', () => {
    const paidOf = (...lines: readonly Partial<GapLine>[]) => {
      const [category] = deriveGapCategories(lines.map(line), inside, () => ({ key: 'x', name: 'X' }))
      return [category?.paid, category?.linked].map((all) => all?.map(({ key, pence }) => [key, pence]))
    }
    const near = [
      { supplier: 'a', party: 'g', pence: 40 },
      { supplier: 'b', party: 'g', pence: 60 },
      { supplier: 'c', party: 'c', pence: 10 },
    ]
    const leak = (party: string, pence: number) => ({
      supplier: `far ${party}`,
      party,
      tier: 'abroad',
      pence,
    })
    expect(paidOf(...near, leak('x', 500))).toEqual([
      [
        ['g', 100],
        ['c', 10],
      ],
      [],
    ])
    expect(paidOf(...near, leak('g', 500), leak('x', 499))).toEqual([[['c', 10]], [['g', 100]]])
    expect(paidOf(...near, leak('g', 499), leak('x', 500))).toEqual([
      [
        ['g', 100],
        ['c', 10],
      ],
      [],
    ])
    // What cannot be influenced is no leak that anybody could take over.
    expect(paidOf(...near, { ...leak('g', 500), outcome: 'not' }, leak('x', 1))[1]).toEqual([])
  })

  test('are bought from the trades that stand for a tenth of the money', () => {
    const classes = new Map([
      ['a', ['8810']],
      ['b', ['6201', '8810']],
      ['c', ['0111']],
    ])
    const lines = [line({ pence: 60 }), line({ supplier: 'b', pence: 35 }), line({ supplier: 'c', pence: 5 })]
    expect(tradesOfCategory(lines, classes)).toEqual(['6201', '8810'])
  })
})

describe('a setting', () => {
  const setting = GAP_SETTINGS.growth
  test.each([
    ['50', 5000],
    ['£1,000', 100_000],
    ['8.25 %', 825],
    ['0', 0],
    ['-1', undefined],
    ['1e9', undefined],
    ['NaN', undefined],
    ['1.234', undefined],
    ['९', undefined],
    ["1' or 1=1", undefined],
    ['9'.repeat(400), undefined],
  ])('%j is read as %s hundredths', (text, value) => expect(readHundredths(text)).toBe(value))
  test('out of its range is refused and said so', () =>
    expect(readSetting(setting, '1001')).toMatchObject({ value: 5000, origin: 'suggested', refused: '1001' }))
  test('is written as it is read', () =>
    fc.assert(
      fc.property(fc.nat(1e9), (value) => {
        expect(readHundredths(writeHundredths(value))).toBe(value)
      }),
    ))
})
