import { describe, expect, test } from 'vitest'
import { anItem, aPricing, NOTHING_TAKEN_AWAY, share, stepsOf, valued } from '../builders.ts'
import { OPEN_FRAMEWORK } from '../framework/open-framework.ts'
import type { Assumptions, ValueRequest } from '../model/valuation.ts'
import { exact, toPounds } from './exact.ts'
import { rangeOf } from './ranges.ts'
import { valueMeasure } from './value-measure.ts'

const pricing = aPricing()
const measure = (code: string) => pricing.measures.get(code)!
const anItemOf = (code: string, facts: Partial<ValueRequest> = {}): ValueRequest =>
  anItem({ measure: measure(code), ...facts })
const assume = (more: Partial<Assumptions>): Assumptions => ({ ...NOTHING_TAKEN_AWAY, ...more })
const central = (request: ValueRequest): string => toPounds(valued(request, pricing).value!.central)

const asked = (request: ValueRequest): string[] => {
  const outcome = valueMeasure(request, pricing)
  return outcome.kind === 'questions'
    ? outcome.questions.map(({ code, facts }) => (facts.share ? `${code} ${facts.share}` : code))
    : []
}
const refused = (request: ValueRequest) => {
  const outcome = valueMeasure(request, pricing)
  return outcome.kind === 'refused' ? outcome.refusals.map(({ code }) => code) : []
}
const warned = (request: ValueRequest): string[] => valued(request, pricing).warnings.map(({ code }) => code)
const NOTHING_SAID: Assumptions = {
  deadweight: null,
  displacement: null,
  attribution: null,
  dropOff: null,
  discount: null,
  incomeGrowth: null,
}

/** The figures of the catalogue taken to 2026/27, as worked out by whoever gathered it. */
describe('the open framework in prices of 2026/27', () => {
  test.each([
    ['job-unemployed', '21504.83'],
    ['job-disabled-health', '20165.38'],
    ['job-parent', '13640.33'],
    ['job-neet-18-24', '13761.67'],
    ['job-neet-16-17', '6998.60'],
    ['skill-app-l2', '1847.53'],
    ['skill-app-l3', '2943.74'],
    ['skill-qual-l2', '677.53'],
    ['skill-qual-l3', '1408.59'],
    ['skill-school-hours', '18.32'],
    ['skill-mentoring', '18.32'],
    ['fair-rlw-hours', '0.74'],
    ['com-volunteer', '18.32'],
    ['com-expert', '26.63'],
    ['com-lifesat', '16927.90'],
    ['com-lonely', '12418.57'],
    ['hea-mental', '6277.26'],
    ['hea-drug', '12911.04'],
    ['hea-homeless', '3825.07'],
    ['hea-rough', '12082.37'],
    ['hea-ae', '163.22'],
    ['hea-road', '108400.80'],
    ['saf-burglary', '10052.57'],
    ['saf-damage', '2565.23'],
    ['saf-violence', '20469.74'],
    ['saf-domestic', '16918.29'],
    ['saf-youth-justice', '4966.14'],
    ['saf-exclusion', '15822.79'],
    ['saf-truancy', '1378.21'],
    ['saf-care', '73653.80'],
    ['env-carbon', '319.76'],
    ['env-landfill', '130.75'],
  ])('%s is £%s', (code, pounds) => expect(central(anItemOf(code, { startYear: 2026 }))).toBe(pounds))

  test('no priced measure is left out of this list', () => {
    const priced = OPEN_FRAMEWORK.measures.filter(({ basis }) => basis !== 'none' && basis !== 'spend')
    expect(priced).toHaveLength(32)
  })
})

