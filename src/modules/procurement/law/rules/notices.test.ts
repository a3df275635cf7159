import { describe, expect, test } from 'vitest'
import { answerTo, aPurchase, onDays, stepOf, valueOf, worth } from '../builders.ts'
import type { Dates, Facts } from '../facts.ts'

const large = (more: Partial<Facts> = {}) =>
  aPurchase({ paysOver100mAYear: true, ...worth(6_000_000), ...more })

describe('the pipeline notice', () => {
  test.each([
    ['2026-05-01', ['2025-05-26', '2026-05-26']],
    ['2026-10-01', ['2026-05-26']],
    ['2025-04-01', ['2025-05-26']],
  ])('of a procurement of %s is due by %j', (procurementCommencedOn, by) =>
    expect(valueOf(large({ procurementCommencedOn }), 'notice.UK1').by).toEqual(by),
  )
  test('does not exist before the first financial year', () =>
    expect(answerTo(large({ procurementCommencedOn: '2025-03-31' }), 'notice.UK1').applies).toBe(false))
  test.each([
    [true, true],
    [false, false],
    [undefined, 'depends'],
  ])('binds an authority that pays over £100 million (%s): %s', (paysOver100mAYear, applies) =>
    expect(answerTo(large({ paysOver100mAYear }), 'notice.UK1').applies).toBe(applies),
  )
})

describe('the planned procurement notice', () => {
  const qualifies = (plannedProcurementNoticeOn: string, tenderNoticeOn: string) =>
    valueOf(aPurchase(onDays({ plannedProcurementNoticeOn, tenderNoticeOn })), 'notice.UK3').isQualifying
  test.each([
    ['2026-05-01', '2026-06-09', false, '39 days'],
    ['2026-05-01', '2026-06-10', true, '40 days'],
    ['2026-05-01', '2027-05-01', true, '12 months'],
    ['2026-05-01', '2027-05-02', false, 'a day more'],
  ])('of %s qualifies for a tender notice of %s: %s (%s)', (planned, tender, is) =>
    expect(qualifies(planned, tender)).toBe(is),
  )
  test('of exactly 40 days is only likely to do', () => {
    expect(
      answerTo(
        aPurchase(onDays({ plannedProcurementNoticeOn: '2026-05-01', tenderNoticeOn: '2026-06-10' })),
        'notice.UK3',
      ).confidence,
    ).toBe('likely')
  })
  test('shows the first and the last day for the tender notice', () => {
    const facts = aPurchase(onDays({ plannedProcurementNoticeOn: '2026-05-01' }))
    expect([stepOf(facts, 'qualifying-from')?.date, stepOf(facts, 'qualifying-until')?.date]).toEqual([
      '2026-06-10',
      '2027-05-01',
    ])
  })
})

test('a defence contract under a framework needs no award notice', () => {
  const callOff = large({ arrangement: 'call-off', route: undefined })
  expect(answerTo(callOff, 'notice.UK6').applies).toBe(true)
  expect(answerTo({ ...callOff, isDefence: true }, 'notice.UK6').applies).toBe(false)
})

describe('below-threshold notices', () => {
  const small = (more: Partial<Facts> = {}) => aPurchase({ ...worth(50_000), isAdvertised: true, ...more })
  test('say from 24 March 2026 whether the tender is reserved', () => {
    expect(
      valueOf(small({ procurementCommencedOn: '2026-03-23' }), 'notice.UK4.below-threshold').mustState,
    ).toEqual([])
    expect(
      valueOf(small({ procurementCommencedOn: '2026-03-24' }), 'notice.UK4.below-threshold').mustState,
    ).toHaveLength(2)
  })
  test.each([
    ['2026-03-31', false],
    ['2026-04-01', true],
  ])(
    'of a contract entered into on %s give the supplier’s identifier: %s',
    (contractEnteredOn, needsSupplierIdentifier) => {
      expect(
        valueOf(
          small({ procurementCommencedOn: '2026-01-05', ...onDays({ contractEnteredOn }) }),
          'notice.UK7.below-threshold',
        ).needsSupplierIdentifier,
      ).toBe(needsSupplierIdentifier)
    },
  )
  test('are not needed below £30,000', () => {
    for (const id of ['notice.UK4.below-threshold', 'notice.UK7.below-threshold'])
      expect(answerTo(small(worth(29_999.99)), id).applies).toBe(false)
  })
})

