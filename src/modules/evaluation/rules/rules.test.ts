import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FIRST_LIMITS, STAGE_MOVES, STAGES } from '../model.ts'
import { hasDeclared, interestsOf, lettersOf, seenOf } from './access.ts'
import { decideApproval, decideLimits, isApproved, limitFor } from './approval.ts'
import { decideStage, openLowPrices } from './stage.ts'
import { decideFinal } from './standstill.ts'
import { type Assessed, composeSummary } from './summary.ts'

const said = (supplierId: string, number: number, hasInterest: boolean) => ({
  supplierId,
  number,
  hasInterest,
})
const bidders = [{ supplierId: 'a' }, { supplierId: 'b' }]

describe('declarations', () => {
  test('are whole when every bidder is answered for; the last word counts', () => {
    expect(hasDeclared(bidders, [said('a', 1, false)])).toBe(false)
    expect(hasDeclared(bidders, [said('a', 1, false), said('b', 1, true)])).toBe(true)
    expect(hasDeclared([], [])).toBe(false)
    expect(interestsOf([said('a', 1, true), said('a', 2, false), said('b', 1, true)])).toEqual(['b'])
  })

  test.each([
    ['the lead', { isLead: true }, 'named'],
    ['an evaluator before all are in', { isOnPanel: true }, 'anonymous'],
    ['an evaluator once all are in', { isOnPanel: true, areScoresIn: true }, 'named'],
    ['the lead without a declaration', { isLead: true, hasDeclared: false }, 'nothing'],
    ['the lead with an interest', { isLead: true, hasInterest: true }, 'nothing'],
    ['anybody else', { areScoresIn: true }, 'nothing'],
  ] as const)('%s sees what they may', (_who, facts, seen) => {
    const nobody = {
      isLead: false,
      isOnPanel: false,
      areScoresIn: false,
      hasDeclared: true,
      hasInterest: false,
    }
    expect(seenOf({ ...nobody, ...facts })).toBe(seen)
  })
})

describe('letters', () => {
  const bid = fc.record({
    id: fc.uuid(),
    lot: fc.constantFrom('A', 'B'),
    fingerprint: fc.string({ minLength: 8, maxLength: 8 }),
  })
  test('do not depend on the order of bids, and stand once in a lot', () => {
    fc.assert(
      fc.property(fc.uniqueArray(bid, { selector: ({ id }) => id, maxLength: 60 }), (bids) => {
        const letters = lettersOf(bids)
        expect(lettersOf(bids.toReversed())).toEqual(letters)
        for (const ofLot of Map.groupBy(bids, ({ lot }) => lot).values())
          expect(new Set(ofLot.map(({ id }) => letters.get(id))).size).toBe(ofLot.length)
      }),
    )
  })

  test('go on after Z', () => {
    const bids = Array.from({ length: 28 }, (_, at) => ({
      id: String(at),
      lot: 'A',
      fingerprint: String(at).padStart(4, '0'),
    }))
    expect([...lettersOf(bids).values()].slice(24)).toEqual(['Y', 'Z', 'AA', 'AB'])
  })
})

