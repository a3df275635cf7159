import { describe, expect, test } from 'vitest'
import { differsBy, reachesExactly } from '../../published-figures.ts'
import { CENTRAL_GOVERNMENT_RULES } from '../../reference/central-government.ts'
import { WAGES } from '../../reference/wages.ts'
import { centralGovernmentRule } from '../central-government.ts'
import { mealsFromTonnes, perHour } from '../conversions.ts'
import { type Exact, exact } from '../exact.ts'
import { hourlyUplift, wageOn, yearlyUplift } from '../living-wage.ts'
import {
  benchmarkPriceScore,
  lowestPriceScores,
  meanPriceScores,
  relativeToHighest,
  targetScore,
} from '../scoring.ts'

const all = (...values: (string | number)[]): Exact[] => values.map((value) => exact(value))
const reachesAll = (ours: readonly Exact[], published: readonly string[]): void => {
  expect(ours).toHaveLength(published.length)
  for (const [index, figure] of published.entries()) reachesExactly(ours[index]!, figure)
}

test('sv-relative: 40,000 against the highest 90,000, weight 10', () =>
  reachesExactly(relativeToHighest(exact(40000), exact(90000), exact(10)), '4.44'))
test('price-ccs: lowest over price', () =>
  reachesAll(lowestPriceScores(all(15000, 10000, 30000), exact(1)), ['0.667', '1', '0.333']))
test('price-impactbids: lowest over price, weight 40', () =>
  reachesAll(lowestPriceScores(all(100, 105, 108), exact(40)), ['40', '38.1', '37.0']))

test('price-brodies: 83.3 is printed as 83', () => {
  const ours = lowestPriceScores(all(1000000, 1200000, 2000000), exact(100))
  reachesAll(ours, ['100', '83', '50'])
  differsBy(ours[1]!, '83', '0.3')
})

describe('mat-three: price 30, social value 10, quality 60', () => {
  const [winner, rival] = lowestPriceScores(all('4.8', '5.3'), exact(30)).map((price) =>
    price.plus(5).plus(40),
  )
  test('the winner', () => reachesExactly(winner!, '75'))
  test('the rival has 72.17, printed as 72 because its 27.17 for price is rounded first', () => {
    reachesExactly(rival!, '72')
    differsBy(rival!, '72', '0.17')
  })
  test('with nine for social value the rival wins', () => reachesExactly(rival!.minus(5).plus(9), '76.17'))
  test('a price of 5.33 is no break-even once the rival is the lowest: that is at 6.115', () => {
    const score = (price: string) => lowestPriceScores(all('5.3', price), exact(30))[1]!.plus(9).plus(40)
    expect(score('5.33').gt(75)).toBe(true)
    reachesExactly(score('6.115'), '75.0')
  })
})

test('mean-price: fifty for the mean, a mark for each per cent', () =>
  reachesAll(meanPriceScores(all(90, 100, 110)), ['60', '50', '40']))

describe('irrelevant-bid: a bid that loses decides between two others', () => {
  const bids = {
    a: { price: '100', sv: '50', quality: '10' },
    b: { price: '105', sv: '60', quality: '10' },
    c: { price: '130', sv: '200', quality: '0' },
  }
  const relative = (given: (typeof bids)['a'][]): Exact[] => {
    const highest = given.map(({ sv }) => exact(sv)).reduce((most, sv) => (sv.gt(most) ? sv : most))
    const prices = lowestPriceScores(
      given.map(({ price }) => exact(price)),
      exact(60),
    )
    return given.map(({ sv, quality }, index) =>
      prices[index]!.plus(relativeToHighest(exact(sv), highest, exact(20))).plus(quality),
    )
  }
  const fixed = (given: (typeof bids)['a'][]): Exact[] =>
    given.map(({ price, sv, quality }) =>
      benchmarkPriceScore(exact(price), exact(110), exact(60))
        .plus(targetScore(exact(sv), exact(80), exact(20)))
        .plus(quality),
    )

  test('without the third, B is first', () => reachesAll(relative([bids.a, bids.b]), ['86.667', '87.143']))
  test('with it, A is first', () =>
    reachesAll(relative([bids.a, bids.b, bids.c]), ['75.0', '73.143', '66.154']))
  test('on fixed scales the third changes nothing', () => {
    const [a, b] = fixed([bids.a, bids.b])
    const [again, same] = fixed([bids.a, bids.b, bids.c])
    expect([again!.eq(a!), same!.eq(b!)]).toEqual([true, true])
  })
})

