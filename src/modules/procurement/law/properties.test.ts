import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '../../../kernel/plain-date.ts'
import { ALL_RULES } from './all-rules.ts'
import type { Answer } from './answer.ts'
import { BANK_HOLIDAYS_UNTIL } from './bank-holidays.ts'
import { aPurchase, explained, onDays, valueOf } from './builders.ts'
import { explainLaw } from './engine.ts'
import { ARRANGEMENTS, AUTHORITIES, type Facts, ROUTES, SUBJECTS } from './facts.ts'
import { weekdayOf } from './periods.ts'
import { amountOn, THRESHOLDS } from './tables/thresholds.ts'
import { isWorkingDay } from './working-days.ts'

const day = (from: string, until: string) =>
  fc.integer({ min: 0, max: daysBetween(from, until) }).map((days) => addDays(from, days))
const underTheAct = day('2025-02-24', '2027-12-31')
const pence = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000_000 }),
  fc.constantFrom(
    2_999_999,
    3_000_000,
    20_771_999,
    20_772_000,
    200_000_000,
    200_000_001,
    500_000_000,
    500_000_001,
    519_300_000,
  ),
)
const known = fc.option(fc.boolean(), { nil: undefined })

const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    authority: fc.constantFrom(...AUTHORITIES),
    procurementCommencedOn: day('2024-01-01', '2028-06-30'),
    subject: fc.constantFrom(...SUBJECTS),
    isConcession: fc.boolean(),
    isUtilities: fc.boolean(),
    isDefence: fc.boolean(),
    isLightTouch: known,
    arrangement: fc.constantFrom(...ARRANGEMENTS),
    route: fc.option(fc.constantFrom(...ROUTES), { nil: undefined }),
    amounts: pence.map((estimatedPence) => ({ isVatIncluded: true, estimatedPence })),
    isAdvertised: known,
    hasMarketEngagement: known,
    paysOver100mAYear: known,
    isUrgent: known,
    isElectronic: known,
    areDocumentsAllAtOnce: known,
  })
  .filter(
    (facts) =>
      !(facts.isConcession && facts.subject === 'goods') &&
      !(facts.isLightTouch === true && facts.subject !== 'services'),
  )

const isComplete = (answer: Answer): boolean =>
  /^[A-Z£“].*[.?]$/s.test(answer.sentence) &&
  !/undefined|null|NaN|\[object/.test(answer.sentence) &&
  /^https?:\/\//.test(answer.source) &&
  answer.provision.length > 3 &&
  (answer.applies === 'depends') === answer.dependsOn.length > 0

describe('any facts', () => {
  test('get every answer, in the same order, each with its reason and source', () => {
    const ids = ALL_RULES.map((rule) => rule.row.id)
    expect(new Set(ids).size).toBe(ids.length)
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { answers, questions } = explainLaw(facts)
        expect(questions).toEqual([])
        expect(answers.map((answer) => answer.id)).toEqual(ids)
        expect(
          answers.filter((answer) => !isComplete(answer)).map((answer) => [answer.id, answer.sentence]),
        ).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
  test('give the same explanation twice', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(explainLaw(facts)).toEqual(explainLaw(structuredClone(facts)))
      }),
      { numRuns: 50 },
    )
  })
})

/** What may differ between two sides of a threshold: nothing that does not follow from being a public contract. */
const appliesOf = (facts: Facts): Map<string, Answer['applies']> =>
  new Map(explained(facts).answers.map((answer) => [answer.id, answer.applies]))
const NOT_BY_THRESHOLD =
  /^(regime\.(law|health|amendments)|value\.(vat|estimate|no-avoidance|aggregation|from)|exemption|social-value\.(minimum|section|npps|ppn)|transparency|workforce|records\.(practice|withholding)|payment\.previous|modification\.previous|notice\.UK1[3-6]|kpi\.social|route\.direct-award-ground)/

describe('crossing an amount', () => {
  test('a penny above the threshold changes only the rules of public and below-threshold contracts', () => {
    for (const subject of SUBJECTS) {
      for (const commenced of ['2025-06-01', '2026-06-01']) {
        const at = (estimatedPence: number) =>
          appliesOf(
            aPurchase({
              procurementCommencedOn: commenced,
              subject,
              amounts: { isVatIncluded: true, estimatedPence },
            }),
          )
        const limit = amountOn(THRESHOLDS[subject === 'works' ? 9 : 11]?.amounts ?? [], commenced)?.pence ?? 0
        const [below, above] = [at(limit - 1), at(limit)]
        const changed = [...above.keys()].filter((id) => below.get(id) !== above.get(id))
        expect(changed).toContain('notice.UK4')
        expect(
          changed.filter((id) => NOT_BY_THRESHOLD.test(id)),
          `${subject} ${commenced}`,
        ).toEqual([])
      }
    }
  })
  test('between two amounts nothing changes', () => {
    const LIMITS = [
      500_00, 5_000_00, 6_000_00, 30_000_00, 207_720_00, 1_000_000_00, 2_000_000_00, 5_000_000_00,
    ]
    const band = (value: number): number =>
      LIMITS.filter(
        (limit) => value > limit || (value === limit && (limit === 30_000_00 || limit === 207_720_00)),
      ).length
    fc.assert(
      fc.property(pence, pence, (a, b) => {
        fc.pre(band(a) === band(b))
        const at = (estimatedPence: number) =>
          appliesOf(aPurchase({ amounts: { isVatIncluded: true, estimatedPence } }))
        expect(at(a)).toEqual(at(b))
      }),
      { numRuns: 200 },
    )
  })
  test('£2 million changes the pipeline only, £5 million the indicators and the copy only', () => {
    const at = (estimatedPence: number) =>
      appliesOf(aPurchase({ paysOver100mAYear: true, amounts: { isVatIncluded: true, estimatedPence } }))
    const changedAt = (limit: number): string[] =>
      [...at(limit).keys()].filter((id) => at(limit).get(id) !== at(limit + 1).get(id))
    expect(changedAt(200_000_000)).toEqual(['threshold.pipeline', 'notice.UK1'])
    expect(changedAt(500_000_000)).toEqual([
      'threshold.five-million',
      'notice.UK7.contract-copy',
      'kpi.set',
      'kpi.publish',
      'kpi.ratings',
      'notice.UK9.kpi',
    ])
  })
})

