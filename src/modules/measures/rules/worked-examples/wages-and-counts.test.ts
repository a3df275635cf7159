import { describe, expect, test } from 'vitest'
import { differsBy, reachesExactly } from '../../published-figures.ts'
import { CENTRAL_GOVERNMENT_RULES } from '../../reference/central-government.ts'
import { WAGES } from '../../reference/wages.ts'
import { centralGovernmentRule } from '../central-government.ts'
import { mealsFromTonnes, perHour } from '../conversions.ts'
import { exact } from '../exact.ts'
import { hourlyUplift, wageOn, yearlyUplift } from '../living-wage.ts'

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