describe('limits', () => {
  test('hold up to and including their value', () => {
    expect(limitFor(FIRST_LIMITS, 25_000_000)).toBe(FIRST_LIMITS[0])
    expect(limitFor(FIRST_LIMITS, 25_000_001)).toBe(FIRST_LIMITS[1])
    expect(limitFor(FIRST_LIMITS, 9_000_000_000)).toBe(FIRST_LIMITS[2])
  })

  test('answer for every value with two people at least', () => {
    const row = { roles: ['finance'], people: 2 }
    expect(decideLimits(FIRST_LIMITS).ok).toBe(true)
    expect(decideLimits([{ ...row, upToPence: 100 }])).toMatchObject({ refusal: 'limits-incomplete' })
    expect(decideLimits([{ ...row, upToPence: null, people: 1 }])).toMatchObject({
      refusal: 'limits-incomplete',
    })
    expect(decideLimits([{ ...row, upToPence: null, roles: [] }])).toMatchObject({
      refusal: 'limits-incomplete',
    })
    expect(
      decideLimits([
        { ...row, upToPence: null },
        { ...row, upToPence: null },
      ]).ok,
    ).toBe(false)
  })

  const facts = {
    limit: FIRST_LIMITS[0],
    personId: 'p',
    roles: ['finance'],
    leadId: 'lead',
    panel: [],
    approvals: [],
    isRobustnessSeen: true,
  }
  const approval = {
    personId: 'q',
    personName: 'Q',
    role: 'finance',
    isApproved: true,
    note: '',
    decidedAt: new Date(0),
  }
  test('let nobody approve who has judged, twice, without the role or without having looked', () => {
    expect(decideApproval(facts)).toEqual({ ok: true, value: { role: 'finance' } })
    expect(decideApproval({ ...facts, roles: ['councillor'] })).toMatchObject({
      refusal: 'role-may-not-approve',
    })
    expect(decideApproval({ ...facts, personId: 'lead' })).toMatchObject({ refusal: 'panel-may-not-approve' })
    expect(decideApproval({ ...facts, panel: [{ personId: 'p' }] })).toMatchObject({
      refusal: 'panel-may-not-approve',
    })
    expect(decideApproval({ ...facts, approvals: [{ ...approval, personId: 'p' }] })).toMatchObject({
      refusal: 'approved-already',
    })
    expect(decideApproval({ ...facts, isRobustnessSeen: false })).toMatchObject({
      refusal: 'robustness-not-seen',
    })
  })

  test('are met by enough approvals and no refusal', () => {
    const other = { ...approval, personId: 'r' }
    expect(isApproved(FIRST_LIMITS[0], [approval])).toBe(false)
    expect(isApproved(FIRST_LIMITS[0], [approval, other])).toBe(true)
    expect(isApproved(FIRST_LIMITS[0], [approval, other, { ...other, isApproved: false }])).toBe(false)
    expect(isApproved(undefined, [approval, other])).toBe(false)
  })
})

describe('steps', () => {
  test('follow one another, and nothing follows the end', () => {
    for (const from of STAGES)
      for (const to of STAGES) expect(decideStage(from, to).ok).toBe(STAGE_MOVES[from].includes(to))
    expect([...STAGE_MOVES.awarded, ...STAGE_MOVES.cancelled]).toEqual([])
  })

  test('wait for every low price', () => {
    expect(
      openLowPrices(
        ['a', 'b'],
        [
          { bidId: 'a', decision: 'kept' },
          { bidId: 'b', decision: null },
        ],
      ),
    ).toEqual(['b'])
  })

  test('end after the standstill, not on its last day', () => {
    const facts = { noticeOn: '2026-11-23', contractFrom: '2026-12-04' }
    expect(decideFinal(facts, '2026-12-03')).toMatchObject({ refusal: 'standstill-runs' })
    expect(decideFinal(facts, '2026-12-04').ok).toBe(true)
    expect(decideFinal({ ...facts, contractFrom: null }, '2026-12-04')).toMatchObject({
      refusal: 'standstill-unknown',
    })
  })
})

describe('a summary', () => {
  const line = { criterion: 'Quality', weight: '40', value: '3', points: '24.00', reason: 'Sound.' }
  const own: Assessed = { bidder: 'Birch', rank: 2, total: '74.00', disregardedBecause: null, lines: [line] }
  const winner: Assessed = {
    ...own,
    bidder: 'Alder',
    rank: 1,
    total: '88.00',
    lines: [{ ...line, value: '4', points: '32.00', reason: 'Shown.' }],
  }
  const about = { title: 'Parks', reference: 'n-1', lot: 'A' }

  test('sets each criterion against the winner', () => {
    const summary = composeSummary(about, own, winner, 3)
    expect(summary).toMatchObject({ isWinner: false, rank: 2, of: 3, winner: 'Alder', winnerTotal: '88.00' })
    expect(summary.lines).toEqual([
      { ...line, winnerValue: '4', winnerPoints: '32.00', winnerReason: 'Shown.' },
    ])
  })

  test('of the winner has nobody to stand against', () => {
    expect(composeSummary(about, winner, winner, 3).lines[0]).toMatchObject({ value: '4', winnerValue: null })
  })
})
