import { describe, expect, test } from 'vitest'
import { answerTo, aPurchase, explained, valueOf, worth } from '../builders.ts'

describe('which law governs', () => {
  test('a call-off stays with the law of its framework, however late it comes', () => {
    const callOff = (frameworkCommencedOn: string) =>
      aPurchase({ arrangement: 'call-off', route: undefined, frameworkCommencedOn })
    expect(answerTo(callOff('2025-02-23'), 'regime.law').answer).toMatchObject({ regime: 'previous' })
    expect(answerTo(callOff('2025-02-24'), 'regime.law').answer).toMatchObject({ regime: 'act' })
  })
  test('a call-off without the date of its framework is taken to be under the Act, and the explanation says so', () => {
    expect(
      explained(aPurchase({ arrangement: 'call-off', route: undefined })).assumptions.map(
        (each) => each.field,
      ),
    ).toContain('frameworkCommencedOn')
  })
  test('under the earlier law no rule of the Act applies, and payment and change follow the earlier law', () => {
    const old = aPurchase({ procurementCommencedOn: '2024-06-01' })
    expect(explained(old).summary?.noticesThatApply).toEqual([])
    expect(answerTo(old, 'payment.previous-law').applies).toBe(true)
    expect(answerTo(old, 'modification.previous-law').applies).toBe(true)
    expect(answerTo(old, 'notice.UK7').sentence).toContain('24 February 2025')
  })
  test('payment under a concession of the earlier law is unsure', () => {
    expect(
      answerTo(
        aPurchase({ procurementCommencedOn: '2024-06-01', isConcession: true }),
        'payment.previous-law',
      ),
    ).toMatchObject({ applies: 'depends', confidence: 'unsure' })
  })
})

describe('standing', () => {
  test.each([
    [207_720, 'public-contract'],
    [207_719.99, 'notifiable-below-threshold'],
    [30_000, 'notifiable-below-threshold'],
    [29_999.99, 'regulated-below-threshold'],
  ])('£%d is a %s', (pounds, standing) =>
    expect(valueOf(aPurchase(worth(pounds)), 'regime.standing').standing).toBe(standing),
  )
  test('a small concession is outside Part 6', () => {
    expect(valueOf(aPurchase({ isConcession: true, ...worth(1_000_000) }), 'regime.standing').standing).toBe(
      'unregulated-below-threshold',
    )
  })
})

describe('health services', () => {
  test('outside the Act, with a likely mark', () => {
    const facts = aPurchase({ isRegulatedHealth: true, isLightTouch: true })
    expect(answerTo(facts, 'regime.law').applies).toBe(false)
    expect(answerTo(facts, 'regime.health')).toMatchObject({ applies: true, confidence: 'likely' })
    expect(explained(facts).summary?.noticesThatApply).toEqual([])
  })
  test('asked after where light touch services may be health services', () => {
    expect(answerTo(aPurchase({ isLightTouch: true }), 'regime.health')).toMatchObject({
      applies: 'depends',
      dependsOn: ['regulatedHealth'],
    })
    expect(answerTo(aPurchase(), 'regime.health').applies).toBe(false)
  })
})

describe('the amendments of 2026', () => {
  test.each([
    ['2026-03-23', false, 'sure'],
    ['2026-03-24', true, 'sure'],
    ['2026-09-30', true, 'sure'],
    ['2026-10-01', 'depends', 'unsure'],
  ])('for a procurement of %s: %s, %s', (procurementCommencedOn, applies, confidence) => {
    expect(answerTo(aPurchase({ procurementCommencedOn }), 'regime.amendments-2026')).toMatchObject({
      applies,
      confidence,
    })
  })
})
