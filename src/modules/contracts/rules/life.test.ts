import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aCommitment } from '../builders.ts'
import type { Finding, Indicator } from '../model/life.ts'
import {
  approvalsNeeded,
  decideAdjustment,
  decideMaking,
  decideSwap,
  isSmallChange,
  monthsChanged,
  runningTotal,
} from './adjust.ts'
import { onlyText, textOn } from './as-it-stood.ts'
import { addMonths, decideAssessment, nextDueOn, suggestedRating } from './assessments.ts'
import { indicatorGap } from './indicator-gap.ts'
import { decideApproval, decideProposal } from './notices.ts'
import { paidOnTime } from './paid-on-time.ts'
import { personalData } from './personal-data.ts'
import { dueBy, progressOf } from './progress.ts'
import { remindersOn } from './reminders.ts'
import { inTiers } from './sub-contractors.ts'
import { decideAnswer, decideHolds } from './verify.ts'

const indicator: Indicator = {
  id: 'i',
  contractId: 'c',
  title: 'On time',
  howMeasured: '',
  unit: 'per cent',
  target: '90',
  direction: 'at-least',
  isSocial: false,
  isStatutory: true,
  everyMonths: 12,
  firstDueOn: '2025-11-30',
  closedOn: null,
}

describe('an indicator', () => {
  test.each([
    ['90', 'good'],
    ['89.9', 'approaching'],
    ['81', 'approaching'],
    ['80.9', 'requires-improvement'],
    ['45', 'requires-improvement'],
    ['44', 'inadequate'],
  ])('with %s of 90 suggests %s', (value, rating) => expect(suggestedRating(indicator, value)).toBe(rating))
  test('of at most so much is read the other way round', () => {
    const most = { target: '4', direction: 'at-most' as const }
    expect(['4', '4.4', '5', '11', '0'].map((value) => suggestedRating(most, value))).toEqual([
      'good',
      'approaching',
      'requires-improvement',
      'inadequate',
      'good',
    ])
  })
  test('is due on its own days, however late it was assessed', () => {
    expect(nextDueOn(indicator, [])).toBe('2025-11-30')
    expect(nextDueOn(indicator, [{ toOn: '2025-11-30', assessedOn: '2026-03-01' }])).toBe('2026-11-30')
    expect(nextDueOn({ ...indicator, closedOn: '2026-01-01' }, [])).toBe(null)
  })
  test('is never left for more than twelve months after the day it was due', () => {
    const every = fc.constantFrom(1, 3, 6, 12)
    fc.assert(
      fc.property(every, fc.integer({ min: 0, max: 90 }), (everyMonths, months) => {
        const assessedOn = addMonths('2025-11-30', months)
        const due = nextDueOn({ ...indicator, everyMonths }, [{ toOn: assessedOn, assessedOn }]) ?? ''
        expect(due > assessedOn && due <= addMonths(assessedOn, 12)).toBe(true)
      }),
    )
  })
  test('is assessed for a time gone by, and says why where the rating is not that of the figure', () => {
    const text = { fromOn: '2026-01-01', toOn: '2026-03-31', value: '95', rating: 'good' as const, note: '' }
    expect(decideAssessment(indicator, text, '2026-04-01').ok).toBe(true)
    expect(decideAssessment(indicator, text, '2026-03-30')).toMatchObject({ refusal: 'assessment-to-come' })
    const odd = { ...text, rating: 'inadequate' as const }
    expect(decideAssessment(indicator, odd, '2026-04-01')).toMatchObject({ refusal: 'rating-beside-target' })
    expect(decideAssessment(indicator, { ...odd, note: 'Counted wrongly' }, '2026-04-01').ok).toBe(true)
  })
  test('is one of three that the law asks for', () => {
    expect(indicatorGap(true, 3, [indicator, { ...indicator, closedOn: '2026-01-01' }]).missing).toBe(2)
    expect(indicatorGap(false, 3, []).missing).toBe(0)
    expect(indicatorGap(null, 3, []).missing).toBe(0)
  })
})

describe('a notice of poor performance', () => {
  const chance = {
    kind: 'poor-performance' as const,
    status: 'chance' as const,
    chance: 'Asked in writing',
    chanceFromOn: '2026-09-01',
    chanceUntilOn: '2026-10-31',
  }
  const proposal = { whatCameOfIt: 'No better', eventOn: '2026-11-01' }
  test('comes after a chance to improve that was given and is over', () => {
    expect(decideProposal(chance, proposal, '2026-11-02').ok).toBe(true)
    expect(decideProposal(chance, proposal, '2026-10-31')).toMatchObject({ refusal: 'event-to-come' })
    expect(decideProposal(chance, { ...proposal, eventOn: '2026-10-30' }, '2026-11-02')).toMatchObject({
      refusal: 'chance-not-over',
    })
    expect(decideProposal({ ...chance, chanceUntilOn: null }, proposal, '2026-11-02')).toMatchObject({
      refusal: 'chance-needed',
    })
    expect(
      decideProposal({ ...chance, kind: 'breach', chance: '', chanceFromOn: null }, proposal, '2026-11-02')
        .ok,
    ).toBe(true)
  })
  test('is approved by others than its author, once each', () => {
    expect(decideApproval('a', [], { personId: 'a' })).toMatchObject({ refusal: 'own-approval' })
    expect(decideApproval('a', [], { personId: null })).toMatchObject({ refusal: 'own-approval' })
    expect(decideApproval('a', [{ personId: 'b' }], { personId: 'b' })).toMatchObject({
      refusal: 'approved-already',
    })
    expect(decideApproval('a', [{ personId: 'b' }], { personId: 'c' }).ok).toBe(true)
  })
})

