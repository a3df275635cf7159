import { describe, expect, test } from 'vitest'
import type { Answer } from './answer.ts'
import { answerTo, aPurchase, onDays, worth } from './builders.ts'
import type { Facts } from './facts.ts'

const COLUMNS: Readonly<Record<string, Partial<Facts>>> = {
  standard: { route: 'open' },
  lightTouch: { isLightTouch: true, route: 'competitive-flexible' },
  framework: { arrangement: 'framework', route: 'open' },
  callOff: { arrangement: 'call-off', frameworkCommencedOn: '2026-04-01', route: undefined },
  concession: { isConcession: true, route: 'competitive-flexible' },
  directAward: { route: 'direct-award', directAwardGround: 'technical' },
  marketAward: { route: 'dynamic-market-award' },
  below: { route: 'open' },
  exempt: { exemption: { kind: 'land' } },
}
type Column = keyof typeof COLUMNS

const BIG = 9_000_000
const SMALL = 50_000

/** Values on both sides of a trigger, for the kinds of contract whose threshold allows both. */
const facts = (column: Column, pounds: number, more: Partial<Facts> = {}): Facts =>
  aPurchase({
    paysOver100mAYear: true,
    hasMarketEngagement: true,
    ...COLUMNS[column],
    ...worth(column === 'below' ? SMALL : pounds),
    ...more,
  })

/**
 * The matrix of which notice applies to which contract. yes, no; opt: voluntary; 2m, 5m: only above that; a number: days;
 * adv: only if advertised; conv: only if a change makes it public; asap: as soon as practicable.
 */
const MATRIX = `
row                          standard lightTouch framework callOff concession directAward marketAward below exempt
notice.UK1                   2m       2m         2m        no      2m         2m          2m          no    no
notice.UK2                   yes      yes        yes       no      yes        no          yes         no    no
notice.UK3                   opt      opt        opt       no      opt        no          opt         no    no
notice.UK4                   yes      yes        yes       no      yes        no          yes         no    no
notice.UK4.below-threshold   no       no         no        no      no         no          no          adv   no
notice.UK5                   no       no         no        no      no         yes         no          no    no
notice.UK6                   yes      yes        yes       yes     yes        yes         yes         no    no
award.assessment-summaries   yes      yes        yes       no      yes        no          yes         no    no
standstill.award             yes      no         yes       no      yes        yes         no          no    no
kpi.set                      5m       no         no        5m      no         5m          5m          no    no
notice.UK7                   30       120        30        30      30         30          30          no    no
notice.UK7.below-threshold   no       no         no        no      no         no          no          yes   no
notice.UK7.contract-copy     90       180        90        90      90         90          90          no    no
notice.UK8                   yes      yes        no        yes     no         yes         yes         no    no
notice.UK9.kpi               5m       no         no        5m      no         5m          5m          no    no
notice.UK9.event             yes      no         yes       yes     yes        yes         yes         no    no
notice.UK10                  yes      no         yes       yes     yes        yes         yes         conv  no
notice.UK11                  yes      yes        yes       yes     yes        yes         yes         no    no
notice.UK12                  yes      yes        yes       no      yes        yes         yes         no    no
notice.UK13                  no       no         no        no      no         no          no          no    no
notice.UK14                  no       no         no        no      no         no          no          no    no
notice.UK15                  no       no         no        no      no         no          no          no    no
notice.UK16                  no       no         no        no      no         no          no          no    no
notice.UK17                  yes      yes        no        yes     no         yes         yes         no    no`

const [head = '', ...rows] = MATRIX.trim().split('\n')
const columns = head.split(/\s+/).slice(1) as Column[]
const cells = rows.flatMap((row) => {
  const [id = '', ...values] = row.split(/\s+/)
  return columns.map((column, index) => [id, column, values[index] ?? ''] as const)
})

const days = (answer: Answer): unknown => (answer.answer as { days?: number } | null)?.days

const CHECKS: Readonly<Record<string, (id: string, column: Column) => void>> = {
  yes: (id, column) => expect(answerTo(facts(column, BIG), id).applies).toBe(true),
  no: (id, column) => expect(answerTo(facts(column, BIG), id).applies).toBe(false),
  opt: (id, column) =>
    expect(answerTo(facts(column, BIG), id)).toMatchObject({ applies: true, answer: { isMandatory: false } }),
  adv: (id, column) => {
    expect(answerTo(facts(column, BIG, { isAdvertised: true }), id).applies).toBe(true)
    expect(answerTo(facts(column, BIG, { isAdvertised: false }), id).applies).toBe(false)
    expect(answerTo(facts(column, BIG, { route: undefined }), id)).toMatchObject({
      applies: 'depends',
      dependsOn: ['advertised'],
    })
    expect(answerTo(facts(column, BIG, { route: 'invited-suppliers' }), id).applies).toBe(false)
  },
  conv: (id, column) => {
    expect(answerTo(facts(column, BIG), id).applies).toBe('depends')
    const changed = (pounds: number) =>
      facts(column, BIG, { modification: { valueBeforePence: SMALL * 100, valueAfterPence: pounds * 100 } })
    expect(answerTo(changed(207_720), id).applies).toBe(true)
    expect(answerTo(changed(207_719), id).applies).toBe(false)
  },
}

