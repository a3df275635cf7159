import { describe, expect, test } from 'vitest'
import { aPurchaseDraft } from '../builders.ts'
import type { DatedStep } from '../law/answer.ts'
import { type Purchase, STAGES } from '../model/purchase.ts'
import { chooseSteps, nextSteps, type StepFilter } from './next-steps.ts'
import { choosePurchases, publicPurchases, totalPurchases } from './pipeline.ts'

const UNDATED = { tenderOn: null, tendersDueOn: null, awardOn: null, contractOn: null, startsOn: null }
const made = (number: number, facts: Partial<Purchase> = {}): Purchase => ({
  ...aPurchaseDraft(),
  id: String(number),
  authorityId: 'us',
  number,
  stage: 'planning',
  facts: {},
  createdAt: new Date(0),
  updatedAt: new Date(0),
  version: 1,
  ...facts,
})
const NOTHING = { stage: null, kind: null, department: null, category: null, search: null }
const by = (order: 'value' | 'tender' | 'title', isDescending = false) => ({
  by: order,
  isDescending,
  stages: STAGES,
})
const numbers = (purchases: readonly Purchase[]) => purchases.map(({ number }) => number)

describe('choosePurchases', () => {
  const all = [
    made(1, { title: 'Bread', valuePence: 500, tenderOn: '2027-03-01' }),
    made(2, { title: 'apples', valuePence: null, tenderOn: null, stage: 'idea' }),
    made(3, { title: 'Coal', valuePence: 90_000_000, tenderOn: '2027-01-04', kind: 'goods' }),
  ]
  test('sorts, with what is not known last in either direction', () => {
    expect(numbers(choosePurchases(all, NOTHING, by('value')))).toEqual([1, 3, 2])
    expect(numbers(choosePurchases(all, NOTHING, by('value', true)))).toEqual([3, 1, 2])
    expect(numbers(choosePurchases(all, NOTHING, by('title')))).toEqual([2, 1, 3])
  })
  test('filters by stage, kind and words, whatever their case', () => {
    expect(numbers(choosePurchases(all, { ...NOTHING, stage: 'idea' }, by('title')))).toEqual([2])
    expect(numbers(choosePurchases(all, { ...NOTHING, kind: 'goods' }, by('title')))).toEqual([3])
    expect(numbers(choosePurchases(all, { ...NOTHING, search: 'BREAD' }, by('title')))).toEqual([1])
  })
  test('adds up only what has a value, and says how many that are', () => {
    expect(totalPurchases(all)).toEqual({
      purchases: 3,
      valued: 2,
      wholePence: 500 + 90_000_000 + 2 * 10_000_000,
      from: '2027-01-04',
      to: '2027-03-01',
    })
  })
})

test('the public sees what is marked public, and neither stopped nor over', () => {
  const all = [
    made(1, { isPublic: true }),
    made(2),
    made(3, { isPublic: true, stage: 'stopped' }),
    made(4, { isPublic: true, stage: 'ended' }),
  ]
  expect(numbers(publicPurchases(all))).toEqual([1])
})

describe('nextSteps', () => {
  const step = (facts: Partial<DatedStep>): DatedStep => ({
    id: 'x',
    title: 'Something',
    means: 'by',
    date: '2027-02-01',
    given: null,
    met: null,
    isWorkingDay: true,
    answerId: 'a',
    provision: 's.1',
    confidence: 'sure',
    ...facts,
  })
  const around = { today: '2027-01-15', soonUntil: '2027-02-15' }
  const states = (steps: readonly DatedStep[]) =>
    nextSteps([{ purchase: made(1, UNDATED), timetable: steps }], around).map(({ state }) => state)

  test('says what is late, soon and later', () => {
    expect(states([step({}), step({ date: '2027-01-14' }), step({ date: '2027-02-16' })])).toEqual([
      'late',
      'soon',
      'later',
    ])
  })
  test('is silent about what is planned in time, and about first days with nothing planned', () => {
    expect(states([step({ given: '2027-01-20', met: true }), step({ means: 'from' })])).toEqual([])
  })
  test('tells of a planned day that breaks the rule', () => {
    expect(states([step({ means: 'from', given: '2027-01-20', met: false })])).toEqual(['wrong'])
  })
  test('puts the plan between the days of the law, earliest first', () => {
    const purchase = made(1, { ...UNDATED, tenderOn: '2027-01-20', awardOn: '2027-03-01' })
    const steps = nextSteps([{ purchase, timetable: [step({})] }], around)
    expect(steps.map(({ date, means }) => `${date} ${means}`)).toEqual([
      '2027-01-20 plan',
      '2027-02-01 by',
      '2027-03-01 plan',
    ])
  })
})

describe('the list of next steps', () => {
  const on = (number: number, date: string) =>
    nextSteps([{ purchase: made(number, { ...UNDATED, tenderOn: date }), timetable: [] }], {
      today: '2027-01-15',
      soonUntil: '2027-02-15',
    })
  const steps = [...on(1, '2027-01-20'), ...on(2, '2027-03-01'), ...on(3, '2027-02-01')]
  const days = (filter: Partial<StepFilter>, isDescending = false) =>
    chooseSteps(steps, { state: null, search: null, ...filter }, { by: 'when', isDescending }).map(
      ({ date }) => date,
    )
  test('is sorted either way, and narrowed by time and words', () => {
    expect(days({})).toEqual(['2027-01-20', '2027-02-01', '2027-03-01'])
    expect(days({}, true)).toEqual(['2027-03-01', '2027-02-01', '2027-01-20'])
    expect(days({ state: 'later' })).toEqual(['2027-03-01'])
    expect(days({ state: 'pressing' })).toEqual([])
    expect(days({ search: 'TENDER notice' })).toHaveLength(3)
    expect(days({ search: 'nothing such' })).toEqual([])
  })
})
