import { describe, expect, test } from 'vitest'
import type { Basis } from '../model.ts'
import { exact, toPounds } from './exact.ts'
import { rangeOf } from './ranges.ts'
import { type TotalItem, totalByBasis } from './totals.ts'

const item = (key: string, pounds: number, more: Partial<TotalItem> = {}): TotalItem => ({
  key,
  measure: key,
  basis: 'economic',
  group: null,
  isTransfer: false,
  value: rangeOf(exact(pounds)),
  priceYear: '2026/27',
  valuationYear: null,
  distinctBecause: null,
  ...more,
})
const PAY = [{ group: 'pay', others: ['work', 'skills'], why: 'wages are earnings' }]
const totalOf = (basis: Basis, items: readonly TotalItem[]) =>
  totalByBasis(items, PAY).byBasis.find((total) => total.basis === basis)!
const pounds = (basis: Basis, items: readonly TotalItem[]): string =>
  toPounds(totalOf(basis, items).range!.central)

describe('totals by basis', () => {
  const mixed = [
    item('a', 10),
    item('b', 20),
    item('c', 1000, { basis: 'spend', priceYear: 'nominal' }),
    item('d', 5, { basis: 'carbon' }),
  ]

  test('stand side by side', () => {
    expect(
      totalByBasis(mixed, []).byBasis.map(({ basis, range }) => [basis, toPounds(range!.central)]),
    ).toEqual([
      ['spend', '1000.00'],
      ['economic', '30.00'],
      ['carbon', '5.00'],
    ])
  })
  test('are all there is: no figure holds more than one basis', () => {
    expect(Object.keys(totalByBasis(mixed, []))).toEqual(['byBasis', 'notices'])
  })
  test('add worst to worst and best to best', () => {
    const { range } = totalOf('economic', [
      item('a', 0, { value: rangeOf(exact(5), exact(1), exact(9)) }),
      item('b', 0, { value: rangeOf(exact(50), exact(10), exact(90)) }),
    ])
    expect([range!.low, range!.central, range!.high].map(toPounds)).toEqual(['11.00', '55.00', '99.00'])
  })
})

describe('of one double-count group', () => {
  const jobs = [
    item('jobseeker', 300, { group: 'work' }),
    item('young', 200, { group: 'work' }),
    item('hours', 7),
  ]

  test('only the largest measure counts', () => expect(pounds('economic', jobs)).toBe('307.00'))
  test('the others are named with what counts instead', () => {
    expect(totalOf('economic', jobs).leftOut).toEqual([
      { key: 'young', because: 'same-group', group: 'work', countedInstead: ['jobseeker'], why: null },
    ])
  })
  test('several items of one measure count together', () => {
    const two = [
      item('x', 120, { measure: 'young', group: 'work' }),
      item('y', 200, { measure: 'young', group: 'work' }),
      item('jobseeker', 300, { group: 'work' }),
    ]
    expect(pounds('economic', two)).toBe('320.00')
    expect(totalOf('economic', two).counted).toEqual(['x', 'y'])
  })
  test('an item said to be about others stands alone', () => {
    expect(
      pounds('economic', [
        jobs[0]!,
        { ...jobs[1]!, distinctBecause: 'other people: payroll numbers compared' },
      ]),
    ).toBe('500.00')
  })
  test('payments overlap: the largest is what is known to have been paid', () => {
    const spend = { basis: 'spend', group: 'spend', priceYear: 'nominal' } as const
    expect(
      pounds('spend', [item('local', 1000, spend), item('sme', 800, spend), item('vcse', 100, spend)]),
    ).toBe('1000.00')
  })
  test('equals are settled by code, not by order', () => {
    const equal = [item('b', 10, { group: 'g' }), item('a', 10, { group: 'g' })]
    expect(totalOf('economic', equal).counted).toEqual(['a'])
    expect(totalOf('economic', equal.toReversed()).counted).toEqual(['a'])
  })
  test('the same change under two bases is told of', () => {
    const twice = [item('a', 1, { group: 'g' }), item('b', 1, { group: 'g', basis: 'wellbeing' })]
    expect(totalByBasis(twice, []).notices).toEqual([
      { code: 'told-under-two-bases', facts: { group: 'g', bases: 'economic, wellbeing' } },
    ])
  })
})

describe('pay and the earnings it is part of', () => {
  test('the smaller side gives way', () => {
    const items = [
      item('rise', 50, { group: 'pay' }),
      item('job', 300, { group: 'work' }),
      item('course', 20, { group: 'skills' }),
    ]
    expect(pounds('economic', items)).toBe('320.00')
    expect(totalOf('economic', items).leftOut).toEqual([
      {
        key: 'rise',
        because: 'never-together',
        group: 'pay',
        countedInstead: ['course', 'job'],
        why: 'wages are earnings',
      },
    ])
  })
  test('whichever side it is', () => {
    expect(
      pounds('economic', [item('rise', 500, { group: 'pay' }), item('job', 300, { group: 'work' })]),
    ).toBe('500.00')
  })
})

test('a transfer is shown and never added', () => {
  const items = [
    item('tax', 900, { basis: 'fiscal', isTransfer: true }),
    item('visit', 10, { basis: 'fiscal' }),
  ]
  expect(pounds('fiscal', items)).toBe('10.00')
  expect(totalOf('fiscal', items).leftOut.map(({ key, because }) => [key, because])).toEqual([
    ['tax', 'transfer'],
  ])
})

describe('items that do not add up', () => {
  test('prices of different years', () => {
    const total = totalOf('economic', [item('a', 1), item('b', 1, { priceYear: '2019' })])
    expect([total.range, total.notices[0]?.code]).toEqual([null, 'different-price-years'])
  })
  test('values of different years', () => {
    const total = totalOf('economic', [
      item('a', 1, { valuationYear: 2026 }),
      item('b', 1, { valuationYear: 2027 }),
    ])
    expect([total.range, total.notices[0]?.code]).toEqual([null, 'different-valuation-years'])
  })
})