/** [step, fact given in time, fact given a day late, anchors] */
const DEADLINES: readonly (readonly [string, string, keyof Dates, Dates, Partial<Facts>])[] = [
  [
    'contract-details-notice',
    '2026-06-30',
    'contractDetailsNoticeOn',
    { contractEnteredOn: '2026-06-01' },
    {},
  ],
  [
    'contract-details-notice',
    '2026-09-28',
    'contractDetailsNoticeOn',
    { contractEnteredOn: '2026-06-01' },
    { isLightTouch: true },
  ],
  ['contract-copy', '2026-08-29', 'contractCopyPublishedOn', { contractEnteredOn: '2026-06-01' }, {}],
  [
    'contract-copy',
    '2026-11-27',
    'contractCopyPublishedOn',
    { contractEnteredOn: '2026-06-01' },
    { isLightTouch: true },
  ],
  ['termination-notice', '2026-09-29', 'terminationNoticeOn', { contractEndedOn: '2026-08-31' }, {}],
  ['performance-notice', '2026-09-29', 'performanceNoticeOn', { performanceEventOn: '2026-08-31' }, {}],
  ['exclusion-notice', '2026-09-29', 'exclusionNotifiedOn', { exclusionOn: '2026-08-31' }, {}],
  ['pay-invoice', '2026-09-29', 'invoicePaidOn', { invoiceReceivedOn: '2026-08-31' }, {}],
]
const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

describe('deadlines', () => {
  test.each(DEADLINES)('%s: by %s', (step, by, fact, anchors, more) => {
    const given = (day: string) => stepOf(large({ ...more, ...onDays({ ...anchors, [fact]: day }) }), step)
    expect(given(by)).toMatchObject({ date: by, met: true })
    expect(given(dayAfter(by))).toMatchObject({ date: by, met: false })
    expect(stepOf(large({ ...more, ...onDays(anchors) }), step)).toMatchObject({
      date: by,
      given: null,
      met: null,
    })
  })
  test('a later due day of the invoice is counted from', () => {
    expect(
      valueOf(
        aPurchase(onDays({ invoiceReceivedOn: '2026-08-01', paymentDueOn: '2026-08-31' })),
        'payment.thirty-days',
      ).by,
    ).toBe('2026-09-29')
    expect(
      valueOf(
        aPurchase(onDays({ invoiceReceivedOn: '2026-08-31', paymentDueOn: '2026-08-01' })),
        'payment.thirty-days',
      ).by,
    ).toBe('2026-09-29')
  })
  test('a breach before 2026 has no performance notice', () => {
    expect(
      answerTo(
        large({ procurementCommencedOn: '2025-03-01', ...onDays({ performanceEventOn: '2025-12-31' }) }),
        'notice.UK9.event',
      ).applies,
    ).toBe(false)
  })
  test('the award notice, its summaries and the transparency notice come before what they precede', () => {
    const competed = large(
      onDays({
        assessmentSummariesOn: '2026-09-02',
        awardNoticeOn: '2026-09-01',
        contractEnteredOn: '2026-08-31',
      }),
    )
    expect(stepOf(competed, 'assessment-summaries')?.met).toBe(false)
    expect(stepOf(competed, 'award-notice')?.met).toBe(false)
    const direct = large({
      route: 'direct-award',
      directAwardGround: 'technical',
      ...onDays({ transparencyNoticeOn: '2026-09-02', awardNoticeOn: '2026-09-01' }),
    })
    expect(stepOf(direct, 'transparency-notice')?.met).toBe(false)
  })
})

describe('assessment against indicators', () => {
  test('comes within the first twelve months', () =>
    expect(stepOf(large(onDays({ contractEnteredOn: '2026-06-01' })), 'kpi-assessment')?.date).toBe(
      '2027-05-31',
    ))
  test('is unsure in its first period for a contract older than the duty', () => {
    const old = large({
      procurementCommencedOn: '2025-03-01',
      ...onDays({ contractEnteredOn: '2025-06-01' }),
    })
    expect(answerTo(old, 'notice.UK9.kpi').confidence).toBe('unsure')
    expect(stepOf(old, 'kpi-assessment')).toMatchObject({ date: '2026-05-31', confidence: 'unsure' })
  })
})

describe('the payments compliance notice', () => {
  test.each([
    ['2026-03-31', '2026-04-29'],
    ['2026-04-01', '2026-10-29'],
    ['2026-09-30', '2026-10-29'],
    ['2026-10-01', '2027-04-29'],
  ])('counts a payment of %s by %s', (madeOn, by) =>
    expect(
      valueOf(aPurchase({ procurementCommencedOn: '2026-01-02', payment: { madeOn } }), 'notice.UK17').by,
    ).toBe(by),
  )
  test('has no period before 2026', () =>
    expect(
      valueOf(
        aPurchase({ procurementCommencedOn: '2025-03-01', payment: { madeOn: '2025-12-31' } }),
        'notice.UK17',
      ).by,
    ).toBeNull())
  test('shows that the start of its first period is told differently', () => {
    expect(
      answerTo(
        aPurchase({ procurementCommencedOn: '2026-01-02', payment: { madeOn: '2026-03-31' } }),
        'notice.UK17.first-period',
      ),
    ).toMatchObject({ applies: 'depends', confidence: 'likely' })
  })
})
