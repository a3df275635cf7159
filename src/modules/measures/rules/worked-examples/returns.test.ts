import { describe, expect, test } from 'vitest'
import { anItem, aPricing, share, stepsOf, valued } from '../../builders.ts'
import type { DiscountConvention, ValueRequest } from '../../model/valuation.ts'
import { differsBy, reachesExactly } from '../../published-figures.ts'
import { DISCOUNT_RATES } from '../../reference/discount-rates.ts'
import { perContract } from '../conversions.ts'
import { discountFactors, scheduledRates, socialTimePreferenceRate } from '../discounting.ts'
import { exact, sum } from '../exact.ts'
import { localMultiplier, worthOfAPound } from '../lm3.ts'
import { deliveryRate, partOf, restOf } from '../plan-and-outturn.ts'
import { rangeOf } from '../ranges.ts'

describe('discount: the social time preference rate and its factors', () => {
  const schedule = DISCOUNT_RATES.find(({ id }) => id === 'green-book')
  const factors = discountFactors(scheduledRates(schedule ?? DISCOUNT_RATES[0]!), 31)
  if (!factors.ok) throw new Error('the schedule ends too early')

  test('the rate is 3.5 per cent', () => {
    reachesExactly(
      socialTimePreferenceRate({
        delta: exact('0.5'),
        risk: exact(1),
        elasticity: exact(1),
        growth: exact(2),
      }),
      '3.5',
    )
  })
  test.each([
    [0, '1'],
    [1, '0.966184'],
    [30, '0.356278'],
    [31, '0.345901'],
  ])('year %d', (year, published) => reachesExactly(factors.value[year]!, published))
  test('ten years from year 0', () => reachesExactly(sum(factors.value.slice(0, 10)), '8.607687'))
})

const employment = (convention: DiscountConvention): ValueRequest =>
  anItem({
    proxy: '8500',
    quantities: [rangeOf(exact(60))],
    years: 2,
    investment: [exact(250000)],
    assumptions: {
      deadweight: share('0.4'),
      displacement: share('0'),
      attribution: share('0.3'),
      dropOff: share('0.3'),
      discount: { rates: { rate: exact('0.035'), reason: 'as published' }, convention },
      incomeGrowth: null,
    },
  })

describe('sroi-employment: 60 people, two years, £250,000 put in', () => {
  const valuation = valued(employment('first-year-undiscounted'), aPricing())

  test.each([
    ['gross', 0, '510000'],
    ['deadweight', 0, '306000'],
    ['attribution', 0, '214200'],
    ['year', 0, '149940'],
    ['discounting', 0, '144870'],
    ['sum', 0, '359070'],
  ])('%s', (code, nth, published) => reachesExactly(stepsOf(valuation, code)[nth]!.central, published))

  test('the present values to the penny', () => {
    reachesExactly(stepsOf(valuation, 'discounting')[0]!.central, '144869.57')
    reachesExactly(valuation.value!.central, '359069.57')
  })
  test('£1.44 for each pound', () => {
    reachesExactly(valuation.returned!.ratio.central, '1.44')
    reachesExactly(valuation.returned!.ratio.central, '1.4363')
  })
  test('£1.39 where each year counts at its end: the convention has to be stored', () => {
    reachesExactly(valued(employment('end-of-year'), aPricing()).returned!.ratio.central, '1.3877')
  })
})

describe('sroi-befriending: 80 older people, one year, £60,000 put in', () => {
  const valuation = valued(
    anItem({
      proxy: '1100',
      quantities: [rangeOf(exact(80))],
      investment: [exact(60000)],
      assumptions: {
        deadweight: share('0.35'),
        displacement: share('0'),
        attribution: share('0.15'),
        dropOff: null,
        discount: null,
        incomeGrowth: null,
      },
    }),
    aPricing(),
  )
  test('gross', () => reachesExactly(stepsOf(valuation, 'gross')[0]!.central, '88000'))
  test('net', () => reachesExactly(valuation.value!.central, '48620'))
  test('81 pence for each pound: a ratio below 1 is a result', () => {
    reachesExactly(valuation.returned!.ratio.central, '0.81')
    reachesExactly(valuation.returned!.ratio.central, '0.8103')
  })
  test('a loss of £11,380', () => reachesExactly(valuation.returned!.netPresentValue.central, '-11380'))
})

