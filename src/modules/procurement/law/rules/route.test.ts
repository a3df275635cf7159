import { describe, expect, test } from 'vitest'
import { answerTo, aPurchase, explained, onDays, valueOf, worth } from '../builders.ts'
import { DIRECT_AWARD_GROUNDS, type Facts, ROUTES } from '../facts.ts'

const isOpen = (facts: Facts, route: string): boolean | undefined =>
  (valueOf(facts, 'route.open-to-you').routes as { route: string; isOpen: boolean }[]).find(
    (way) => way.route === route,
  )?.isOpen

describe('routes', () => {
  test.each([...ROUTES.filter((route) => route !== 'invited-suppliers'), 'call-off'])(
    '%s is open to an ordinary public contract',
    (route) => expect(isOpen(aPurchase(), route)).toBe(true),
  )
  test('a concession has no dynamic market and no framework', () => {
    const concession = aPurchase({ isConcession: true, ...worth(9_000_000) })
    expect([isOpen(concession, 'dynamic-market-award'), isOpen(concession, 'call-off')]).toEqual([
      false,
      false,
    ])
    expect(isOpen({ ...concession, isUtilities: true }, 'dynamic-market-award')).toBe(true)
  })
  test('a concession by a dynamic market is shown as closed', () => {
    expect(
      answerTo(
        aPurchase({ isConcession: true, route: 'dynamic-market-award', ...worth(9_000_000) }),
        'route.chosen',
      ),
    ).toMatchObject({ applies: false, answer: { isAllowed: false } })
  })
  test('an open framework is never awarded directly', () => {
    expect(
      answerTo(
        aPurchase({ arrangement: 'open-framework', route: 'direct-award', directAwardGround: 'technical' }),
        'route.chosen',
      ),
    ).toMatchObject({ answer: { isAllowed: false } })
  })
  test('chosen suppliers may be invited below the threshold, not at it', () => {
    expect(
      valueOf(aPurchase({ route: 'invited-suppliers', ...worth(207_719) }), 'route.chosen').isAllowed,
    ).toBe(true)
    expect(
      valueOf(aPurchase({ route: 'invited-suppliers', ...worth(207_720) }), 'route.chosen').isAllowed,
    ).toBe(false)
  })
  test('without a route competition is taken for granted, and said', () => {
    const facts = aPurchase({ route: undefined })
    expect(explained(facts).assumptions.map((each) => each.field)).toContain('route')
    expect(answerTo(facts, 'notice.UK4').applies).toBe(true)
    expect(answerTo(facts, 'period.participation')).toMatchObject({
      applies: 'depends',
      dependsOn: ['route'],
    })
  })
  test('an open procedure has no rounds and no refined criteria', () => {
    expect(answerTo(aPurchase(), 'route.competitive-flexible').applies).toBe(false)
    expect(answerTo(aPurchase(), 'award.refining-criteria').applies).toBe(false)
    expect(answerTo(aPurchase({ route: 'competitive-flexible' }), 'award.refining-criteria').applies).toBe(
      true,
    )
  })
  test.each([
    'route.conditions-of-participation',
    'award.criteria',
    'award.abnormally-low',
    'preparation.specification',
    'exclusions.check',
  ])('%s holds for public contracts, not below', (id) => {
    expect(answerTo(aPurchase(), id).applies).toBe(true)
    expect(answerTo(aPurchase(worth(100_000)), id).applies).toBe(false)
  })
  test('light touch criteria may weigh views, needs and nearness', () => {
    expect(answerTo(aPurchase({ isLightTouch: true }), 'award.criteria').sentence).toContain('nearness')
    expect(answerTo(aPurchase(), 'award.criteria').sentence).not.toContain('nearness')
  })
  test.each([
    [undefined, 'depends'],
    [true, true],
    [false, false],
  ])('with market engagement %s its rules apply: %s', (hasMarketEngagement, applies) => {
    expect(answerTo(aPurchase({ hasMarketEngagement }), 'preparation.market-engagement').applies).toBe(
      applies,
    )
    expect(answerTo(aPurchase({ hasMarketEngagement }), 'notice.UK2').applies).toBe(applies)
  })
})

