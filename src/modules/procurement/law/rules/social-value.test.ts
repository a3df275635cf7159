import { describe, expect, test } from 'vitest'
import { answerTo, aPurchase, onDays, stepOf, valueOf, worth } from '../builders.ts'
import type { Facts } from '../facts.ts'

const ACT = 'social-value.act-2012'

describe('the Social Value Act record', () => {
  test.each<[string, Partial<Facts>, boolean | 'depends']>([
    ['services at the threshold', worth(207_720), true],
    ['services a penny below', worth(207_719.99), false],
    ['light touch services at their own threshold', { isLightTouch: true, ...worth(663_540) }, true],
    [
      'light touch services from the threshold of other services',
      { isLightTouch: true, ...worth(207_720) },
      true,
    ],
    ['light touch services below that', { isLightTouch: true, ...worth(207_719.99) }, false],
    ['a framework for services', { arrangement: 'framework' }, true],
    ['a direct award', { route: 'direct-award', directAwardGround: 'technical' }, true],
    ['a call-off', { arrangement: 'call-off', route: undefined }, false],
    ['goods', { subject: 'goods' }, false],
    ['works', { subject: 'works', ...worth(6_000_000) }, false],
    ['goods with services', { subject: 'goods', includesServices: true }, 'depends'],
    ['a concession', { isConcession: true, ...worth(9_000_000) }, false],
    ['a utilities contract', { isUtilities: true }, false],
    ['a defence contract', { isDefence: true }, false],
    ['an exempt contract', { exemption: { kind: 'other' } }, false],
    ['a dynamic market', { arrangement: 'dynamic-market', route: undefined }, false],
  ])('is needed for %s', (_name, more, applies) =>
    expect(answerTo(aPurchase(more), ACT).applies).toBe(applies),
  )
  test('is sure for services, likely for light touch services below their own threshold', () => {
    expect(answerTo(aPurchase(), ACT).confidence).toBe('sure')
    expect(answerTo(aPurchase({ isLightTouch: true, ...worth(300_000) }), ACT).confidence).toBe('likely')
  })
  test('followed the lower amount of 2025 in 2025', () => {
    expect(
      answerTo(
        aPurchase({ procurementCommencedOn: '2025-12-31', isLightTouch: true, ...worth(214_903) }),
        ACT,
      ).applies,
    ).toBe(false)
    expect(
      answerTo(
        aPurchase({ procurementCommencedOn: '2025-12-31', isLightTouch: true, ...worth(214_904) }),
        ACT,
      ).applies,
    ).toBe(true)
  })
  test('is unsure under the earlier law', () =>
    expect(answerTo(aPurchase({ procurementCommencedOn: '2024-06-01' }), ACT)).toMatchObject({
      applies: 'depends',
      confidence: 'unsure',
    }))
  test.each([
    ['2026-05-31', true],
    ['2026-06-01', false],
    ['2026-06-02', false],
  ])('of %s comes before a first notice of 1 June: %s', (socialValueConsideredOn, met) => {
    const facts = aPurchase(
      onDays({ firstSupplierContactOn: '2026-06-05', tenderNoticeOn: '2026-06-01', socialValueConsideredOn }),
    )
    expect(stepOf(facts, 'social-value-record')).toMatchObject({ date: '2026-06-01', met })
  })
  test('must come before market engagement or contact with a supplier, whichever is first', () => {
    expect(
      stepOf(
        aPurchase(onDays({ firstSupplierContactOn: '2026-05-20', tenderNoticeOn: '2026-06-01' })),
        'social-value-record',
      )?.date,
    ).toBe('2026-05-20')
    expect(
      stepOf(
        aPurchase(onDays({ marketEngagementNoticeOn: '2026-05-10', tenderNoticeOn: '2026-06-01' })),
        'social-value-record',
      )?.date,
    ).toBe('2026-05-10')
  })
})

describe('the policy statement', () => {
  test.each<[string, Partial<Facts>, boolean | 'depends']>([
    ['a public contract', {}, true],
    ['a contract below the threshold', worth(1_000), true],
    ['a call-off', { arrangement: 'call-off', route: undefined }, false],
    ['an award by a dynamic market', { route: 'dynamic-market-award' }, false],
    ['an exempt contract', { exemption: { kind: 'land' } }, 'depends'],
    ['a procurement of 2024', { procurementCommencedOn: '2024-06-01' }, false],
  ])('is to be regarded for %s: %s', (_name, more, applies) =>
    expect(answerTo(aPurchase(more), 'social-value.npps').applies).toBe(applies),
  )
})

describe('guidance', () => {
  test.each([
    ['social-value.ppn-002', '2025-02-24', true],
    ['social-value.ppn-002', '2026-12-31', true],
    ['social-value.ppn-002', '2027-01-01', false],
    ['social-value.ppn-026', '2026-12-31', false],
    ['social-value.ppn-026', '2027-01-01', true],
    ['social-value.ppn-024', '2027-03-31', false],
    ['social-value.ppn-024', '2027-04-01', true],
  ])('%s for a procurement of %s: %s, and no duty for councils', (id, procurementCommencedOn, applies) => {
    const answer = answerTo(aPurchase({ procurementCommencedOn, ...worth(1_000_000.01) }), id)
    expect(answer).toMatchObject({ applies, kind: 'guidance' })
    if (applies) expect(answer.answer).toMatchObject({ isDutyForCouncils: false })
  })
  test.each([
    ['social-value.ppn-026', 1_000_000, true],
    ['social-value.ppn-026', 999_999.99, false],
    ['social-value.ppn-024', 1_000_000, false],
    ['social-value.ppn-024', 1_000_000.01, true],
  ])('%s at £%d: %s', (id, pounds, applies) =>
    expect(answerTo(aPurchase({ procurementCommencedOn: '2027-05-01', ...worth(pounds) }), id).applies).toBe(
      applies,
    ),
  )
  test('the public interest test leaves out works, urgency and exempt contracts', () => {
    const later = { procurementCommencedOn: '2027-05-01', ...worth(9_000_000) }
    for (const more of [
      { subject: 'works' },
      { route: 'direct-award', directAwardGround: 'urgency' },
      { exemption: { kind: 'land' } },
    ] as const) {
      expect(answerTo(aPurchase({ ...later, ...more }), 'social-value.ppn-024').applies).toBe(false)
    }
  })
  test('no statute sets a minimum weight', () =>
    expect(valueOf(aPurchase(), 'social-value.minimum-weight').minimumWeightPercent).toBeNull())
  test('non-commercial matters stay barred, but for the Social Value Act', () =>
    expect(valueOf(aPurchase(), 'social-value.section-17').exceptionForSocialValueAct).toBe(true))
})
