import { describe, expect, test } from 'vitest'
import { answerTo, aPurchase, changedBy, onDays, stepOf, valueOf, worth } from '../builders.ts'
import type { Facts } from '../facts.ts'

const published = (more: Partial<Facts> = {}, awardNoticeOn = '2026-06-22') =>
  aPurchase({ ...more, ...onDays({ awardNoticeOn }) })

describe('a mandatory standstill', () => {
  test('counts the day of the notice', () =>
    expect(valueOf(published(), 'standstill.award')).toMatchObject({
      kind: 'mandatory',
      workingDays: 8,
      endsOn: '2026-07-01',
      earliestContractOn: '2026-07-02',
    }))
  test('begins on the next working day for a notice at the weekend', () =>
    expect(valueOf(published({}, '2026-06-20'), 'standstill.award').endsOn).toBe('2026-07-01'))
  test('may be longer if the notice says so, and is never shorter', () => {
    expect(valueOf(published({ standstillWorkingDays: 10 }), 'standstill.award').endsOn).toBe('2026-07-03')
    expect(valueOf(published({ standstillWorkingDays: 5 }), 'standstill.award')).toMatchObject({
      workingDays: 8,
      endsOn: '2026-07-01',
    })
    expect(answerTo(published({ standstillWorkingDays: 5 }), 'standstill.award').sentence).toContain(
      'too few',
    )
  })
  test.each([
    ['2026-07-01', false],
    ['2026-07-02', true],
  ])('is kept by a contract of %s: %s', (contractEnteredOn, met) => {
    expect(
      stepOf(aPurchase(onDays({ awardNoticeOn: '2026-06-22', contractEnteredOn })), 'contract-entry')?.met,
    ).toBe(met)
  })
})

const EXCEPTIONS: readonly (readonly [string, Partial<Facts>])[] = [
  ['a call-off', { arrangement: 'call-off', route: undefined }],
  ['an award by a dynamic market', { route: 'dynamic-market-award' }],
  ['a light touch contract', { isLightTouch: true }],
  ['an urgent direct award', { route: 'direct-award', directAwardGround: 'urgency' }],
  ['a direct award to protect life', { route: 'direct-award', directAwardGround: 'protect-life' }],
]

describe('no standstill is required', () => {
  test.each(EXCEPTIONS)('for %s', (_name, facts) =>
    expect(answerTo(published(facts), 'standstill.award')).toMatchObject({
      applies: false,
      answer: { kind: 'none' },
    }),
  )
  test.each(EXCEPTIONS)('but one offered for %s binds', (_name, facts) => {
    expect(valueOf(published({ ...facts, isStandstillOffered: true }), 'standstill.award')).toMatchObject({
      kind: 'voluntary',
      workingDays: 8,
      earliestContractOn: '2026-07-02',
    })
  })
  test('below the threshold', () =>
    expect(answerTo(published(worth(100_000)), 'standstill.award').applies).toBe(false))
})

describe('a standstill before a change', () => {
  test('is voluntary', () =>
    expect(answerTo(aPurchase(changedBy({})), 'standstill.modification').applies).toBe(false))
  test('counts eight working days from the change notice', () => {
    const facts = aPurchase(
      changedBy({ changeNoticeOn: '2026-11-23', standstillWorkingDays: 8, madeOn: '2026-12-03' }),
    )
    expect(valueOf(facts, 'standstill.modification')).toMatchObject({
      endsOn: '2026-12-03',
      earliestChangeOn: '2026-12-04',
    })
    expect(stepOf(facts, 'change-standstill')?.met).toBe(false)
  })
})

test('a claim has 30 days from knowledge, which is likely, for its sections were not opened by the research', () => {
  const facts = aPurchase(onDays({ supplierKnewOn: '2026-08-31' }))
  expect(answerTo(facts, 'standstill.claims')).toMatchObject({
    applies: true,
    confidence: 'likely',
    answer: { by: '2026-09-29' },
  })
})