describe('a later commencement', () => {
  test('never revives an amount that was replaced', () => {
    fc.assert(
      fc.property(underTheAct, underTheAct, fc.constantFrom(...THRESHOLDS), (a, b, { amounts }) => {
        const [first, second] = a <= b ? [a, b] : [b, a]
        const index = (on: string): number => amounts.findIndex((amount) => amount === amountOn(amounts, on))
        expect(index(second)).toBeGreaterThanOrEqual(index(first))
      }),
    )
  })
  test('never brings back the earlier law, nor a rule whose time is over', () => {
    fc.assert(
      fc.property(day('2024-01-01', '2028-06-30'), day('2024-01-01', '2028-06-30'), (a, b) => {
        const [first, second] = a <= b ? [a, b] : [b, a]
        const lawOn = (on: string) => explained(aPurchase({ procurementCommencedOn: on })).summary?.regime
        if (lawOn(first) === 'act') expect(lawOn(second)).toBe('act')
        for (const { row } of ALL_RULES) {
          if (row.until === null || first <= row.until) continue
          const answer = explained(aPurchase({ procurementCommencedOn: second })).answers.find(
            (candidate) => candidate.id === row.id,
          )
          expect(answer?.applies, row.id).toBe(false)
        }
      }),
      { numRuns: 60 },
    )
  })
  test('applies no rule before its first day', () => {
    fc.assert(
      fc.property(day('2024-01-01', '2028-06-30'), (on) => {
        const answers = new Map(
          explained(aPurchase({ procurementCommencedOn: on, ...onDays({}) })).answers.map((answer) => [
            answer.id,
            answer.applies,
          ]),
        )
        for (const { row } of ALL_RULES) {
          const from = row.commencedFrom === undefined ? row.from : row.commencedFrom
          if (from !== null && on < from) expect(answers.get(row.id), row.id).toBe(false)
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('every date', () => {
  const published = day('2025-02-24', '2027-12-10')

  test('of a standstill: ends on a working day, the eighth from the notice, and opens the day after', () => {
    fc.assert(
      fc.property(published, (awardNoticeOn) => {
        const { endsOn, earliestContractOn } = valueOf(
          aPurchase({ procurementCommencedOn: '2025-02-24', ...onDays({ awardNoticeOn }) }),
          'standstill.award',
        ) as { endsOn: string; earliestContractOn: string }
        expect(isWorkingDay(endsOn)).toEqual({ ok: true, value: true })
        expect(earliestContractOn).toBe(addDays(endsOn, 1))
        const between = Array.from({ length: daysBetween(awardNoticeOn, endsOn) + 1 }, (_, index) =>
          addDays(awardNoticeOn, index),
        )
        const working = between.filter((each) => {
          const is = isWorkingDay(each)
          return is.ok && is.value
        })
        expect(working).toHaveLength(8)
        expect(between.every((each) => weekdayOf(each) > 0 || each !== endsOn)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
  test('that a period of days sets lies that many days away, the first day counted', () => {
    fc.assert(
      fc.property(published, fc.boolean(), (contractEnteredOn, isLightTouch) => {
        const facts = aPurchase({
          procurementCommencedOn: '2025-02-24',
          isLightTouch,
          ...onDays({ contractEnteredOn, contractEndedOn: contractEnteredOn }),
        })
        expect(daysBetween(contractEnteredOn, String(valueOf(facts, 'notice.UK7').by))).toBe(
          isLightTouch ? 119 : 29,
        )
        expect(daysBetween(contractEnteredOn, String(valueOf(facts, 'notice.UK11').by))).toBe(29)
      }),
    )
  })
  test('by which payments are published is one of the four days, and within a quarter and 30 days', () => {
    fc.assert(
      fc.property(day('2026-04-01', '2027-12-31'), (madeOn) => {
        const by = String(
          valueOf(aPurchase({ payment: { amountPence: 3_000_001, madeOn } }), 'notice.UK8').by,
        )
        expect(['04-29', '07-29', '10-29', '01-29']).toContain(by.slice(5))
        expect(daysBetween(madeOn, by)).toBeGreaterThanOrEqual(29)
        expect(daysBetween(madeOn, by)).toBeLessThanOrEqual(92 + 29)
        expect(['04-29', '10-29']).toContain(
          String(valueOf(aPurchase({ payment: { madeOn } }), 'notice.UK17').by).slice(5),
        )
      }),
    )
  })
  test('beyond the table of bank holidays is refused, not guessed', () => {
    fc.assert(
      fc.property(day('2027-12-21', '2028-06-30'), (awardNoticeOn) => {
        const answer = explained(aPurchase(onDays({ awardNoticeOn }))).answers.find(
          (candidate) => candidate.id === 'standstill.award',
        )
        expect(answer).toMatchObject({
          applies: true,
          confidence: 'unsure',
          answer: { endsOn: null, earliestContractOn: null },
        })
        expect(answer?.sentence).toContain(BANK_HOLIDAYS_UNTIL.slice(0, 4))
      }),
      { numRuns: 30 },
    )
  })
})