const isAfter = (id: string, column: Column, limit: number): void => {
  expect(answerTo(facts(column, limit), id).applies).toBe(false)
  expect(answerTo(facts(column, column === 'concession' ? BIG : limit + 0.01), id).applies).toBe(true)
}

const check = (id: string, column: Column, cell: string): void => {
  if (cell === '2m') return isAfter(id, column, 2_000_000)
  if (cell === '5m') return isAfter(id, column, 5_000_000)
  if (/^\d+$/.test(cell)) {
    const answer = answerTo(facts(column, BIG, onDays({ contractEnteredOn: '2026-06-01' })), id)
    expect(answer.applies).toBe(true)
    expect(days(answer)).toBe(Number(cell))
    return
  }
  CHECKS[cell]?.(id, column)
}

describe('the matrix of notices', () => {
  test('has a check for every cell', () => {
    expect(cells).toHaveLength(24 * 9)
    expect(cells.filter(([, , cell]) => !CHECKS[cell] && !/^(2m|5m|\d+)$/.test(cell))).toEqual([])
  })
  test.each(cells)('%s for %s: %s', (id, column, cell) => check(id, column, cell))
})

describe('beyond the matrix', () => {
  const market = aPurchase({
    arrangement: 'dynamic-market',
    amounts: undefined,
    route: undefined,
    subject: undefined,
  })
  test.each(['notice.UK13', 'notice.UK14', 'notice.UK15', 'notice.UK16', 'conflicts.assessment'])(
    'setting up a dynamic market needs %s',
    (id) => {
      expect(answerTo(market, id).applies).toBe(true)
    },
  )
  test.each(['notice.UK4', 'notice.UK6', 'notice.UK7', 'notice.UK8', 'notice.UK17', 'kpi.set'])(
    'and not %s',
    (id) => {
      expect(answerTo(market, id).applies).toBe(false)
    },
  )

  const userChoice = aPurchase({
    isLightTouch: true,
    route: 'direct-award',
    directAwardGround: 'user-choice',
    paysOver100mAYear: true,
    ...worth(BIG),
  })
  test.each([
    'notice.UK1',
    'notice.UK5',
    'notice.UK6',
    'notice.UK7',
    'notice.UK7.contract-copy',
    'notice.UK11',
    'notice.UK12',
    'standstill.award',
  ])('a user choice award has no %s', (id) => {
    expect(answerTo(userChoice, id).applies).toBe(false)
  })
  test.each(['notice.UK8', 'notice.UK17'])('payments under a user choice award count for %s', (id) => {
    expect(answerTo(userChoice, id).applies).toBe(true)
  })

  test.each([
    ['urgency', false],
    ['protect-life', false],
    ['exclusive-rights', true],
  ] as const)('a direct award for %s has a mandatory standstill: %s', (directAwardGround, applies) => {
    expect(answerTo(facts('directAward', BIG, { directAwardGround }), 'standstill.award').applies).toBe(
      applies,
    )
  })

  test('kinds add up: a light touch framework has 120 days, no standstill and no indicators', () => {
    const light = facts('framework', BIG, {
      isLightTouch: true,
      ...onDays({ contractEnteredOn: '2026-06-01' }),
    })
    expect(answerTo(light, 'notice.UK7').answer).toMatchObject({ days: 120, by: '2026-09-28' })
    for (const id of ['standstill.award', 'kpi.set', 'notice.UK9.event', 'notice.UK10'])
      expect(answerTo(light, id).applies).toBe(false)
  })
  test('a below-threshold call-off of £30,000 still needs its contract details notice', () => {
    expect(
      answerTo(aPurchase({ ...COLUMNS.callOff, ...worth(SMALL) }), 'notice.UK7.below-threshold').applies,
    ).toBe(true)
  })
  test('concessions and frameworks are marked likely, for the derivation awaits a lawyer', () => {
    expect(answerTo(facts('concession', BIG), 'notice.UK6').confidence).toBe('likely')
    expect(answerTo(facts('framework', BIG), 'notice.UK6').confidence).toBe('likely')
    expect(answerTo(facts('standard', BIG), 'notice.UK6').confidence).toBe('sure')
  })
  test.each([
    ['school', 'notice.UK8'],
    ['school', 'notice.UK17'],
    ['school', 'payment.thirty-days'],
  ] as const)('a %s is left out of %s', (authority, id) => {
    expect(answerTo(aPurchase({ authority }), id).applies).toBe(false)
  })
  test('below the threshold a concession, a utilities contract and a school are outside Part 6', () => {
    for (const more of [{ isConcession: true }, { isUtilities: true }, { authority: 'school' as const }]) {
      expect(
        answerTo(aPurchase({ ...worth(SMALL), isAdvertised: true, ...more }), 'notice.UK7.below-threshold')
          .applies,
      ).toBe(false)
    }
  })
})
