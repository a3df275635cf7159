import { describe, expect, test } from 'vitest'
import type { Impact, ImpactDraft } from '../model/impact.ts'
import { decideImpact, decideNoImpact, findImpactGaps, weightOf } from './impact.ts'

const draft = (facts: Partial<ImpactDraft> = {}): ImpactDraft => ({
  direction: 'negative',
  dimension: 'social',
  effect: 'Fewer visits in the evening',
  groups: ['Older people'],
  placeIds: [],
  likelihood: 3,
  scale: 4,
  answer: null,
  answerReason: '',
  ...facts,
})
const made = (facts: Partial<ImpactDraft> = {}): Impact => ({ ...draft(facts), id: 'i', purchaseId: 'p' })

describe('decideImpact', () => {
  test.each([
    ['impact-without-effect', { effect: ' ' }],
    ['impact-grade-unknown', { likelihood: 5 }],
    ['impact-grade-unknown', { scale: 0 }],
    ['impact-answer-without-reason', { answer: 'questions', answerReason: 'later' }],
  ] as const)('refuses with %s: %j', (refusal, facts) => {
    expect(decideImpact(draft(facts))).toMatchObject({ ok: false, refusal })
  })
  test('lets a bad effect stand unanswered while it is worked on', () => {
    expect(decideImpact(draft()).ok).toBe(true)
  })
  test('a good effect needs no answer and keeps none', () => {
    expect(decideImpact(draft({ direction: 'positive', answer: 'accepted' }))).toMatchObject({
      value: { answer: null, answerReason: '' },
    })
  })
})

describe('findImpactGaps', () => {
  const none = [{ dimension: 'environmental' as const, reason: 'Nothing is driven or built.' }]
  test('names each kind of effect of which nothing is said', () => {
    expect(findImpactGaps([made({ direction: 'positive' })], none).dimensions).toEqual(['economic'])
  })
  test('names bad effects without an answer, the weightiest first', () => {
    const light = made({ likelihood: 1, scale: 1, effect: 'light' })
    const met = made({ answer: 'specification', answerReason: 'Evening visits are in the specification.' })
    const accepted = made({ answer: 'accepted', answerReason: 'No supplier can avoid it this year.' })
    const { unanswered } = findImpactGaps([light, met, accepted, made()], none)
    expect(unanswered.map(weightOf)).toEqual([12, 1])
  })
  test('"none expected" needs a reason and no effect beside it', () => {
    expect(decideNoImpact({ dimension: 'social', reason: 'no' }, [])).toMatchObject({
      refusal: 'impact-none-without-reason',
    })
    const none = { dimension: 'social' as const, reason: 'Only machines are bought.' }
    expect(decideNoImpact(none, [made()])).toMatchObject({ refusal: 'impact-none-but-some' })
    expect(decideNoImpact(none, []).ok).toBe(true)
  })
})