describe('a swap', () => {
  const goes = { quantity: '10', unitValue: '100', basis: 'economic' }
  test('is worth at least what is not verified yet', () => {
    expect(decideSwap(goes, '4', { quantity: '6', unitValue: '100', basis: 'economic' }).ok).toBe(true)
    expect(decideSwap(goes, '4', { quantity: '5', unitValue: '119.99', basis: 'economic' })).toMatchObject({
      refusal: 'swap-worth-less',
      facts: { comes: '£599.95', goes: '£600.00' },
    })
  })
  test('never sets one kind of value off against another, nor what has no price', () => {
    expect(decideSwap(goes, '0', { quantity: '99', unitValue: '100', basis: 'wellbeing' })).toMatchObject({
      refusal: 'swap-other-basis',
    })
    expect(decideSwap({ ...goes, unitValue: null }, '0', { ...goes })).toMatchObject({
      refusal: 'swap-not-priced',
    })
  })
  test('leaves what was verified promised and no more', () => {
    const facts = {
      on: '2026-11-22',
      startsOn: '2025-04-01',
      endsOn: '2029-03-31',
      valuePence: null,
      paidPence: null,
    }
    const over = aCommitment({ quantity: '10', untilOn: '2026-10-31' })
    const done = { status: 'accepted' as const, quantity: '4', verifiedQuantity: '4', toOn: '2026-06-30' }
    expect(progressOf(over, [done], facts)).toMatchObject({ promised: '4', due: '4', state: 'replaced' })
  })
})

describe('a change', () => {
  const text = {
    reviewId: null,
    way: 'volume' as const,
    title: 'More',
    reason: 'Demand',
    valuePence: 110,
    endsOn: null,
    commitmentId: null,
    newCommitment: null,
    answers: {},
  }
  const contract = { startsOn: '2025-04-01', endsOn: '2027-03-31', valuePence: 100 }
  const finding = (facts: Partial<Finding>): Finding => ({
    testedOn: '2026-11-22',
    beforePence: 100,
    isAllowed: true,
    needsNotice: false,
    lines: [],
    questions: [],
    ...facts,
  })
  test('changes something, in a way that was agreed', () => {
    expect(decideAdjustment(text, contract, null).ok).toBe(true)
    expect(decideAdjustment({ ...text, valuePence: 100 }, contract, null)).toMatchObject({
      refusal: 'nothing-changes',
    })
    const review = { isReviewPoint: true, ways: ['swap' as const] }
    expect(decideAdjustment(text, contract, review)).toMatchObject({ refusal: 'not-an-agreed-way' })
    expect(decideAdjustment({ ...text, way: 'swap' }, contract, review)).toMatchObject({
      refusal: 'swap-needs-both',
    })
  })
  test('is made when the law, the approvals and the notice allow', () => {
    const days = { madeOn: '2026-11-22', changeNoticeOn: null, today: '2026-11-22' }
    const open = { status: 'proposed' as const }
    expect(decideMaking(open, finding({}), 1, days).ok).toBe(true)
    expect(decideMaking(open, finding({}), 0, days)).toMatchObject({ refusal: 'approvals-missing' })
    expect(decideMaking(open, finding({ isAllowed: false }), 2, days)).toMatchObject({
      refusal: 'not-allowed-by-law',
    })
    expect(decideMaking(open, finding({ isAllowed: null }), 2, days)).toMatchObject({
      refusal: 'law-not-settled',
    })
    expect(decideMaking(open, finding({ needsNotice: true }), 2, days)).toMatchObject({
      refusal: 'change-notice-first',
    })
    expect(
      decideMaking(open, finding({ needsNotice: true }), 2, { ...days, changeNoticeOn: '2026-11-20' }).ok,
    ).toBe(true)
    expect([true, false, null].map((needsNotice) => approvalsNeeded({ needsNotice }))).toEqual([2, 1, 2])
  })
  test('adds to running totals; small changes count whichever way they go', () => {
    const made = [
      { beforePence: 100, afterPence: 108, isSmall: true },
      { beforePence: 108, afterPence: 104, isSmall: true },
      { beforePence: 104, afterPence: 150, isSmall: false },
    ]
    expect(runningTotal(made, 150, 160)).toEqual({
      atAwardPence: 100,
      changedPence: 50,
      withThisPence: 60,
      smallChangesPence: 12,
    })
    const line = (id: string) => ({ id: `modification.${id}`, applies: true }) as never
    expect(isSmallChange(finding({ lines: [line('below-threshold')] }))).toBe(true)
    expect(isSmallChange(finding({ lines: [line('below-threshold'), line('provided-for')] }))).toBe(false)
  })
  test.each([
    ['2027-03-31', '2027-09-30', 6],
    ['2027-03-31', '2027-10-01', 7],
    ['2027-09-30', '2027-03-31', -6],
    ['2027-03-31', '2027-03-31', 0],
    [null, '2027-03-31', 0],
  ])('from %s to %s is %s months', (before, after, months) =>
    expect(monthsChanged(before, after)).toBe(months),
  )
})

