import { describe, expect, test } from 'vitest'
import { aPurchase, onDays, worth } from './builders.ts'
import { DISCLAIMER, explainLaw } from './engine.ts'
import { explainInput } from './explain-input.ts'

describe('an explanation', () => {
  test('says that it is guidance, and how old its law is', () => {
    expect(explainLaw(aPurchase())).toMatchObject({ disclaimer: DISCLAIMER, lawAsOf: '2026-11-21' })
    expect(DISCLAIMER).toContain('not legal advice')
  })
  test('sorts its dates and names the answer each comes from', () => {
    const { timetable, answers } = explainLaw(
      aPurchase({
        ...worth(6_000_000),
        ...onDays({
          tenderNoticeOn: '2026-05-02',
          awardNoticeOn: '2026-09-01',
          contractEnteredOn: '2026-09-20',
          contractEndedOn: '2027-09-19',
        }),
      }),
    )
    expect(timetable.length).toBeGreaterThan(8)
    expect(timetable.map((step) => step.date)).toEqual(timetable.map((step) => step.date).toSorted())
    const ids = new Set(answers.map((answer) => answer.id))
    expect(timetable.filter((step) => !ids.has(step.answerId))).toEqual([])
  })
  test('says when a date falls on no working day', () => {
    const step = explainLaw(aPurchase(onDays({ contractEnteredOn: '2026-12-04' }))).timetable.find(
      (each) => each.id === 'contract-details-notice',
    )
    expect(step).toMatchObject({ date: '2027-01-02', isWorkingDay: false })
  })
  test('lists the notices that apply, may apply and are voluntary', () => {
    const { summary } = explainLaw(aPurchase({ ...worth(6_000_000), paysOver100mAYear: true }))
    expect(summary?.noticesThatApply).toEqual([
      'UK1',
      'UK4',
      'UK12',
      'UK6',
      'UK7',
      'UK7.contract-copy',
      'UK8',
      'UK17',
      'UK9.kpi',
      'UK9.event',
      'UK11',
      'UK10',
    ])
    expect(summary).toMatchObject({ noticesThatMayApply: ['UK2'], voluntaryNotices: ['UK3'] })
  })
  test('takes under 5 milliseconds', () => {
    const facts = aPurchase({ ...worth(6_000_000), ...onDays({ awardNoticeOn: '2026-11-23' }) })
    for (let round = 0; round < 50; round++) explainLaw(facts)
    const times = Array.from({ length: 101 }, () => {
      const start = performance.now()
      explainLaw(facts)
      return performance.now() - start
    }).sort((a, b) => a - b)
    // The fastest: what else the machine does can only make one slower.
    expect(times[0]).toBeLessThan(5)
  })
  test('warns where CPV code and contract type disagree', () => {
    expect(explainLaw(aPurchase({ cpv: ['45000000-7'] })).warnings).toHaveLength(1)
    expect(explainLaw(aPurchase({ cpv: ['72000000-5'] })).warnings).toEqual([])
  })
  test('takes light touch from the CPV code and says so', () => {
    const { assumptions, answers } = explainLaw(aPurchase({ isLightTouch: undefined, cpv: ['85311000-2'] }))
    expect(assumptions).toContainEqual(expect.objectContaining({ field: 'lightTouch', assumed: true }))
    expect(answers.find((answer) => answer.id === 'threshold.contract')?.answer).toMatchObject({ row: 8 })
  })
})

describe('an explanation of JSON', () => {
  test('asks what could not be read once, and gives no answers', () => {
    const { questions, answers, warnings } = explainInput({
      contractType: 'services',
      estimatedValue: 'lots',
      vatIncluded: true,
      procurementCommencedOn: '2026-05-01',
      colour: 'red',
    })
    expect(questions.map((question) => question.field)).toEqual(['estimatedValue'])
    expect(answers).toEqual([])
    expect(warnings).toHaveLength(1)
  })
})
