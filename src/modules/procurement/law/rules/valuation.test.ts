import { describe, expect, test } from 'vitest'
import { answerTo, aPurchase, valueOf, worth } from '../builders.ts'
import type { Amounts } from '../facts.ts'

const amounts = (more: Amounts) => aPurchase({ amounts: { isVatIncluded: true, ...more } })

describe('the estimated value', () => {
  test('is the first term and all that options and extensions could add', () => {
    expect(
      valueOf(amounts({ initialPence: 15_000_000, addedPence: 5_772_000 }), 'value.estimate').valuePence,
    ).toBe(20_772_000)
  })
  test('is raised by VAT to the nearest penny', () => {
    expect(
      valueOf(
        amounts({ isVatIncluded: false, vatRateBasisPoints: 500, estimatedPence: 101 }),
        'value.estimate',
      ).valuePence,
    ).toBe(106)
  })
  test('of a concession is what the supplier could receive', () => {
    expect(answerTo(aPurchase({ isConcession: true }), 'value.estimate').sentence).toContain(
      'supplier could receive',
    )
  })
})

describe('contracts that could be one', () => {
  test('are added up', () => {
    const facts = amounts({ estimatedPence: 15_000_000, relatedPence: 6_000_000 })
    expect(answerTo(facts, 'value.aggregation').applies).toBe(true)
    expect(answerTo(facts, 'regime.standing').applies).toBe(true)
  })
  test('are not, where there are good reasons', () => {
    const facts = amounts({
      estimatedPence: 15_000_000,
      relatedPence: 6_000_000,
      hasGoodReasonsNotToCombine: true,
    })
    expect(answerTo(facts, 'value.aggregation').applies).toBe(false)
    expect(answerTo(facts, 'regime.standing').applies).toBe(false)
  })
  test('are asked after', () =>
    expect(answerTo(aPurchase(), 'value.aggregation').dependsOn).toEqual(['relatedContractsValue']))
  test('bear the VAT of the contract', () => {
    expect(
      valueOf(
        amounts({ isVatIncluded: false, vatRateBasisPoints: 2000, estimatedPence: 100, relatedPence: 100 }),
        'value.estimate',
      ),
    ).toMatchObject({ valuePence: 240, addedForRelatedContractsPence: 120 })
  })
})

describe('a value that cannot be estimated', () => {
  const unknown = aPurchase({ amounts: { cannotBeEstimated: true } })
  test('counts as above the threshold', () => {
    expect(answerTo(unknown, 'regime.standing').applies).toBe(true)
    expect(answerTo(unknown, 'notice.UK4').applies).toBe(true)
  })
  test.each(['kpi.set', 'notice.UK7.contract-copy', 'notice.UK9.kpi', 'threshold.pipeline'])(
    'leaves %s open',
    (id) => {
      expect(answerTo(unknown, id)).toMatchObject({ applies: 'depends', dependsOn: ['estimatedValue'] })
    },
  )
})

describe('a separable part above its threshold', () => {
  const small = worth(100_000)
  test('makes the whole count as above', () => {
    expect(
      answerTo(aPurchase({ ...small, hasSeparablePartAboveThreshold: true }), 'regime.standing').applies,
    ).toBe(true)
  })
  test('but not a call-off', () => {
    expect(
      answerTo(
        aPurchase({
          ...small,
          arrangement: 'call-off',
          route: undefined,
          hasSeparablePartAboveThreshold: true,
        }),
        'regime.standing',
      ).applies,
    ).toBe(false)
  })
  test('of a call-off is left out by the rule itself', () =>
    expect(
      answerTo(
        aPurchase({
          ...small,
          arrangement: 'call-off',
          route: undefined,
          hasSeparablePartAboveThreshold: true,
        }),
        'value.mixed',
      ),
    ).toMatchObject({ applies: false, dependsOn: [] }))
  test('is asked after below the threshold only', () => {
    expect(answerTo(aPurchase(small), 'value.mixed').applies).toBe('depends')
    expect(answerTo(aPurchase(), 'value.mixed').applies).toBe(false)
  })
})

describe('hints', () => {
  test.each([
    [true, true],
    [false, false],
    [undefined, 'depends'],
  ])('an estimate from a spend file (%s) has to be raised: %s', (isFromSpendFile, applies) =>
    expect(answerTo(aPurchase({ isFromSpendFile }), 'value.from-spend-file')).toMatchObject({
      applies,
      confidence: 'likely',
    }),
  )
  test('the rate of VAT matters where the value was given without it', () => {
    expect(
      answerTo(
        amounts({ isVatIncluded: false, vatRateBasisPoints: 2000, estimatedPence: 100 }),
        'value.vat-rate',
      ),
    ).toMatchObject({ applies: true, confidence: 'likely' })
    expect(answerTo(aPurchase(), 'value.vat-rate').applies).toBe(false)
  })
  test('no estimate may be made to escape the Act', () =>
    expect(answerTo(aPurchase(), 'value.no-avoidance').applies).toBe(true))
})
