import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { COVERED, differsBy, reachesExactly } from '../../published-figures.ts'
import { CARBON_VALUES } from '../../reference/carbon-values.ts'
import { DEFLATORS } from '../../reference/deflators.ts'
import { carbonValues } from '../carbon.ts'
import { discountFactors, flatRate, presentValue } from '../discounting.ts'
import { exact, sum } from '../exact.ts'
import { addFiscalAndEconomic, buildUnitCost, publicValue } from '../unit-cost.ts'
import { findUprating, uprate } from '../uprating.ts'
import { wellbys } from '../wellby.ts'

const GATHERED = '../shared/research/worked-examples.json'

/** Examples of scoring are those of the module `scoring`. */
test.skipIf(!existsSync(GATHERED))(
  'every gathered example of value is covered, at the exactness it states',
  () => {
    const gathered = JSON.parse(readFileSync(GATHERED, 'utf8')) as {
      id: string
      topic: string
      match: string
    }[]
    const own = gathered.filter(({ topic }) => topic !== 'scoring')
    expect(Object.fromEntries(own.map(({ id, match }) => [id, match]))).toEqual(COVERED)
  },
)

const upratedBy = (value: string, from: string, to: string, series: string | null = null) => {
  const found = findUprating(DEFLATORS, from, to, series)
  if (!found.ok) throw new Error(found.refusal)
  return uprate(exact(value), found.value)
}

describe('gmca-uprating: the unit cost database takes each cost to 2015/16 with its own index', () => {
  test.each([
    ['E&E1.0 fiscal', '9800', '2012/13', '10320.69'],
    ['E&E1.0 economic', '14044', '2012/13', '14790.17'],
    ['E&S2.0 fiscal', '9219', '2005/06', '11472.95'],
    ['CR4.0 fiscal', '3152', '2008/09', '3619.67'],
    ['CR8.0 social', '1648', '2010/11', '1795.14'],
    ['HO6.0 fiscal', '7900', '2010/11', '8605.34'],
    ['SS1.0 fiscal', '51080', '2013/14', '52675.64'],
    ['HE4.0 fiscal', '109', '2011/12', '116.64'],
  ])('%s: £%s of %s is £%s', (_row, value, year, published) =>
    reachesExactly(upratedBy(value, year, '2015/16', 'gmca-workbook-2015'), published),
  )
})

describe('gmca-public-value: a claimant in work for a year, without the benefits that only change pockets', () => {
  const jsa = { economic: exact(14044), fiscal: exact(9800), transfers: exact(9234) }
  const esa = { economic: exact(12568), fiscal: exact(8632), transfers: exact(7500) }
  const is = { economic: exact(8701), fiscal: exact(566), transfers: exact(0) }

  test.each([
    ['jobseeker', jsa, '14610'],
    ['health-related', esa, '13700'],
    ['income support', is, '9267'],
  ])('%s', (_who, cost, published) => reachesExactly(publicValue(cost), published))

  test.each([
    ['jobseeker', ['9234', '566'], '9800'],
    ['health-related', ['7500', '1132'], '8632'],
  ])('the Exchequer saving of a %s is transfers and the NHS', (_who, parts, published) =>
    reachesExactly(sum(parts.map((part) => exact(part))), published),
  )

  test('the naive sum of 23,844 is refused', () => {
    expect(addFiscalAndEconomic(jsa)).toEqual({
      ok: false,
      refusal: 'holds-transfers',
      facts: { transfers: '9234' },
    })
  })
})

const line = (name: string, amount: string, times?: string) => ({
  name,
  amount: exact(amount),
  times: times ? exact(times) : null,
})

describe('unit costs built up from their lines', () => {
  test('gmca-homelessness-build: an application', () => {
    const cost = buildUnitCost([
      line('court desk', '79.5'),
      line('decision', '375'),
      line('a week of temporary accommodation', '334.95', '4'),
      line('line four', '477'),
      line('duty concluded', '230'),
    ])
    reachesExactly(cost, '2501')
    differsBy(cost, '2501', '0.30') // the published sum is rounded to the pound
  })

  test('gmca-homelessness-build: a complex eviction', () => {
    const cost = buildUnitCost([
      line('arrears', '1900'),
      line('administration', '1119'),
      line('reletting', '2787'),
      line('advice', '174'),
      line('decision', '375'),
      line('a week of temporary accommodation', '162.44', '2'),
    ])
    reachesExactly(cost, '6680')
    differsBy(cost, '6680', '-0.12') // the published sum is rounded to the pound
  })

  test.each([
    ['gmca-parenting fiscal', ['324', '2493', '551'], '3368'],
    ['gmca-parenting economic', ['4171', '1227', '506', '15'], '5919'],
    ['gmca-dv fiscal', ['1171', '581', '415', '193', '110'], '2470'],
    ['ho-crime violence with injury', ['280', '13390', '2050'], '15720'],
    ['ho-crime burglary', ['1030', '5510', '1180'], '7720'],
    ['ho-crime criminal damage', ['300', '1430', '240'], '1970'],
  ])('%s', (_id, lines, published) =>
    reachesExactly(buildUnitCost(lines.map((amount) => line('', amount))), published),
  )

  test('gmca-parenting by agency is £2 more: rounding in the source', () => {
    differsBy(buildUnitCost(['1588', '1278', '437', '67'].map((amount) => line('', amount))), '3368', '2')
  })
})

describe('wellby-package: one point for 100 people over 5 years', () => {
  const points = wellbys(exact(1), exact(100), exact(5))
  test.each([
    ['central', '13000', '6500000'],
    ['low', '10000', '5000000'],
    ['high', '16000', '8000000'],
  ])('%s in prices of 2019', (_end, value, published) => reachesExactly(points.times(value), published))

  test('central in prices of 2024, by the calendar index', () =>
    reachesExactly(points.times(upratedBy('13000', '2019', '2024')), '8013957'))
})

test('wellby-jacobs: 0.2 of a point for one person for a year', () => {
  reachesExactly(wellbys(exact('0.2'), exact(1), exact(1)).times(13000), '2600')
})

describe('carbon-npv: 100 tonnes a year emitted from 2024 to 2030', () => {
  const values = carbonValues(CARBON_VALUES, 2024, 7)
  const factors = discountFactors(flatRate(exact('0.035')), 6)
  if (!values.ok || !factors.ok) throw new Error('the series does not cover 2024 to 2030')
  const cost = presentValue(
    values.value.map(({ central }) => central.times(100)),
    factors.value,
  ).negated()

  test('in prices of 2022', () => reachesExactly(cost, '-177823.94'))
  test('in prices of 2024, in thousands, as published', () => {
    const uprated = upratedBy(cost.toFixed(), '2022', '2024')
    reachesExactly(uprated, '-196489.45')
    reachesExactly(uprated.div(1000), '-196.5')
    differsBy(uprated.div(1000), '-196.5', '0.01') // published in thousands to one decimal
  })
})

test('the trap of the older carbon table: uprated from prices of 2020 it is £6.93 a tonne too high', () => {
  reachesExactly(upratedBy('264', '2020', '2026/27'), '326.69')
  reachesExactly(upratedBy('277.22', '2022', '2026/27'), '319.76')
  differsBy(upratedBy('264', '2020', '2026/27').minus(upratedBy('277.22', '2022', '2026/27')), '0', '6.93')
})