describe('nothing is assumed: a priced measure asks', () => {
  test('for everything that is taken away', () => {
    expect(asked(anItem({ assumptions: NOTHING_SAID }))).toEqual([
      'share deadweight',
      'share displacement',
      'share attribution',
    ])
  })
  test('for drop-off and the discount rate as well when it lasts', () => {
    expect(asked(anItem({ years: 3, assumptions: NOTHING_SAID }))).toEqual([
      'share deadweight',
      'share displacement',
      'share attribution',
      'share dropOff',
      'discount',
    ])
  })
  test('for a reason of each share, blanks being none', () => {
    expect(asked(anItem({ assumptions: assume({ deadweight: { ...share('0.2'), reason: '  ' } }) }))).toEqual(
      ['reason deadweight'],
    )
  })
  test('for the reason of a rate of one\u2019s own, and when it begins to count', () => {
    const discount = { rates: { rate: exact('0.03'), reason: '' }, convention: null }
    expect(asked(anItem({ assumptions: assume({ discount }) }))).toEqual([
      'reason discount',
      'discount-convention',
    ])
  })
  test('for the rate when it begins after the year of valuation', () => {
    expect(asked(anItem({ startYear: 2028, valuationYear: 2026 }))).toEqual(['discount'])
  })
  test('for the year of an emission', () => expect(asked(anItemOf('env-carbon'))).toEqual(['emission-year']))
  test('for the quantity', () => expect(asked(anItem({ quantities: null }))).toEqual(['quantity']))
  test('for the full-time week when hours become years', () => {
    expect(asked(anItemOf('job-unemployed', { unit: 'hours' }))).toEqual(['full-time-hours'])
  })
  test('for nothing of the kind where pounds stand as paid, or nothing is priced', () => {
    expect(asked(anItemOf('local-spend', { years: 3, assumptions: NOTHING_SAID }))).toEqual([])
    expect(asked(anItemOf('skill-placement', { years: 3, assumptions: NOTHING_SAID }))).toEqual([])
  })
})

describe('years', () => {
  const discount = { rates: { schedule: 'green-book' }, convention: 'first-year-undiscounted' } as const

  test('of emissions each take their own value', () => {
    const carbon = anItemOf('env-carbon', {
      quantities: [rangeOf(exact(100))],
      years: 7,
      startYear: 2024,
      priceYear: '2024',
      assumptions: assume({ discount }),
    })
    expect(central(carbon)).toBe('196489.45')
    expect(stepsOf(valued(carbon, pricing), 'carbon-value').map(({ central }) => central.toFixed(2))).toEqual(
      ['268.97', '273.06', '277.22', '281.44', '285.73', '290.08', '294.50'],
    )
  })
  test('of wellbeing add up without a discount when the rate is nothing, for a reason', () => {
    const none = {
      rates: { rate: exact(0), reason: 'as in the published example' },
      convention: 'first-year-undiscounted',
    } as const
    const request = anItemOf('com-lifesat', {
      quantities: [rangeOf(exact(100))],
      years: 5,
      priceYear: '2024',
      assumptions: assume({ discount: none }),
    })
    expect(toPounds(valued(request, pricing).value!.central).split('.')[0]).toBe('8013956')
    expect(central({ ...request, priceYear: '2019' })).toBe('6500000.00')
  })
  test('fade by the same share each: 100, 70, 49', () => {
    const none = { rates: { rate: exact(0), reason: 'none' }, convention: 'first-year-undiscounted' } as const
    expect(
      central(anItem({ years: 3, assumptions: assume({ dropOff: share('0.3'), discount: none }) })),
    ).toBe('219.00')
  })
  test('take a quantity each', () => {
    const each = anItem({
      years: 3,
      quantities: [1, 2, 3].map((n) => rangeOf(exact(n))),
      assumptions: assume({ discount: { ...discount, rates: { rate: exact(0), reason: 'none' } } }),
    })
    expect(central(each)).toBe('600.00')
  })
  test('are refused when there are not as many quantities', () => {
    expect(
      refused(
        anItem({
          years: 3,
          quantities: [1, 2].map((n) => rangeOf(exact(n))),
          assumptions: assume({ discount }),
        }),
      ),
    ).toEqual(['quantities-and-years-differ'])
  })
  test('that begin later are discounted from the year of valuation', () => {
    expect(central(anItem({ startYear: 2027, valuationYear: 2026, assumptions: assume({ discount }) }))).toBe(
      '96.62',
    )
  })
  test('that began before the year of valuation are refused', () => {
    expect(
      refused(anItem({ startYear: 2025, valuationYear: 2026, assumptions: assume({ discount }) })),
    ).toEqual(['starts-before-valuation'])
  })
  test('beyond the carbon table are refused', () => {
    expect(refused(anItemOf('env-carbon', { startYear: 2051 }))).toEqual(['carbon-year-not-covered'])
  })
  test('step down with the rate after year 30', () => {
    const last = (years: number) =>
      stepsOf(valued(anItem({ years, assumptions: assume({ discount }) }), pricing), 'discounting').at(-1)!
        .central
    expect(last(32).div(last(31)).toFixed(12)).toBe(exact(1).div('1.03').toFixed(12))
    expect(last(31).div(last(30)).toFixed(12)).toBe(exact(1).div('1.035').toFixed(12))
  })
})