describe('living wage: what full-time work for a year gains', () => {
  const year = (living: string, before: string) =>
    yearlyUplift(exact(living), exact(before), exact('37.5'), exact(52))
  test('rlw-2025 in the UK', () => reachesExactly(year('13.45', '12.21'), '2418'))
  test('rlw-2025 in London is £5,050.50; the half pound is cut off in print', () =>
    differsBy(year('14.80', '12.21'), '5050', '0.50'))
  test.each([
    ['UK', '12.00', '10.42', '3081.00'],
    ['UK, against the rate before', '12.00', '10.90', '2145.00'],
    ['London', '13.15', '10.42', '5323.50'],
  ])('rlw-2023: %s, to the penny', (_where, living, before, published) =>
    reachesExactly(year(living, before), published),
  )

  test('rlw-2026-gap: 74 pence an hour, £1,443 a year, from the rates that ship', () => {
    const [living, legal] = [
      wageOn(WAGES, '2026-11-22', 'real-living-wage'),
      wageOn(WAGES, '2026-11-22', 'legal-minimum'),
    ]
    reachesExactly(hourlyUplift(exact(living!.hourly), exact(legal!.hourly)), '0.74')
    reachesExactly(year(living!.hourly, legal!.hourly), '1443')
  })
})

test('nobody gains who was already paid as much', () => {
  expect(hourlyUplift(exact('13.45'), exact('13.46')).toFixed()).toBe('0')
  expect(yearlyUplift(exact('13.45'), exact('14'), exact('37.5'), exact(52)).toFixed()).toBe('0')
})

describe('ons-volunteering: what it would cost to replace UK volunteers', () => {
  test('£11.27 an hour', () => reachesExactly(perHour(exact('23.9e9'), exact('2.12e9')), '11.27'))
  test('people times weekly hours is 4 % above the published 2.12 bn hours: the inputs are printed rounded', () => {
    const hours = exact('15.2e6').times('2.8').times(52)
    reachesExactly(hours, '2213120000')
    differsBy(hours.div('2.12e9').minus(1).times(100), '0', '4.4')
  })
})

describe('wrap-meals: surplus food, printed in whole millions', () => {
  test.each([
    ['2500', '5952381', '6000000', '-47619'],
    ['14500', '34523810', '35000000', '-476190'],
    ['106000', '252380952', '253000000', '-619048'],
  ])('%s tonnes', (tonnes, meals, published, difference) => {
    reachesExactly(mealsFromTonnes(exact(tonnes)), meals)
    differsBy(mealsFromTonnes(exact(tonnes)), published, difference)
  })
})

describe('ppn-regime: which rule central government follows', () => {
  const pence = (pounds: number) => pounds * 100
  const said = (day: string, pounds: number): string => {
    const { applies, ...found } = centralGovernmentRule(CENTRAL_GOVERNMENT_RULES, day, pence(pounds))
    if (!applies || !('band' in found)) return 'out of scope'
    const { minimumPercent, indicators } = found.band
    return `${found.rule.title}, >=${minimumPercent}%${indicators > 0 ? `, >=${indicators} social value indicators` : ''}`
  }
  test.each([
    ['2026-12-31', 6_000_000, 'PPN 002, >=10%'],
    ['2027-01-01', 500_000, 'out of scope'],
    ['2027-01-01', 1_000_000, 'PPN 026, >=10%'],
    ['2027-01-01', 5_000_000, 'PPN 026, >=20%, >=3 social value indicators'],
  ])('from %s at £%d: %s', (day, pounds, rule) => expect(said(day, pounds)).toBe(rule))
})
