import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aPurchaseDraft } from '../builders.ts'
import { STAGE_MOVES, STAGES } from '../model/purchase.ts'
import { decidePurchase, decideStage, mayEdit } from './purchase.ts'
import { wholeValue, wholeValueWithVat } from './purchase-value.ts'

const NO_PLACES: ReadonlySet<string> = new Set()

describe('decidePurchase', () => {
  test('takes an idea that is nothing but a title, without the space around it', () => {
    const idea = aPurchaseDraft({
      title: '  Tool library ',
      kind: null,
      valuePence: null,
      vatRate: null,
      commencesOn: null,
      tenderOn: null,
    })
    expect(decidePurchase(idea, NO_PLACES)).toMatchObject({ ok: true, value: { title: 'Tool library' } })
  })

  test.each([
    ['purchase-has-no-title', { title: '   ' }],
    ['value-negative', { optionsPence: -1 }],
    ['place-unknown', { placeIds: ['elsewhere'] }],
    ['dates-out-of-order', { tendersDueOn: '2027-05-03' }],
    ['dates-out-of-order', { endsOn: '2027-09-30' }],
    ['dates-out-of-order', { extendedEndsOn: '2031-09-29' }],
  ] as const)('refuses with %s: %j', (refusal, facts) => {
    expect(decidePurchase(aPurchaseDraft(facts), NO_PLACES)).toMatchObject({ ok: false, refusal })
  })

  test('names the two dates that stand in the wrong order', () => {
    expect(decidePurchase(aPurchaseDraft({ awardOn: '2027-06-01' }), NO_PLACES)).toMatchObject({
      facts: { earlier: 'award', later: 'tenders due' },
    })
  })

  test('lets a contract start before it is signed, which is unwise but happens', () => {
    expect(decidePurchase(aPurchaseDraft({ startsOn: '2027-09-01' }), NO_PLACES).ok).toBe(true)
  })
})

describe('decideStage', () => {
  test.each(STAGES.flatMap((from) => STAGES.map((to) => [from, to] as const)))('%s → %s', (from, to) => {
    expect(decideStage({ stage: from }, to, []).ok).toBe(STAGE_MOVES[from].includes(to))
  })

  test('keeps a purchase from being ready or published while something is to do, and names it', () => {
    expect(decideStage({ stage: 'ask' }, 'ready', ['Impact', 'The ask'])).toEqual({
      ok: false,
      refusal: 'sections-to-do',
      facts: { sections: 'Impact, The ask' },
    })
    expect(decideStage({ stage: 'ready' }, 'published', ['Impact'])).toMatchObject({
      refusal: 'sections-to-do',
    })
    expect(decideStage({ stage: 'planning' }, 'ask', ['Impact']).ok).toBe(true)
  })

  test('what is published is no longer edited', () => {
    expect(STAGES.filter((stage) => mayEdit({ stage }))).toEqual([
      'idea',
      'planning',
      'engagement',
      'ask',
      'ready',
    ])
  })
})

describe('the whole value', () => {
  test('is the certain part with options and extensions; with VAT only once the rate is known', () => {
    const purchase = { valuePence: 10_000, optionsPence: 2_000, extensionsPence: 3_001, vatRate: 20 }
    expect(wholeValue(purchase)).toBe(15_001)
    expect(wholeValueWithVat(purchase)).toBe(18_001)
    expect(wholeValueWithVat({ ...purchase, vatRate: null })).toBeNull()
    expect(wholeValue({ ...purchase, valuePence: null })).toBeNull()
  })

  test('with VAT is never below the value without, and never a penny off', () => {
    const amount = fc.integer({ min: 0, max: 10 ** 12 })
    fc.assert(
      fc.property(amount, amount, fc.constantFrom(0, 5, 20), (valuePence, optionsPence, vatRate) => {
        const purchase = { valuePence, optionsPence, extensionsPence: 0, vatRate }
        const without = wholeValue(purchase) ?? 0
        const withVat = wholeValueWithVat(purchase) ?? 0
        expect(withVat).toBeGreaterThanOrEqual(without)
        expect(Math.abs(withVat * 100 - without * (100 + vatRate))).toBeLessThanOrEqual(50)
      }),
    )
  })
})