describe('the quantity', () => {
  test('in person-weeks is turned into person-years', () => {
    const request = anItemOf('job-unemployed', { quantities: [rangeOf(exact(26))], unit: 'person-weeks' })
    expect(valued(request, pricing).quantity.central.toFixed()).toBe('0.5')
  })
  test('in hours is turned into person-years by the full-time week', () => {
    const request = anItemOf('job-unemployed', {
      quantities: [rangeOf(exact(1924))],
      unit: 'hours',
      fullTimeHours: exact(37),
    })
    expect(valued(request, pricing).quantity.central.toFixed()).toBe('1')
  })
  test('shared with other contracts counts in part', () => {
    expect(central(anItem({ proxy: '1500', sharedBetween: exact(3) }))).toBe('500.00')
  })
  test.each([
    ['below nothing', 'local-spend', '-1', null, 'quantity-out-of-range'],
    ['beyond a hundred per cent', 'fair-rlw-share', '101', null, 'quantity-out-of-range'],
    ['a multiplier above 3', 'local-multiplier', '3.1', null, 'quantity-out-of-range'],
    ['a unit nobody knows', 'com-volunteer', '1', 'fortnights', 'unknown-unit'],
    ['a unit that does not fit', 'com-volunteer', '1', 'tonnes', 'unit-does-not-fit'],
  ])('%s is refused', (_what, code, quantity, unit, refusal) => {
    expect(refused(anItemOf(code, { quantities: [rangeOf(exact(quantity))], unit }))).toEqual([refusal])
  })
  test('whose range does not hold its centre is refused', () => {
    expect(refused(anItem({ quantities: [rangeOf(exact(5), exact(6), exact(7))] }))).toEqual([
      'range-not-ordered',
    ])
    expect(refused(anItem({ assumptions: assume({ deadweight: share('0.2', '0.3', '0.4') }) }))).toEqual([
      'range-not-ordered',
    ])
  })
})

describe('ranges', () => {
  test('of the value are carried through', () => {
    const { value } = valued(anItemOf('com-lifesat', { priceYear: '2019' }), pricing)
    expect([value!.low, value!.central, value!.high].map(toPounds)).toEqual([
      '10000.00',
      '13000.00',
      '16000.00',
    ])
  })
  test('of a share turn round: the most taken away is the worst', () => {
    const { value } = valued(
      anItem({ assumptions: assume({ deadweight: share('0.2', '0.1', '0.5') }) }),
      pricing,
    )
    expect([value!.low, value!.central, value!.high].map(toPounds)).toEqual(['50.00', '80.00', '90.00'])
  })
  test('with one end unknown stop at the centre there', () => {
    const { value, warnings } = valued(anItemOf('com-lonely', { priceYear: '2019' }), pricing)
    expect([value!.low, value!.central, value!.high].map(toPounds)).toEqual(['9537.00', '9537.00', '9900.00'])
    expect(warnings.map(({ code }) => code)).toContain('one-sided-range')
  })
})

describe('a variant', () => {
  test('takes the place of the figure', () =>
    expect(central(anItemOf('fair-rlw-hours', { variant: 'london' }))).toBe('2.09'))
  test('may stand under another basis, as a transfer', () => {
    const { basis, isTransfer } = valued(anItemOf('job-unemployed', { variant: 'exchequer' }), pricing)
    expect([basis, isTransfer]).toEqual(['fiscal', true])
  })
  test('that is not known is refused', () =>
    expect(refused(anItemOf('fair-rlw-hours', { variant: 'mars' }))).toEqual(['unknown-variant']))
})

