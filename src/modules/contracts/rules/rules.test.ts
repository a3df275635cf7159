import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aCommitment } from '../builders.ts'
import type { Delivery } from '../model.ts'
import { decideCommitment, decideContract, decideOption, decideTaking } from './keep.ts'
import { dueBy, progressOf, totalsByBasis } from './progress.ts'
import { spendOfContract } from './spend-of-contract.ts'
import { endOn, furthestEnd, stateOn } from './term.ts'
import { decideReport, decideShare, judge } from './verify.ts'

const term = { startsOn: '2025-04-01', endsOn: '2027-03-31' }
const extensions = [
  { number: 1, untilOn: '2028-03-31', takenOn: '2026-11-01', note: '' },
  { number: 2, untilOn: '2029-03-31', takenOn: null, note: '' },
]

describe('a term', () => {
  test.each([
    ['2025-03-31', 'to-come', '2027-03-31'],
    ['2025-04-01', 'running', '2027-03-31'],
    ['2026-09-29', 'running', '2027-03-31'],
    ['2026-09-30', 'running', '2027-03-31'],
    ['2026-10-01', 'ending', '2027-03-31'],
    ['2026-11-01', 'running', '2028-03-31'],
    ['2028-03-31', 'ending', '2028-03-31'],
    ['2028-04-01', 'ended', '2028-03-31'],
  ])('on %s is %s, with its end on %s', (day, state, end) => {
    expect([stateOn(term, extensions, day), endOn(term, extensions, day)]).toEqual([state, end])
  })
  test('can go on to its last option', () => expect(furthestEnd(term, extensions)).toBe('2029-03-31'))
  test('without days is not known, without a last day runs on', () => {
    expect(stateOn({ startsOn: null, endsOn: null }, [], '2026-01-01')).toBe('not-known')
    expect(stateOn({ startsOn: '2020-01-01', endsOn: null }, [], '2026-01-01')).toBe('running')
  })
})

describe('what may be kept', () => {
  test('ends not before it starts', () =>
    expect(decideContract({ startsOn: '2026-01-02', endsOn: '2026-01-01' } as never)).toMatchObject({
      refusal: 'ends-before-start',
    }))
  test.each([
    ['2027-03-31', false],
    ['2029-03-31', false],
    ['2029-04-01', true],
  ])('an option to %s: %s', (untilOn, ok) => expect(decideOption(term, extensions, untilOn).ok).toBe(ok))
  test('an option is taken once and not in future', () => {
    expect(decideTaking(extensions[0], '2026-11-02', '2026-11-22')).toMatchObject({
      refusal: 'extension-taken',
    })
    expect(decideTaking(extensions[1], '2026-11-23', '2026-11-22')).toMatchObject({
      refusal: 'taken-in-future',
    })
    expect(decideTaking(undefined, '2026-11-22', '2026-11-22')).toMatchObject({
      refusal: 'extension-unknown',
    })
    expect(decideTaking(extensions[1], '2026-11-22', '2026-11-22').ok).toBe(true)
  })
  test('the years of a commitment add up to it', () => {
    const schedule = [
      { year: '2025/26', quantity: '0.1' },
      { year: '2026/27', quantity: '0.2' },
    ]
    const contract = { valuePence: 1 }
    expect(decideCommitment(aCommitment({ quantity: '0.3', schedule }), contract).ok).toBe(true)
    expect(decideCommitment(aCommitment({ quantity: '0.4', schedule }), contract)).toMatchObject({
      refusal: 'schedule-differs',
      facts: { planned: '0.3', promised: '0.4' },
    })
    expect(decideCommitment(aCommitment({ scalesWithSpend: true }), { valuePence: null })).toMatchObject({
      refusal: 'scale-without-value',
    })
  })
})

const verified = (quantity: string, facts: Partial<Delivery> = {}) => ({
  status: 'accepted' as const,
  quantity,
  verifiedQuantity: quantity,
  toOn: '2026-03-31',
  ...facts,
})
const facts = {
  on: '2026-03-31',
  startsOn: '2025-04-01',
  endsOn: '2029-03-31',
  valuePence: 1_000_000,
  paidPence: 400_000,
}

