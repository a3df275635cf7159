import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findBestShift } from '../find-best-shift.ts'
import { type Candidate, LIMIT_SETTINGS, type Limits, roomOf } from './best-shift.ts'
import { type Assumptions, effectsOf, type ShiftCategory, shiftTo, WHAT_IF_SETTINGS } from './what-if.ts'

const suggested = <Name extends string>(of: Readonly<Record<Name, { suggested: number }>>) =>
  Object.fromEntries(
    Object.entries<{ suggested: number }>(of).map(([name, setting]) => [name, setting.suggested]),
  ) as Readonly<Record<Name, number>>
const ASSUMPTIONS: Assumptions = suggested(WHAT_IF_SETTINGS)
const LIMITS: Limits = suggested(LIMIT_SETTINGS)

const anyCategory: fc.Arbitrary<ShiftCategory> = fc
  .record({
    key: fc.constant('k'),
    name: fc.constant('n'),
    localPence: fc.nat(1e9),
    reachPence: fc.nat(1e9),
    otherPence: fc.nat(1e9),
    capacityPence: fc.nat(1e9),
    suppliers: fc.nat(5),
  })
  .map(({ otherPence, ...rest }) => ({
    ...rest,
    allPence: rest.localPence + rest.reachPence + otherPence,
  }))
const anyShare = fc.nat(10_000)

describe('a shift', () => {
  test('never goes past what is within reach, what suppliers can take on, or what is asked', () =>
    fc.assert(
      fc.property(anyCategory, anyShare, (category, wanted) => {
        const { pence, askedPence } = shiftTo(category, wanted)
        expect(pence).toBeGreaterThanOrEqual(0)
        expect(pence).toBeLessThanOrEqual(Math.min(category.reachPence, category.capacityPence, askedPence))
      }),
    ))
  test('of a larger share never gains less', () =>
    fc.assert(
      fc.property(anyCategory, anyShare, anyShare, (category, one, more) => {
        const [less, larger] = [
          shiftTo(category, Math.min(one, more)),
          shiftTo(category, Math.max(one, more)),
        ]
        expect(larger.pence).toBeGreaterThanOrEqual(less.pence)
        const [a, b] = [effectsOf([less], ASSUMPTIONS, 7), effectsOf([larger], ASSUMPTIONS, 7)]
        expect(b.jobs.from).toBeGreaterThanOrEqual(a.jobs.from)
        expect(b.respend.to).toBeGreaterThanOrEqual(a.respend.to)
      }),
    ))
  test('that nobody asks for is nothing', () =>
    expect(
      shiftTo(
        { key: '', name: '', allPence: 9, localPence: 1, reachPence: 8, capacityPence: 8, suppliers: 1 },
        null,
      ),
    ).toMatchObject({ pence: 0, heldBy: 'nothing-asked' }))
})

test("Preston's 5 % to 10 % of £750m is £37.5m, with 225 to 300 jobs and up to £40.5m spent again", () => {
  const anchors = {
    key: 'all',
    name: 'All',
    allPence: 75_000_000_000,
    localPence: 3_750_000_000,
    reachPence: 71_250_000_000,
    capacityPence: 3_750_000_000,
    suppliers: 300,
  }
  const shift = shiftTo(anchors, 1000)
  expect(shift).toMatchObject({ pence: 3_750_000_000, heldBy: 'asked' })
  expect(effectsOf([shift], ASSUMPTIONS, 12)).toMatchObject({
    yearPence: 3_750_000_000,
    jobs: { from: 22_500, to: 30_000 },
    respend: { from: 0, to: 4_050_000_000 },
  })
  expect(shiftTo(anchors, 2000)).toMatchObject({ pence: 3_750_000_000, heldBy: 'capacity' })
})

const candidate = (own: Partial<Candidate> & { key: string }): Candidate => ({
  name: own.key,
  answer: 'redirect',
  allPence: 1_000_000,
  localPence: 0,
  reachPence: 500_000,
  capacityPence: 500_000,
  suppliers: 3,
  ...own,
})

describe('the best shift', () => {
  test.each([
    [{ reachPence: 0 }, 0, 'nothing'],
    [{ suppliers: 1 }, 0, 'suppliers'],
    [{ capacityPence: 100 }, 100, 'capacity'],
    [{ localPence: 700_000 }, 300_000, 'share'],
    [{}, 500_000, 'reach'],
  ] as const)('of %j has room for %i, held by %s', (own, pence, bound) =>
    expect(roomOf(candidate({ key: 'a', ...own }), LIMITS)).toMatchObject({ pence, bound }),
  )

  const some = [
    candidate({ key: 'a', reachPence: 600_000, capacityPence: 600_000, answer: 'develop' }),
    candidate({ key: 'b', reachPence: 400_000 }),
    candidate({ key: 'c', reachPence: 350_000 }),
    candidate({ key: 'd', reachPence: 100_000 }),
  ]

  test('takes two that fit the budget before one that is larger', async () => {
    const best = await findBestShift(some, { ...LIMITS, effort: 300 })
    expect(best).toMatchObject({ pence: 850_000, effortUsed: 300, nextPointPence: 150_000, isFeasible: true })
    expect(best.shifts.map((shift) => [shift.key, shift.pence, shift.bound])).toEqual([
      ['a', 0, 'effort'],
      ['b', 400_000, 'reach'],
      ['c', 350_000, 'reach'],
      ['d', 100_000, 'reach'],
    ])
  })
  test('is the same in any order of the categories', async () => {
    const sorted = (best: Awaited<ReturnType<typeof findBestShift>>) =>
      best.shifts.toSorted((a, b) => (a.key < b.key ? -1 : 1))
    const limits = { ...LIMITS, effort: 400, total: 777_777 }
    const [one, other] = [await findBestShift(some, limits), await findBestShift(some.toReversed(), limits)]
    expect(sorted(one)).toEqual(sorted(other))
    expect(one.pence).toBe(777_777)
  })
  test('is as good as trying every choice', async () => {
    const choices = fc.sample(fc.array(fc.tuple(fc.nat(1e8), fc.boolean()), { minLength: 1, maxLength: 8 }), {
      numRuns: 4,
      seed: 7,
    })
    for (const rooms of choices) {
      const categories = rooms.map(([pence, isHard], at) =>
        candidate({
          key: `k${at}`,
          allPence: pence,
          reachPence: pence,
          capacityPence: pence,
          answer: isHard ? 'develop' : 'redirect',
        }),
      )
      const every = Array.from({ length: 2 ** rooms.length }, (_, bits) =>
        rooms.filter((_room, at) => (bits >> at) & 1),
      )
      const bestOfAll = Math.max(
        ...every
          .filter((chosen) => chosen.reduce((sum, [, isHard]) => sum + (isHard ? 300 : 100), 0) <= 500)
          .map((chosen) => chosen.reduce((sum, [pence]) => sum + pence, 0)),
      )
      expect((await findBestShift(categories, { ...LIMITS, effort: 500 })).pence).toBe(bestOfAll)
    }
  })
  test('that cannot reach its goal is said to be none', async () =>
    expect(await findBestShift(some, { ...LIMITS, goal: 1_450_001 })).toMatchObject({
      isFeasible: false,
      pence: 1_450_000,
    }))
  test('of nothing is nothing', async () =>
    expect(await findBestShift([], LIMITS)).toMatchObject({ pence: 0, shifts: [], isFeasible: true }))
})
