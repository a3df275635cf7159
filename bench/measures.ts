/**
 * Prices 10,000 offers against a framework of 1,000 measures and adds them up by basis. An offer is a quantity of one
 * measure with its own assumptions, over one to three years; every third has ranges on all of its assumptions, and
 * with --heavy every one does, over three years. Limit: 2 seconds of an idle machine.
 *
 *   node bench/measures.ts [--offers 10000] [--measures 1000] [--heavy] [--json]
 */
import { parseArgs } from 'node:util'
import { OPEN_FRAMEWORK } from '../src/modules/measures/framework/open-framework.ts'
import type { Assumptions, ValueRequest } from '../src/modules/measures/model/valuation.ts'
import { REFERENCE } from '../src/modules/measures/reference/loaded.ts'
import { exact } from '../src/modules/measures/rules/exact.ts'
import { preparePricing } from '../src/modules/measures/rules/pricing.ts'
import { rangeOf } from '../src/modules/measures/rules/ranges.ts'
import { type ItemRequest, valueItems } from '../src/modules/measures/rules/value-items.ts'

const { values: args } = parseArgs({
  options: {
    offers: { type: 'string' },
    measures: { type: 'string' },
    heavy: { type: 'boolean' },
    json: { type: 'boolean' },
  },
})
const [OFFERS, MEASURES, ROUNDS, LIMIT_MS] = [
  Number(args.offers ?? 10_000),
  Number(args.measures ?? 1000),
  5,
  2000,
]

/** A fixed sequence, so that every run prices the same offers. */
let state = 20_261_122
const below = (limit: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state % limit
}

const priced = OPEN_FRAMEWORK.measures.filter(({ proxy, basis }) => proxy && basis !== 'spend')
const framework = {
  ...OPEN_FRAMEWORK,
  measures: Array.from({ length: MEASURES }, (_, n) => ({
    ...priced[n % priced.length]!,
    code: `m${n}`,
    group: n % 3 ? null : `g${n % 40}`,
  })),
}

const share = (hasRange: boolean) => {
  const part = exact(below(50)).div(100)
  return {
    share: part,
    low: hasRange ? part.div(2) : null,
    high: hasRange ? part.times(2) : null,
    reason: 'as agreed',
  }
}
const assumptions = (hasRange: boolean): Assumptions => ({
  deadweight: share(hasRange),
  displacement: share(hasRange),
  attribution: share(hasRange),
  dropOff: share(hasRange),
  discount: { rates: { schedule: 'green-book' }, convention: 'first-year-undiscounted' },
  incomeGrowth: null,
})
const offer = (n: number): ItemRequest => {
  const [quantity, isHeavy] = [exact(1 + below(100_000)).div(100), args.heavy === true]
  const request: ValueRequest = {
    key: String(n),
    measure: framework.measures[below(MEASURES)]!,
    variant: null,
    quantities: [
      isHeavy ? rangeOf(quantity, quantity.times('0.8'), quantity.times('1.2')) : rangeOf(quantity),
    ],
    unit: null,
    fullTimeHours: null,
    sharedBetween: null,
    years: isHeavy ? 3 : 1 + (n % 3),
    startYear: 2026,
    valuationYear: 2026,
    priceYear: '2026/27',
    deflator: null,
    assumptions: assumptions(isHeavy || n % 3 === 0),
    investment: null,
    distinctBecause: null,
    openQuestions: [],
  }
  return { kind: 'count', request }
}

const offers = Array.from({ length: OFFERS }, (_, n) => offer(n))
const rounds = Array.from({ length: ROUNDS }, () => {
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  // A new pricing each time: nothing is remembered from the round before.
  const { outcomes, totals } = valueItems(offers, preparePricing(framework, REFERENCE, '2026-11-22'))
  const round = {
    ms: Math.round(performance.now() - start),
    workMs: Math.round(process.cpuUsage(cpu).user / 1000),
  }
  if (!totals || outcomes.some(({ kind }) => kind !== 'valued'))
    throw new Error('some offers were not priced')
  return round
})
const slowest = Math.max(...rounds.map(({ ms }) => ms))
const most = Math.max(...rounds.map(({ workMs }) => workMs))
const result = {
  offers: OFFERS,
  measures: MEASURES,
  firstMs: rounds[0]!.ms,
  slowestMs: slowest,
  workMs: most,
  limitMs: LIMIT_MS,
  isWithin: slowest < LIMIT_MS,
}
console.log(
  args.json
    ? JSON.stringify(result)
    : `${OFFERS} offers against ${MEASURES} measures: first ${result.firstMs} ms, slowest ${slowest} ms by the clock, at most ${most} ms of work (limit ${LIMIT_MS} ms)`,
)
if (!result.isWithin) process.exitCode = 1
