import { describe, expect, test } from 'vitest'
import { answerTo, aPurchase, changedBy, stepOf, valueOf, worth } from '../builders.ts'
import type { Facts, Modification } from '../facts.ts'

const HUNDRED = 100_000_000
const change = (modification: Modification, more: Partial<Facts> = {}) =>
  aPurchase({ ...changedBy(modification), ...more })
const byPercent = (percent: number): Modification => ({
  valueBeforePence: HUNDRED,
  valueAfterPence: HUNDRED + percent * 1_000_000,
})

/** [gateway, a change that passes, the same a little beyond] */
const GATES: readonly (readonly [string, Modification, Modification])[] = [
  [
    'not-substantial',
    { maximumTermMonths: 60, termChangeMonths: 6, isNewKindOfSupply: false, favoursSupplier: false },
    { maximumTermMonths: 60, termChangeMonths: 7, isNewKindOfSupply: false, favoursSupplier: false },
  ],
  [
    'not-substantial',
    { termChangePercent: -10, isNewKindOfSupply: false, favoursSupplier: false },
    { termChangePercent: -10.1, isNewKindOfSupply: false, favoursSupplier: false },
  ],
  [
    'not-substantial',
    { termChangeMonths: 0, isNewKindOfSupply: false, favoursSupplier: false },
    { termChangeMonths: 0, isNewKindOfSupply: true, favoursSupplier: false },
  ],
  [
    'below-threshold',
    { ...byPercent(10), earlierSmallChangesPence: 0, isNewKindOfSupply: false },
    { ...byPercent(10.01), earlierSmallChangesPence: 0, isNewKindOfSupply: false },
  ],
  [
    'below-threshold',
    { ...byPercent(-10), earlierSmallChangesPence: 0, isNewKindOfSupply: false },
    { ...byPercent(-10.01), earlierSmallChangesPence: 0, isNewKindOfSupply: false },
  ],
  [
    'below-threshold',
    { ...byPercent(10), earlierSmallChangesPence: 10_771_999, isNewKindOfSupply: false },
    { ...byPercent(10), earlierSmallChangesPence: 10_772_000, isNewKindOfSupply: false },
  ],
  [
    'provided-for',
    { isProvidedFor: true, changesOverallNature: false },
    { isProvidedFor: true, changesOverallNature: true },
  ],
  ['urgency', { isUrgentOrProtectsLife: true }, { isUrgentOrProtectsLife: false }],
  [
    'unforeseeable',
    { ...byPercent(50), isUnforeseeable: true, changesOverallNature: false },
    { ...byPercent(50.01), isUnforeseeable: true, changesOverallNature: false },
  ],
  ['known-risk', { ...byPercent(50), isKnownRisk: true }, { ...byPercent(50.01), isKnownRisk: true }],
  [
    'additional',
    { ...byPercent(50), isIncompatibleElsewhere: true },
    { ...byPercent(50.01), isIncompatibleElsewhere: true },
  ],
  [
    'restructuring',
    { isRestructuring: true, isSupplierExcluded: false, changesSupplier: true },
    { isRestructuring: true, isSupplierExcluded: true, changesSupplier: true },
  ],
]