test('the past says what it said, whatever was changed since', () => {
  const at = (title: string) => onlyText({ title } as never)
  const former = [
    { untilOn: '2026-02-01', text: at('first') },
    { untilOn: '2026-06-01', text: at('second') },
    { untilOn: '2026-06-01', text: at('for no day') },
  ]
  const titles = ['2026-01-31', '2026-02-01', '2026-05-31', '2026-06-01'].map(
    (on) => textOn(at('now'), former, on).title,
  )
  expect(titles).toEqual(['first', 'second', 'second', 'now'])
})

test('payment within thirty days is in time; what is disputed or not known is told apart', () => {
  const one = (receivedOn: string | null, paidOn: string | null, isDisputed = false) => ({
    number: 'n',
    receivedOn,
    paidOn,
    amountPence: 100,
    isDisputed,
  })
  const invoices = [
    one('2026-01-01', '2026-01-31'),
    one('2026-01-01', '2026-02-01'),
    one(null, '2026-02-01'),
    one('2026-01-01', null),
    one('2026-01-01', null, true),
  ]
  expect(paidOnTime(invoices, '2026-02-15')).toEqual({
    invoices: 5,
    inTime: 1,
    late: 1,
    unknown: 1,
    overdue: 1,
    disputed: 1,
    averageDays: 31,
  })
})

test.each([
  ['Ring 01632 960123 or mail a.b@example.org', ['email', 'phone']],
  ['Dr Alder of NE1 4LP, born 3 May 2009', ['postcode', 'birth', 'person']],
  ['QQ 12 34 56 C', []],
  ['AB123456C', ['national-insurance']],
  ['On 12/11/2026 some 1,560 pupils came to NE1 and 24 groups in 2026', []],
])('%s may tell of a person by %j', (text, kinds) => expect(personalData(text)).toEqual(kinds))

test('what grows with spending is owed in whole people, and in parts of hours', () => {
  const facts = { on: '2026-11-22', startsOn: null, endsOn: null, valuePence: 1000, paidPence: 250 }
  const owed = (unit: string) =>
    dueBy(aCommitment({ scalesWithSpend: true, quantity: '10', unit }), facts)?.toFixed()
  expect([owed('people'), owed('hours')]).toEqual(['2', '2.5'])
})

test('a question waits for its answer, and a report for a commitment that held', () => {
  expect(decideAnswer({ status: 'asked' }, 'Here').ok).toBe(true)
  expect(decideAnswer({ status: 'accepted' }, 'Here')).toMatchObject({ refusal: 'not-asked' })
  const period = { fromOn: '2026-03-01', toOn: '2026-03-31' }
  expect(decideHolds({ fromOn: '2026-03-31', untilOn: null }, period).ok).toBe(true)
  expect(decideHolds({ fromOn: '2026-04-01', untilOn: null }, period)).toMatchObject({
    refusal: 'commitment-over',
  })
})

test('sub-contractors stand in tiers, each below whom it works for', () => {
  const one = (id: string, above: string | null) => ({ id, above, name: id }) as never
  expect(inTiers([one('b', 'a'), one('a', null), one('c', 'b')]).map(({ id, tier }) => [id, tier])).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ])
})

test('reminders go to whoever has to act, when it is time', () => {
  const facts = {
    contractId: 'c',
    deliveries: [
      { id: 'd', title: 'D', status: 'reported' as const, sinceOn: '2026-11-08' },
      { id: 'e', title: 'E', status: 'asked' as const, sinceOn: '2026-11-16' },
    ],
    commitments: [{ id: 'p', title: 'P', state: 'at-risk' as const, waiting: '0' }],
    assessments: [{ id: 'i', title: 'I', dueOn: '2026-12-06' }],
    reviews: [],
    actions: [{ id: 'r:1', what: 'A', dueOn: '2026-12-07' }],
  }
  const codes = (on: string) => remindersOn(on, facts).map(({ side, code }) => `${side} ${code}`)
  expect(codes('2026-11-22')).toEqual(['council waits', 'council assess'])
  expect(codes('2026-11-23')).toEqual([
    'council waits',
    'supplier question',
    'council assess',
    'council action',
  ])
  expect(codes('2026-12-25')).toContain('supplier late')
})