describe('lm3-northumberland: what a pound is worth to the place', () => {
  const [local, outside] = [exact('0.76'), exact('0.36')]
  test('with a local supplier', () => reachesExactly(worthOfAPound(local, 'inside', 'lands'), '1.76'))
  test('with a supplier from outside, counting what lands', () =>
    reachesExactly(worthOfAPound(outside, 'outside', 'lands'), '0.36'))
  test('counting what lands, 389 per cent more', () => {
    reachesExactly(
      worthOfAPound(local, 'inside', 'lands')
        .div(worthOfAPound(outside, 'outside', 'lands'))
        .minus(1)
        .times(100),
      '389',
    )
  })
  test('counting the contract as the first round, 29 per cent more', () => {
    reachesExactly(worthOfAPound(outside, 'outside', 'contract'), '1.36')
    reachesExactly(
      worthOfAPound(local, 'inside', 'contract')
        .div(worthOfAPound(outside, 'outside', 'contract'))
        .minus(1)
        .times(100),
      '29',
    )
  })
  test.each([
    ['lands', '243'],
    ['contract', '850'],
  ] as const)(
    'the £34 million gained by moving a tenth implies a spend by "%s" of £%s million, which was never published',
    (reading, implied) => {
      const gainOfAPound = worthOfAPound(local, 'inside', reading).minus(
        worthOfAPound(outside, 'outside', reading),
      )
      reachesExactly(exact(34).div(gainOfAPound.times('0.1')), implied)
    },
  )
})

describe('lm3-formula: three rounds', () => {
  const found = localMultiplier({ first: exact(1000), second: exact(500), third: exact(300) })
  if (!found.ok) throw new Error(found.refusal)
  test('the multiplier', () => reachesExactly(found.value.lm3, '1.8'))
  test('half in the second round', () => reachesExactly(found.value.secondRoundShare, '0.5'))
  test('six tenths of it in the third', () => reachesExactly(found.value.thirdRoundShare!, '0.6'))
})

describe('shares of a spend', () => {
  test('preston: £37.5 million in the city and £457.5 million outside the county ("over £450 million")', () => {
    reachesExactly(partOf(exact(750), exact('0.05')), '37.5')
    reachesExactly(restOf(exact(750), exact('0.39')), '457.5')
  })

  test('fsb-cles: small firms leave more in the place; £3 million short of the printed £746 million, because shares are printed in whole per cent', () => {
    const [small, large] = [partOf(exact(4100), exact('0.63')), partOf(exact(4600), exact('0.40'))]
    reachesExactly(small.div(1000), '2.583')
    reachesExactly(large.div(1000), '1.84')
    differsBy(small.minus(large), '746', '-3')
    reachesExactly(small.plus(large).div(1000), '4.42')
  })

  test('fsb-cles: 57.5 per cent, half a point below the printed 58', () => {
    const ratio = exact('0.63').div('0.40').minus(1).times(100)
    differsBy(ratio, '58', '-0.5')
  })
})

describe('rotherham: what was validated of what was promised', () => {
  test.each([
    ['2025', '12.3', '32', '38.4'],
    ['2024', '8.0', '27.8', '28.8'],
  ])('%s', (_year, delivered, committed, rate) => {
    const found = deliveryRate(exact(delivered), exact(committed))
    if (!found.ok) throw new Error(found.refusal)
    reachesExactly(found.value.times(100), rate)
  })

  test('nothing promised has no rate', () =>
    expect(deliveryRate(exact(5), exact(0))).toEqual({ ok: false, refusal: 'nothing-committed' }))
})

test('cheshire-west: an activity of £1,500 for three contracts is £500 on each', () => {
  reachesExactly(perContract(exact(1500), exact(3)), '500')
})
