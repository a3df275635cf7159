import { describe, expect, test } from 'vitest'
import { anAskContent, anAskLine, anAwardCriterion, someCriteria } from '../../ask-builders.ts'
import type { AskContent } from '../../model/ask.ts'
import { checkAsk, isReady } from './check-ask.ts'

const policy = { weight: '20', source: 'Procurement strategy' }
const fit = { max: 4, unsuitable: [] }
const check = (facts: Partial<AskContent>, proportion: Parameters<typeof checkAsk>[3] = fit) =>
  checkAsk(anAskContent(facts), 40_000_000, policy, proportion)
const codes = (facts: Partial<AskContent>, proportion = fit as Parameters<typeof checkAsk>[3]) =>
  check(facts, proportion).map(({ code }) => code)
const criteriaWith = (index: number, facts: Parameters<typeof anAwardCriterion>[0]) =>
  someCriteria.map((criterion, at) => (at === index ? { ...criterion, ...facts } : criterion))

describe('checkAsk', () => {
  test('finds nothing wrong with a complete ask', () => {
    expect(check({})).toEqual([])
    expect(isReady(check({}))).toBe(true)
  })

  test.each<[string, Partial<AskContent>, string]>([
    ['no measure', { lines: [] }, 'nothing-asked'],
    ['no criterion', { criteria: [] }, 'criteria-missing'],
    ['weights of 99', { criteria: criteriaWith(1, { weight: '39' }) }, 'weights-do-not-add-up'],
    ['weights of 100.01', { criteria: criteriaWith(1, { weight: '40.01' }) }, 'weights-do-not-add-up'],
    ['a weight of nothing', { criteria: criteriaWith(1, { weight: '0' }) }, 'weight-unreadable'],
    ['a weight in words', { criteria: criteriaWith(1, { weight: 'forty' }) }, 'weight-unreadable'],
    ['a benchmark that is missing', { criteria: criteriaWith(0, { benchmark: null }) }, 'benchmark-missing'],
    ['a benchmark of nothing', { criteria: criteriaWith(0, { benchmark: '0' }) }, 'benchmark-missing'],
    ['a price on a scale', { criteria: criteriaWith(0, { method: 'scale' }) }, 'method-needs-judgement'],
    [
      'quality by benchmark',
      { criteria: criteriaWith(1, { method: 'bands', benchmark: '1' }) },
      'method-needs-judgement',
    ],
    ['a question that is missing', { criteria: criteriaWith(1, { question: '' }) }, 'question-missing'],
    ['two names alike', { criteria: criteriaWith(1, { name: 'PRICE' }) }, 'name-twice'],
    ['an odd minimum', { lines: [anAskLine({ minimum: '-1' })] }, 'minimum-unreadable'],
    ['no word about lots', { lotsReason: '' }, 'lots-not-explained'],
  ])('stops at %s', (_what, facts, code) => {
    expect(codes(facts)).toContain(code)
    expect(isReady(check(facts))).toBe(false)
  })

  test('asks for a reason where the weight departs from the policy, and takes it', () => {
    const criteria = [
      ...someCriteria.slice(0, 1),
      ...criteriaWith(1, { weight: '45' }).slice(1, 2),
      ...criteriaWith(2, { weight: '5' }).slice(2),
    ]
    expect(codes({ criteria })).toEqual(['weight-off-policy'])
    expect(
      codes({ criteria, weightReason: 'Meals: 5 for social value and 15 for environment in quality.' }),
    ).toEqual([])
    expect(checkAsk(anAskContent({ criteria }), 1, null, fit)).toEqual([])
  })

  test('asks for a reason where more is asked than is in proportion', () => {
    const lines = [anAskLine(), anAskLine({ measure: 'b' })]
    expect(codes({ lines }, { max: 1, unsuitable: [] })).toEqual(['too-many-measures'])
    expect(codes({ lines, proportionReason: 'It is a pilot.' }, { max: 1, unsuitable: [] })).toEqual([])
  })

  test('asks for a reason where a measure does not suit', () => {
    const unsuitable = { max: 4, unsuitable: ['work-local-jobs'] }
    expect(codes({}, unsuitable)).toEqual(['measure-unsuitable'])
    expect(codes({ lines: [anAskLine({ reason: 'It can be shared.' })] }, unsuitable)).toEqual([])
  })

  test('wants a criterion for each way of telling', () => {
    expect(codes({ lines: [anAskLine({ askedAs: 'words' })], criteria: someCriteria.slice(0, 3) })).toContain(
      'words-without-criterion',
    )
    expect(codes({ criteria: [...someCriteria.slice(0, 2), ...someCriteria.slice(3)] })).toContain(
      'numbers-without-criterion',
    )
  })

  test('takes two lots that fit the value, and stops at more', () => {
    const lot = { name: 'North', description: '', valuePence: 20_000_000, isForSmallSuppliers: false }
    const two = [lot, { ...lot, name: 'South' }]
    expect(codes({ lots: two, lotsReason: '' })).toEqual([])
    expect(codes({ lots: [...two, { ...lot, name: 'West', valuePence: 1 }] })).toEqual(['lots-exceed-value'])
  })

  test('only thinks aloud about relative methods and fixed minimums without volume', () => {
    const relative = { criteria: criteriaWith(0, { method: 'relative-to-best' }) }
    expect(codes(relative)).toEqual(['relative-method'])
    expect(isReady(check(relative))).toBe(true)
    const unsure = { isVolumeGuaranteed: false, lines: [anAskLine({ minimum: '3' })] }
    expect(codes(unsure)).toEqual(['indexation-missing'])
    expect(isReady(check(unsure))).toBe(true)
  })
})
