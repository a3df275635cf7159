import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exact, ONE } from '../../../../kernel/exact.ts'
import { aControlTest, anAppraisal, anOption } from '../../appraisal-builders.ts'
import { LIMBS } from '../../control-tests.ts'
import { checkAppraisal } from './check-appraisal.ts'
import { decideControlTest } from './control-test.ts'
import { pointsOf, rankOptions } from './rank-options.ts'
import { turningWeights } from './turning-weights.ts'
import { wholeLifeCost } from './whole-life-cost.ts'

const limbs = LIMBS.vertical.map(({ id }) => id)
const criteria = [
  { code: 'a', name: 'A', weight: '60' },
  { code: 'b', name: 'B', weight: '40' },
]
const option = (name: string, a: number, b: number) => ({
  ...anOption({ name }),
  scores: [
    { criterion: 'a', score: a, evidence: 'e', confidence: 'high' as const },
    { criterion: 'b', score: b, evidence: 'e', confidence: 'low' as const },
  ],
})

describe('rankOptions', () => {
  test('weighs scores, lets equals share a place, and says what rests on little', () => {
    const ranked = rankOptions([option('X', 5, 0), option('Y', 0, 5), option('Z', 5, 0)], criteria)
    expect(
      ranked.map(({ option: { name }, points, place, shaky }) => [
        name,
        points.toFixed(),
        place,
        shaky.toFixed(),
      ]),
    ).toEqual([
      ['X', '60', 1, '0'],
      ['Z', '60', 1, '0'],
      ['Y', '40', 3, '40'],
    ])
  })

  test('counts what nobody scored as nothing, and says so', () =>
    expect(rankOptions([{ ...option('X', 5, 5), scores: [] }], criteria)[0]).toMatchObject({
      unscored: ['A', 'B'],
    }))
})

describe('turningWeights', () => {
  // X = 0.6 × 5/5 + 0.4 × 1/5 = 68, Y = 0.6 × 2/5 + 0.4 × 5/5 = 64. Equal where w(1 − 0.4) = (1 − w)(1 − 0.2): w = 4/7.
  test('finds the weight at which two are equal', () => {
    const [nearest] = turningWeights([option('X', 5, 1), option('Y', 2, 5)], criteria)
    expect(nearest).toMatchObject({ leader: { name: 'X' }, rival: { name: 'Y' } })
    expect(nearest?.weight.toFixed(4)).toBe('57.1429')
  })

  test('is empty where one is better in everything, or two are first', () => {
    expect(turningWeights([option('X', 5, 5), option('Y', 2, 2)], criteria)).toEqual([])
    expect(turningWeights([option('X', 3, 3), option('Y', 3, 3)], criteria)).toEqual([])
  })

  test('at the weight it gives, leader and rival have the same points', () => {
    const score = fc.integer({ min: 0, max: 5 })
    fc.assert(
      fc.property(fc.array(fc.tuple(score, score), { minLength: 2, maxLength: 5 }), (scores) => {
        const options = scores.map(([a, b], index) => option(`O${index}`, a, b))
        for (const { criterion, weight, leader, rival } of turningWeights(options, criteria)) {
          const moved = criteria.map((one) => ({
            ...one,
            weight: (one.code === criterion.code ? weight : exact(100).minus(weight)).toFixed(20),
          }))
          expect(pointsOf(leader, moved).minus(pointsOf(rival, moved)).abs().lt('1e-12')).toBe(true)
        }
      }),
    )
  })
})

describe('wholeLifeCost', () => {
  test('discounts from the second year on, and rounds once', () => {
    const factors = [ONE, ONE.div('1.035'), ONE.div('1.035').div('1.035')]
    // 100 + 100/1.035 + 100/1.071225 = 289.9694…
    expect(wholeLifeCost([100_00, 100_00, 100_00], factors)).toEqual({
      years: 3,
      totalPence: 300_00n,
      presentPence: 289_97n,
    })
  })
  test('of nothing is nothing', () =>
    expect(wholeLifeCost([], [])).toMatchObject({ years: 0, totalPence: 0n }))
})

