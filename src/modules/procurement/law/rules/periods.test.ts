import { describe, expect, test } from 'vitest'
import { answerTo, aPurchase, onDays, stepOf, valueOf } from '../builders.ts'
import type { Facts } from '../facts.ts'

const flexible = (more: Partial<Facts> = {}) => aPurchase({ route: 'competitive-flexible', ...more })
const MEDIUM = { isElectronic: true, areDocumentsAllAtOnce: true }

describe('time for requests to participate', () => {
  test.each([
    ['light-touch', { isLightTouch: true }, 0],
    ['urgency', { isUrgent: true }, 10],
    ['otherwise', {}, 25],
  ])('%s: %i', (circumstance, more, minimumDays) =>
    expect(valueOf(flexible(more), 'period.participation')).toMatchObject({ circumstance, minimumDays }),
  )
  test('is counted from the day after the invitation', () => {
    const facts = flexible(
      onDays({ participationInvitedOn: '2026-05-01', participationDeadlineOn: '2026-05-25' }),
    )
    expect(stepOf(facts, 'participation-deadline')).toMatchObject({
      means: 'from',
      date: '2026-05-26',
      met: false,
    })
  })
  test('is not needed where tenders are invited at once', () =>
    expect(answerTo(flexible({ hasParticipationStage: false }), 'period.participation').applies).toBe(false))
})

describe('time for tenders', () => {
  test.each([
    ['light-touch', { isLightTouch: true }, 0],
    ['agreed', { isPreselectedOnly: true, isTenderPeriodAgreed: true }, 0],
    ['preselected', { isPreselectedOnly: true }, 10],
    ['qualifying-planned-notice', { isQualifyingPlannedNotice: true }, 10],
    ['urgency', { isUrgent: true }, 10],
    ['dynamic-market', { route: 'dynamic-market-award' as const }, 10],
    ['electronic-all-documents', {}, 25],
    ['electronic-some-documents', { areDocumentsAllAtOnce: false }, 30],
    ['not-electronic-all-documents', { isElectronic: false }, 30],
    ['not-electronic-some-documents', { isElectronic: false, areDocumentsAllAtOnce: false }, 35],
  ])('%s: the least is %o', (circumstance, more, minimumDays) =>
    expect(valueOf(flexible({ ...MEDIUM, ...more }), 'period.tendering')).toMatchObject({
      circumstance,
      minimumDays,
    }),
  )
  test('the shortest that applies is the floor', () => {
    expect(
      valueOf(flexible({ ...MEDIUM, isLightTouch: true, isUrgent: true }), 'period.tendering').minimumDays,
    ).toBe(0)
    expect(valueOf(flexible({ isUrgent: true }), 'period.tendering')).toMatchObject({
      minimumDays: 10,
      possibleDays: [10],
    })
  })
  test('pre-selection does not shorten it for central government', () => {
    expect(
      valueOf(
        flexible({ ...MEDIUM, authority: 'central-government', isPreselectedOnly: true }),
        'period.tendering',
      ).minimumDays,
    ).toBe(25)
  })
  test.each([
    [{}, [25, 30, 35]],
    [{ isElectronic: true }, [25, 30]],
    [{ isElectronic: false }, [30, 35]],
    [{ areDocumentsAllAtOnce: true }, [25, 30]],
  ])('knowing only %o it may be %j, and the longest is taken', (more, possibleDays) => {
    const answer = answerTo(aPurchase(more), 'period.tendering')
    expect(answer).toMatchObject({
      applies: 'depends',
      answer: { possibleDays, minimumDays: possibleDays.at(-1) },
    })
    expect(answer.sentence).toContain(`at least ${possibleDays[0]} days`)
  })
  test.each([
    ['2026-05-25', false],
    ['2026-05-26', true],
  ])('a deadline of %s for an invitation of 1 May keeps to 25 days: %s', (tenderDeadlineOn, met) => {
    expect(
      stepOf(
        aPurchase({ ...MEDIUM, ...onDays({ tendersInvitedOn: '2026-05-01', tenderDeadlineOn }) }),
        'tender-deadline',
      )?.met,
    ).toBe(met)
  })
  test('a planned procurement notice that qualifies by its dates shortens it, one that does not leaves it', () => {
    const planned = (plannedProcurementNoticeOn: string) =>
      valueOf(
        aPurchase({ ...MEDIUM, ...onDays({ plannedProcurementNoticeOn, tenderNoticeOn: '2026-06-10' }) }),
        'period.tendering',
      ).minimumDays
    expect([planned('2026-05-01'), planned('2026-05-02')]).toEqual([10, 25])
  })
  test('has no minimum for a call-off or below the threshold', () => {
    expect(
      answerTo(aPurchase({ arrangement: 'call-off', route: undefined }), 'period.tendering').applies,
    ).toBe(false)
    expect(
      answerTo(
        aPurchase({ amounts: { isVatIncluded: true, estimatedPence: 5_000_000 } }),
        'period.considerations',
      ).applies,
    ).toBe(true)
  })
})