describe('wellbeing grows with real income per head to the power 1.3, when it is given', () => {
  const incomeGrowth = { ratio: exact('1.04'), reason: 'real GDP per head' }
  const request = anItemOf('com-lifesat', { assumptions: assume({ incomeGrowth }) })
  test('the value', () =>
    expect(central(request)).toBe(toPounds(exact('16927.8951').times(exact('1.04').pow('1.3')))))
  test('needs its reason', () =>
    expect(
      asked({ ...request, assumptions: assume({ incomeGrowth: { ...incomeGrowth, reason: '' } }) }),
    ).toEqual(['reason incomeGrowth']))
  test('without it, prices only is said', () => {
    expect(warned(anItemOf('com-lifesat'))).toContain('prices-only')
    expect(warned(request)).not.toContain('prices-only')
  })
})

describe('what to know before using a figure', () => {
  test.each([
    ['a figure to check', 'com-volunteer', {}, 'figure-to-check'],
    ['a figure to replace', 'job-unemployed', {}, 'figure-to-replace'],
    ['nothing taken away', 'com-volunteer', {}, 'zero-share'],
    ['an old source', 'job-unemployed', {}, 'source-out-of-date'],
    ['a forecast index', 'job-unemployed', {}, 'forecast-index'],
    ['a calendar year read as a financial one', 'com-lifesat', {}, 'calendar-as-financial'],
    ['a rate set anew every year', 'env-landfill', { priceYear: '2027/28' }, 'yearly-rate-uprated'],
    ['a transfer', 'env-landfill', {}, 'transfer-not-added'],
    ['no range', 'job-unemployed', {}, 'no-range'],
    ['no price of its own', 'job-prison-leaver', {}, 'valued-through'],
    ['assumptions that change nothing', 'local-spend', {}, 'assumption-not-used'],
  ])('%s', (_what, code, facts, warning) =>
    expect(warned(anItemOf(code, { startYear: 2026, ...facts }))).toContain(warning),
  )

  test('wellbeing at the standard rate', () => {
    const discount = { rates: { schedule: 'green-book' }, convention: 'first-year-undiscounted' } as const
    expect(warned(anItemOf('com-lifesat', { assumptions: assume({ discount }) }))).toContain(
      'wellbeing-at-standard-rate',
    )
  })
})

describe('pounds as paid', () => {
  test('stand at face value', () => {
    const { value, basis, priceYear } = valued(
      anItemOf('local-spend', { quantities: [rangeOf(exact('1234.56'))] }),
      pricing,
    )
    expect([toPounds(value!.central), basis, priceYear]).toEqual(['1234.56', 'spend', 'nominal'])
  })
  test('bring no return', () =>
    expect(valued(anItemOf('local-spend', { investment: [exact(10)] }), pricing).returned).toBeNull())
})

test.each([
  ['-5', null, 'quantity-out-of-range'],
  ['5', 'furlongs', 'unknown-unit'],
])('%s %s is refused before anything else is asked', (quantity, unit, refusal) => {
  const nothingSaid = { ...NOTHING_TAKEN_AWAY, deadweight: null, displacement: null, attribution: null }
  const quantities = [rangeOf(exact(quantity))]
  const request = anItemOf('com-volunteer', { quantities, unit, assumptions: nothingSaid })
  expect(refused(request)).toEqual([refusal])
})

test('prices that no index reaches are refused', () => {
  expect(refused(anItemOf('job-unemployed', { priceYear: '2031/32' }))).toEqual(['price-year-not-covered'])
  expect(refused(anItemOf('job-unemployed', { deflator: 'a made-up index' }))).toEqual(['unknown-deflator'])
})

test('the vintage of the index goes with the figure', () => {
  expect(valued(anItemOf('job-unemployed'), pricing).deflatorVintage).toContain('March 2026')
})

test('a return on nothing is refused', () =>
  expect(refused(anItem({ investment: [exact(0)] }))).toEqual(['no-inputs']))

test('what is put in later is discounted, the first year never', () => {
  const discount = {
    rates: { rate: exact('0.1'), reason: 'a round figure' },
    convention: 'end-of-year',
  } as const
  expect(
    valued(
      anItem({ investment: [exact(100), exact(110)], assumptions: assume({ discount }) }),
      pricing,
    ).returned!.inputs.toFixed(),
  ).toBe('200')
})