describe('progress', () => {
  test.each([
    ['1.8', 'on-track'],
    ['1.79', 'behind'],
    ['1', 'behind'],
    ['0.99', 'at-risk'],
    ['8', 'kept'],
    ['8.01', 'exceeded'],
  ])('%s of 8 after a quarter of the term is %s', (quantity, state) =>
    expect(progressOf(aCommitment(), [verified(quantity)], facts).state).toBe(state),
  )
  test('before anything is due says so; after the end it is missed', () => {
    expect(progressOf(aCommitment(), [], { ...facts, on: '2025-03-31' }).state).toBe('not-due')
    expect(progressOf(aCommitment(), [verified('7')], { ...facts, on: '2029-04-01' })).toMatchObject({
      state: 'missed',
      forecast: '7',
    })
  })
  test('counts only what is verified, and only what was done by the day', () => {
    const deliveries = [
      verified('1'),
      verified('5', { status: 'reported', verifiedQuantity: null }),
      verified('4', { status: 'rejected', verifiedQuantity: null }),
      verified('3', { status: 'partly', verifiedQuantity: '0.5' }),
      verified('2', { toOn: '2026-04-01' }),
    ]
    expect(progressOf(aCommitment(), deliveries, facts)).toMatchObject({
      verified: '1.5',
      waiting: '5',
      due: '2',
      forecast: '6',
    })
  })
  test('goes by the years where they are said', () => {
    const schedule = [
      { year: '2025/26', quantity: '6' },
      { year: '2028/29', quantity: '2' },
    ]
    expect(dueBy(aCommitment({ schedule }), facts)?.toFixed()).toBe('6')
    expect(dueBy(aCommitment({ schedule }), { ...facts, on: '2029-03-31' })?.toFixed()).toBe('8')
  })
  test('of what is tied to spending goes by what was paid, not by time', () => {
    const tied = aCommitment({ scalesWithSpend: true, quantity: '10' })
    expect(progressOf(tied, [verified('4')], facts)).toMatchObject({
      due: '4',
      promised: '10',
      state: 'on-track',
    })
    expect(progressOf(tied, [], { ...facts, paidPence: null })).toMatchObject({ due: null, state: 'not-due' })
    expect(progressOf(tied, [verified('4')], { ...facts, on: '2029-04-01' })).toMatchObject({
      promised: '4',
      state: 'kept',
    })
  })
  test('never falls back while time goes on, and is the whole at the end', () => {
    const day = fc
      .integer({ min: 0, max: 1460 })
      .map((days) => new Date(Date.UTC(2025, 3, 1 + days)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 9999 }), (a, b, quantity) => {
        const [first, second] = [a, b].sort()
        const commitment = aCommitment({ quantity: String(quantity) })
        const [before, after] = [first, second].map((on) => dueBy(commitment, { ...facts, on: on ?? a }))
        expect(after?.gte(before ?? 0)).toBe(true)
        expect(after?.lte(quantity)).toBe(true)
      }),
    )
    expect(dueBy(aCommitment(), { ...facts, on: '2029-03-31' })?.toFixed()).toBe('8')
  })
  test('is summed for each basis and never over all', () => {
    const row = (basis: string, quantity: string) => {
      const commitment = aCommitment({ basis, quantity, unitValue: '0.105' })
      return { commitment, progress: progressOf(commitment, [verified('1')], facts) }
    }
    expect(totalsByBasis([row('spend', '1'), row('carbon', '10'), row('spend', '2')])).toEqual([
      { basis: 'carbon', promised: 105n, verified: 11n },
      { basis: 'spend', promised: 32n, verified: 22n },
    ])
  })
})

describe('a report', () => {
  test('is of something done', () => {
    const on = { fromOn: '2026-11-22', toOn: '2026-11-22' }
    expect(decideReport(on, '2026-11-22').ok).toBe(true)
    expect(decideReport(on, '2026-11-21')).toMatchObject({ refusal: 'delivery-in-future' })
    expect(decideReport({ fromOn: '2026-02-01', toOn: '2026-01-01' }, '2026-11-22')).toMatchObject({
      refusal: 'period-upside-down',
    })
  })
})

