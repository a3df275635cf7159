import { describe, expect, test } from 'vitest'
import { RUBRICS } from '../framework/rubrics.ts'
import { decideScore } from './rubric.ts'

const rubric = RUBRICS[0]!
const given = { score: 3, reason: 'two residents confirm it', evidence: ['their words'] }

describe('a score on a described scale', () => {
  test('is taken with its reason and evidence', () =>
    expect(decideScore(rubric, given)).toMatchObject({
      ok: true,
      value: { score: 3, level: { name: 'confirmed' } },
    }))
  test('of nothing needs no evidence', () =>
    expect(decideScore(rubric, { score: 0, reason: 'no account was given', evidence: [] }).ok).toBe(true))
  test.each([
    ['a half', { score: 2.5 }, 'score-not-on-rubric'],
    ['six', { score: 6 }, 'score-not-on-rubric'],
    ['below nothing', { score: -1 }, 'score-not-on-rubric'],
    ['no number', { score: Number.NaN }, 'score-not-on-rubric'],
    ['no reason', { reason: ' ' }, 'reason-missing'],
    ['no evidence', { evidence: [''] }, 'evidence-missing'],
  ])('%s is refused', (_what, facts, refusal) =>
    expect(decideScore(rubric, { ...given, ...facts })).toMatchObject({ ok: false, refusal }),
  )
  test('never becomes pounds', () => {
    const decision = decideScore(rubric, given)
    expect(Object.keys(decision.ok ? decision.value : {})).toEqual(['score', 'level', 'reason', 'evidence'])
  })
})

test.each(RUBRICS.map((it) => [it.code, it] as const))(
  '%s describes every score from 0 to 5, and what shows it',
  (_code, { levels }) => {
    expect(levels.map(({ score }) => score)).toEqual([0, 1, 2, 3, 4, 5])
    expect(levels.filter(({ evidence }) => evidence === null).map(({ score }) => score)).toEqual([0])
  },
)