describe('decideControlTest', () => {
  const decide = (...given: Parameters<typeof aControlTest>) =>
    decideControlTest(aControlTest(...given), limbs, '2026-11-22')

  test('is met where every limb holds and something shows it, until a year has gone', () => {
    expect(decide()).toMatchObject({ outcome: 'met', retestBy: '2027-04-01', isOverdue: false })
    expect(decide({ testedOn: '2025-11-21' })).toMatchObject({ retestBy: '2026-11-21', isOverdue: true })
    expect(decide({ testedOn: '2025-11-22' })).toMatchObject({ isOverdue: false })
    expect(decide({ testedOn: '2024-02-29' }).retestBy).toBe('2025-02-28')
  })

  test.each([
    ['19.99', 'met', true],
    ['20', 'not-met', true],
    ['14.99', 'met', false],
    ['15', 'met', true],
  ])('with %s %% of its work for others, a controlled body is %s', (outsidePercent, outcome, isNearLimit) =>
    expect(decide({ outsidePercent })).toMatchObject({ outcome, isNearLimit }),
  )

  test('lets authorities together do 20 % for others, and no more', () => {
    const horizontal = LIMBS.horizontal.map(({ id }) => id)
    const answers = horizontal.map((limb) => ({ limb, holds: true, evidence: 'Agreement' }))
    const at = (outsidePercent: string) =>
      decideControlTest(
        aControlTest({ kind: 'horizontal', answers, outsidePercent }),
        horizontal,
        '2026-11-22',
      ).outcome
    expect([at('20'), at('20.01')]).toEqual(['met', 'not-met'])
  })

  test('is not shown where a limb is open, or holds on nobody’s evidence', () => {
    expect(decide({ outsidePercent: null }, { holds: null })).toMatchObject({
      outcome: 'not-shown',
      open: limbs,
    })
    expect(decide({}, { evidence: '' })).toMatchObject({ outcome: 'not-shown', withoutEvidence: limbs })
  })

  test('is not met where one limb fails, whatever else is open', () => {
    const answers = [{ limb: 'V5', holds: false, evidence: 'A private shareholder' }]
    expect(decide({ answers })).toMatchObject({ outcome: 'not-met', failed: ['V5'] })
  })
})

describe('checkAppraisal', () => {
  test('finds nothing wrong with a complete one', () => expect(checkAppraisal(anAppraisal())).toEqual([]))

  test.each([
    ['one option', { options: [anOption({ name: 'In-house' })] }, 'too-few-options'],
    ['weights of 60', { criteria: [{ code: 'a', name: 'A', weight: '60' }] }, 'weights-do-not-add-up'],
    ['no choice', { chosenId: null }, 'nothing-chosen'],
    ['a choice of what is not there', { chosenId: 'x' }, 'nothing-chosen'],
    ['no reason', { chosenBecause: '' }, 'reason-missing'],
    [
      'no costs',
      { options: [anOption({ name: 'In-house' }), anOption({ name: 'B', costsPence: [] })] },
      'costs-missing',
    ],
    [
      'other years',
      { options: [anOption({ name: 'In-house' }), anOption({ name: 'B', costsPence: [1] })] },
      'costs-differ-in-years',
    ],
    [
      'a hybrid in one part',
      { options: [anOption({ name: 'In-house' }), anOption({ name: 'B', model: 'hybrid' })] },
      'parts-missing',
    ],
    [
      'staff that move unexplained',
      { options: [anOption({ name: 'In-house' }), anOption({ name: 'B', movesStaff: true })] },
      'flags-not-explained',
    ],
    [
      'no scores',
      { options: [anOption({ name: 'In-house' }), anOption({ name: 'B', scores: [] })] },
      'score-missing',
    ],
  ] as const)('stops at %s', (_what, facts, code) =>
    expect(checkAppraisal(anAppraisal(facts)).map((fault) => fault.code)).toContain(code),
  )
})