describe('the ways to change a contract', () => {
  test.each(GATES)('%s: passes %o, not %o', (gateway, passes, fails) => {
    expect(answerTo(change(passes), `modification.${gateway}`).applies).toBe(true)
    expect(answerTo(change(passes), 'modification.allowed')).toMatchObject({ applies: true })
    expect(answerTo(change(fails), `modification.${gateway}`).applies).toBe(false)
  })
  test('works may change by 15 %', () => {
    const works = (percent: number) =>
      answerTo(
        change(
          {
            valueBeforePence: HUNDRED,
            valueAfterPence: HUNDRED + percent * 1_000_000,
            earlierSmallChangesPence: 0,
            isNewKindOfSupply: false,
          },
          { subject: 'works', ...worth(6_000_000) },
        ),
        'modification.below-threshold',
      ).applies
    expect([works(15), works(15.01)]).toEqual([true, false])
  })
  test('utilities contracts have no cap of 50 %', () => {
    expect(
      answerTo(
        change(
          { ...byPercent(90), isUnforeseeable: true, changesOverallNature: false },
          { isUtilities: true },
        ),
        'modification.unforeseeable',
      ).applies,
    ).toBe(true)
  })
  test('light touch contracts are free', () => {
    expect(answerTo(change(byPercent(300), { isLightTouch: true }), 'modification.allowed').applies).toBe(
      true,
    )
    expect(
      answerTo(change(byPercent(300), { isLightTouch: true }), 'modification.change-notice').applies,
    ).toBe(false)
  })
  test('a change of supplier passes by restructuring only', () => {
    const swap = change({
      changesSupplier: true,
      isProvidedFor: true,
      changesOverallNature: false,
      termChangeMonths: 0,
      isNewKindOfSupply: false,
      favoursSupplier: false,
      isRestructuring: false,
      ...byPercent(0),
      earlierSmallChangesPence: 0,
      isUrgentOrProtectsLife: true,
      isUnforeseeable: true,
      isKnownRisk: true,
      isIncompatibleElsewhere: true,
      isSupplierExcluded: false,
    })
    expect(answerTo(swap, 'modification.allowed')).toMatchObject({
      applies: false,
      answer: { isAllowed: false },
    })
    expect(answerTo(swap, 'modification.supplier-change').applies).toBe(true)
  })
  test('what is not known stays open', () => {
    expect(answerTo(change({ isUnforeseeable: true }), 'modification.unforeseeable').applies).toBe('depends')
    expect(answerTo(change({}), 'modification.allowed').applies).toBe('depends')
  })
  test('a contract below the threshold is reached where the change makes it public', () => {
    const small = (valueAfterPence: number) =>
      change(
        { valueBeforePence: 19_000_000, valueAfterPence, isProvidedFor: true, changesOverallNature: false },
        worth(190_000),
      )
    expect(answerTo(small(20_771_999), 'modification.provided-for').applies).toBe(false)
    expect(answerTo(small(20_772_000), 'modification.provided-for').applies).toBe(true)
  })
  test('splitting is asked after', () =>
    expect(answerTo(change({ couldHaveBeenMadeTogether: true }), 'modification.splitting').applies).toBe(
      true,
    ))
  test('the cap is for each change, which is likely', () =>
    expect(answerTo(change({}), 'modification.fifty-percent')).toMatchObject({
      applies: true,
      confidence: 'likely',
    }))
})

const term = (months: number): Modification => ({ maximumTermMonths: 60, termChangeMonths: months })

describe('the change notice', () => {
  test.each<[string, Modification, boolean, string]>([
    ['10 % of value and of term', { ...byPercent(10), ...term(6) }, false, 'sure'],
    ['over both limits', { ...byPercent(10.01), ...term(7) }, true, 'sure'],
    ['over the value only', { ...byPercent(10.01), ...term(0) }, true, 'unsure'],
    ['over the term only', { ...byPercent(0), ...term(7) }, true, 'unsure'],
    ['a cut over both', { ...byPercent(-11), ...term(-7) }, true, 'sure'],
    ['a transfer on restructuring', { isRestructuring: true, ...byPercent(0), ...term(0) }, true, 'sure'],
  ])('%s: %o needed %s, %s', (_name, modification, applies, confidence) => {
    expect(answerTo(change(modification), 'modification.change-notice')).toMatchObject({
      applies,
      confidence,
    })
  })
  test('shows the unsettled "or"', () =>
    expect(
      answerTo(change({ ...byPercent(20), ...term(0) }), 'modification.change-notice').sentence,
    ).toContain('"or"'))
  test('comes before the change', () => {
    const facts = change({
      ...byPercent(20),
      ...term(12),
      madeOn: '2026-06-01',
      changeNoticeOn: '2026-06-02',
    })
    expect(stepOf(facts, 'change-notice')).toMatchObject({ date: '2026-06-01', met: false })
  })
  test('is open where term or value is not known', () =>
    expect(answerTo(change(byPercent(20)), 'modification.change-notice').applies).toBe(true))
})

describe('the copy of a change', () => {
  const five = (before: number, after: number): Modification => ({
    valueBeforePence: before * 100,
    valueAfterPence: after * 100,
    ...term(12),
    madeOn: '2026-06-01',
  })
  test.each([
    [4_000_000, 5_000_000, false],
    [4_000_000, 5_000_001, true],
    [5_000_001, 4_000_000, true],
  ])('from £%i to £%i: %s', (before, after, applies) =>
    expect(answerTo(change(five(before, after)), 'modification.copy').applies).toBe(applies),
  )
  test('is due within 90 days, the day of the change counted', () =>
    expect(valueOf(change(five(4_000_000, 6_000_000)), 'modification.copy').by).toBe('2026-08-29'))
  test('is not due where no notice is', () =>
    expect(answerTo(change({ ...byPercent(1), ...term(0) }), 'modification.copy').applies).toBe(false))
})