describe('the ground of a direct award', () => {
  const direct = (more: Partial<Facts> = {}) => aPurchase({ route: 'direct-award', ...more })
  test.each(DIRECT_AWARD_GROUNDS.filter((ground) => ground !== 'user-choice'))(
    '%s is explained with its paragraph and evidence',
    (directAwardGround) => {
      const answer = answerTo(direct({ directAwardGround }), 'route.direct-award-ground')
      expect(answer).toMatchObject({ applies: true, answer: { ground: directAwardGround } })
      expect(answer.sentence).toMatch(/\((Sch 5 paras? \d+|s\.42)/)
    },
  )
  test('is asked after, and neither urgency nor user choice is taken for granted', () => {
    expect(answerTo(direct(), 'route.direct-award-ground').dependsOn).toEqual(['directAwardGround'])
    expect(answerTo(direct(), 'standstill.award').applies).toBe(true)
    expect(explained(direct()).assumptions.map((each) => each.field)).toContain('directAwardGround')
  })
  test('is not needed below the threshold', () =>
    expect(answerTo(direct(worth(100_000)), 'route.direct-award-ground').applies).toBe(false))
  test.each([
    ['2021-06-01', '2026-06-01', false],
    ['2021-06-02', '2026-06-01', true],
  ])(
    'similar supplies: an award of %s reaches a notice of %s: %s',
    (earlierAwardOn, transparencyNoticeOn, applies) => {
      expect(
        answerTo(
          direct({ directAwardGround: 'similar', ...onDays({ earlierAwardOn, transparencyNoticeOn }) }),
          'route.direct-award-ground',
        ).applies,
      ).toBe(applies)
    },
  )
  test('a switch after a failed competition has a transparency notice and a standstill', () => {
    const facts = aPurchase({ route: 'switch-to-direct-award' })
    expect(valueOf(facts, 'route.direct-award-ground').place).toBe('s.43')
    for (const id of ['notice.UK5', 'standstill.award', 'route.direct-award-supplier'])
      expect(answerTo(facts, id).applies).toBe(true)
  })
  test('a call-off without competition is not a direct award of the Act', () => {
    const facts = direct({ arrangement: 'call-off' })
    expect(answerTo(facts, 'notice.UK5').applies).toBe(false)
    expect(answerTo(facts, 'standstill.award').applies).toBe(false)
  })
})

describe('frameworks', () => {
  const framework = (more: Partial<Facts> = {}) => aPurchase({ arrangement: 'framework', ...more })
  test.each([
    [48, false],
    [49, true],
  ])('of %i months need reasons: %s', (maximumTermMonths, areReasonsNeeded) =>
    expect(valueOf(framework({ maximumTermMonths }), 'route.framework-term').areReasonsNeeded).toBe(
      areReasonsNeeded,
    ),
  )
  test.each([
    [{ isUtilities: true }, 8],
    [{ isDefence: true }, 8],
    [{ arrangement: 'open-framework' as const }, 8],
    [{ arrangement: 'open-framework' as const, isSingleSupplierFramework: true }, 4],
    [{}, 4],
  ])('%o last at most %i years', (more, years) =>
    expect(valueOf(framework(more), 'route.framework-term').maximumYears).toBe(years),
  )
  test('of light touch services have no limit of term or content', () => {
    expect(answerTo(framework({ isLightTouch: true }), 'route.framework-term').applies).toBe(false)
    expect(answerTo(framework({ isLightTouch: true }), 'route.framework-content').applies).toBe(false)
  })
  test('below the threshold are unsure', () =>
    expect(answerTo(framework(worth(100_000)), 'route.framework-term')).toMatchObject({
      applies: 'depends',
      confidence: 'unsure',
    }))
  test('a dynamic market is open to join all its life', () => {
    expect(
      answerTo(aPurchase({ arrangement: 'dynamic-market', route: undefined }), 'route.dynamic-market')
        .applies,
    ).toBe(true)
    expect(answerTo(aPurchase({ route: 'dynamic-market-award' }), 'route.dynamic-market').applies).toBe(true)
    expect(answerTo(aPurchase(), 'route.dynamic-market').applies).toBe(false)
  })
})