describe('a decision', () => {
  const open = { status: 'reported' as const, quantity: '10' }
  test.each([
    [{ verdict: 'accept', quantity: null, note: '' }, 'accepted', '10'],
    [{ verdict: 'accept-in-part', quantity: '4', note: 'Six were there before' }, 'partly', '4'],
    [{ verdict: 'ask', quantity: null, note: 'Which school?' }, 'asked', null],
    [{ verdict: 'reject', quantity: null, note: 'No evidence' }, 'rejected', null],
  ] as const)('%o makes it %s', (judgement, status, verifiedQuantity) =>
    expect(judge(open, judgement)).toEqual({ ok: true, value: { status, verifiedQuantity } }),
  )
  test.each([
    [{ verdict: 'reject', quantity: null, note: ' ' }, 'reason-needed'],
    [{ verdict: 'accept-in-part', quantity: '10', note: 'x' }, 'more-than-reported'],
    [{ verdict: 'accept-in-part', quantity: '0', note: 'x' }, 'nothing-accepted'],
    [{ verdict: 'accept-in-part', quantity: null, note: 'x' }, 'nothing-accepted'],
  ] as const)('%o is refused as %s', (judgement, refusal) =>
    expect(judge(open, judgement)).toMatchObject({ ok: false, refusal }),
  )
  test.each(['accepted', 'partly', 'rejected'] as const)('is not made twice: %s', (status) =>
    expect(judge({ status, quantity: '1' }, { verdict: 'accept', quantity: null, note: '' })).toMatchObject({
      refusal: 'already-decided',
    }),
  )
})

describe('a shared activity', () => {
  const activity = { quantity: '100', unit: 'pupils' }
  const share = (
    contractId: string,
    quantity: string,
    status = 'reported',
    verifiedQuantity: string | null = null,
  ) => ({ contractId, quantity, status, verifiedQuantity }) as never
  const claim = (quantity: string, contractId = 'c') => ({
    contractId,
    quantity,
    unit: 'pupils',
    inAll: '100',
  })

  test('is split, never counted twice', () => {
    const shares = [share('a', '40'), share('b', '30', 'partly', '20')]
    expect(decideShare(activity, shares, claim('40')).ok).toBe(true)
    expect(decideShare(activity, shares, claim('40.1'))).toMatchObject({
      refusal: 'more-than-activity',
      facts: { left: '40' },
    })
    expect(decideShare(activity, shares, claim('1', 'a'))).toMatchObject({
      refusal: 'activity-on-same-contract',
    })
    expect(decideShare(activity, [share('a', '90', 'rejected')], claim('100', 'a')).ok).toBe(true)
    expect(decideShare({ ...activity, quantity: '99' }, [], claim('1'))).toMatchObject({
      refusal: 'activity-differs',
    })
  })
  test('gives out at most what was done, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 12 }), (asks) => {
        const shares: never[] = []
        let given = 0
        for (const [at, ask] of asks.entries()) {
          if (!decideShare(activity, shares, claim(String(ask), String(at))).ok) continue
          shares.push(share(String(at), String(ask)))
          given += ask
        }
        expect(given).toBeLessThanOrEqual(100)
      }),
    )
  })
})

describe('spending of a contract', () => {
  const paid = { byReferencePence: 5, byReferencePayments: 1, bySupplierPence: 9, bySupplierPayments: 2 }
  test('is what bears its reference; else all of its only supplier; else not guessed', () => {
    expect(spendOfContract(paid, 2)).toEqual({ paidPence: 5, payments: 1, how: 'by-reference' })
    const none = { ...paid, byReferencePence: 0, byReferencePayments: 0 }
    expect(spendOfContract(none, 1)).toEqual({ paidPence: 9, payments: 2, how: 'only-contract' })
    expect(spendOfContract(none, 2)).toEqual({ paidPence: null, payments: 2, how: 'several-contracts' })
    expect(spendOfContract({ ...none, bySupplierPence: 0, bySupplierPayments: 0 }, 1).how).toBe(
      'nothing-paid',
    )
  })
})
