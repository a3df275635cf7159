import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Candidate, Evidence } from './evidence.ts'
import { judge, judgeByDecision, numberEvidence, type WeighedRow } from './judge-payee.ts'
import type { Weighed } from './model.ts'

const row = (number: string, kind: string | null = 'company'): Candidate => ({
  number,
  kind,
  name: `COMPANY ${number}`,
  postcode: null,
  place: null,
  sic: null,
  status: null,
  names: [],
})

const seen = (about: Evidence['about'], what: string, weight = 0): Weighed => ({ about, seen: what, weight })
const candidate = (number: string, ...evidence: Weighed[]): WeighedRow => ({ row: row(number), evidence })

describe('judge', () => {
  it('takes a clear row', () => {
    expect(judge([candidate('1', seen('name', 'identical', 12))])).toMatchObject({
      outcome: 'automatic',
      number: '1',
    })
  })

  it('asks which of two namesakes is meant when a trifle tells them apart', () => {
    const rows = (more: number) => [
      candidate('1', seen('name', 'identical', 14 + more)),
      candidate('2', seen('name', 'identical', 14)),
    ]
    expect(judge(rows(0.6))).toMatchObject({ outcome: 'review', number: null })
    expect(judge(rows(0.6)).probability).toBeGreaterThan(0.5)
    expect(judge(rows(2))).toMatchObject({ outcome: 'automatic', number: '1' })
  })

  it('asks about a doubtful row, and leaves an unlikely one', () => {
    expect(judge([candidate('1', seen('name', 'identical', 4))])).toMatchObject({
      outcome: 'review',
      number: null,
    })
    expect(judge([candidate('1', seen('name', 'identical', -4))])).toMatchObject({
      outcome: 'unknown',
      number: null,
    })
    expect(judge([])).toMatchObject({ outcome: 'unknown', candidates: [] })
  })

  it('never takes a row against the number in the ledger, however much speaks for it', () => {
    const rows = [candidate('1', seen('name', 'identical', 40), seen('number', 'disagrees', -5))]
    expect(judge(rows)).toMatchObject({ outcome: 'review', number: null })
  })

  it('never takes a number whose row has hardly a word of the name', () => {
    for (const grade of ['none', 'little', 'slip-in-one', 'both-add-less'])
      expect(judge([candidate('1', seen('name', grade), seen('number', 'agrees', 20))])).toMatchObject({
        outcome: 'review',
      })
  })

  it('shows a row that bears the number even when nothing else fits', () => {
    expect(judge([candidate('1', seen('name', 'none', -30), seen('number', 'agrees', 1))])).toMatchObject({
      outcome: 'review',
    })
  })

  it('takes an overseas company only by its number', () => {
    const overseas = [seen('name', 'identical', 12), seen('register', 'overseas')]
    expect(judge([candidate('1', ...overseas)])).toMatchObject({ outcome: 'review' })
    expect(judge([candidate('1', ...overseas, seen('number', 'agrees', 20))])).toMatchObject({
      outcome: 'automatic',
    })
  })

  it('lets the ledger’s own word stand for a name that is not alike', () => {
    expect(
      judge([candidate('1', seen('name', 'little', -5), seen('ledger', 'same-name', 15))]),
    ).toMatchObject({ outcome: 'automatic' })
  })

  it('gives the same judgement in whatever order the rows come, the best first and at most five', () => {
    const weights = fc.uniqueArray(fc.integer({ min: -10, max: 20 }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(weights, (all) => {
        const rows = all.map((weight, at) => candidate(String(at), seen('name', 'identical', weight)))
        const judgement = judge(rows)
        const reversed = judge(rows.toReversed())
        expect(reversed.candidates.map(({ number }) => number)).toEqual(
          judgement.candidates.map(({ number }) => number),
        )
        expect(reversed.outcome).toBe(judgement.outcome)
        expect(judgement.candidates.length).toBe(Math.min(5, all.length))
        expect(judgement.candidates[0]?.number).toBe(String(all.indexOf(Math.max(...all))))
        expect(judgement.margin).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('numberEvidence', () => {
  it('compares companies with company numbers and charities with charity numbers', () => {
    const own = { company: '04000001', charity: '1131243' }
    expect(numberEvidence(row('04000001'), own)).toMatchObject([{ seen: 'agrees' }])
    expect(numberEvidence(row('04000002'), own)).toMatchObject([{ seen: 'disagrees' }])
    expect(numberEvidence(row('1131243', 'charity'), own)).toMatchObject([{ seen: 'agrees' }])
    expect(numberEvidence(row('1131243', 'charity'), { ...own, charity: null })).toEqual([])
  })
})

describe('judgeByDecision', () => {
  it('keeps to what was decided', () => {
    expect(judgeByDecision('04000001')).toMatchObject({
      outcome: 'automatic',
      number: '04000001',
      probability: 1,
    })
    expect(judgeByDecision(null)).toMatchObject({ outcome: 'unknown', number: null })
  })
})
