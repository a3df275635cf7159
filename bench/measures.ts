/**
 * Prices 10,000 offers against a framework of 1,000 measures: each an offer of one measure with its own assumptions
 * over three years, with ranges and every step of the sum, and the totals by basis. Limit: 2 seconds.
 *
 *   node bench/measures.ts [--offers 10000] [--measures 1000] [--json]
 */
import { parseArgs } from 'node:util'
import { OPEN_FRAMEWORK } from '../src/modules/measures/framework/open-framework.ts'
import type { Assumptions, ValueRequest } from '../src/modules/measures/model/valuation.ts'
import { REFERENCE } from '../src/modules/measures/reference/loaded.ts'
import { exact } from '../src/modules/measures/rules/exact.ts'
import { preparePricing } from '../src/modules/measures/rules/pricing.ts'
import { rangeOf } from '../src/modules/measures/rules/ranges.ts'
import { valueItems } from '../src/modules/measures/rules/value-items.ts'

const { values: args } = parseArgs({
  options: { offers: { type: 'string' }, measures: { type: 'string' }, json: { type: 'boolean' } },
})
const [OFFERS, MEASURES] = [Number(args.offers ?? 10_000), Number(args.measures ?? 1000)]
const LIMIT_MS = 2000

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

const share = () => {
  const part = below(50)
  return {
    share: exact(part).div(100),
    low: exact(part).div(200),
    high: exact(part).div(50),
    reason: 'as agreed',
  }
}
const assumptions = (): Assumptions => ({
  deadweight: share(),
  displacement: share(),
  attribution: share(),
  dropOff: share(),
  discount: { rates: { schedule: 'green-book' }, convention: 'first-year-undiscounted' },
  incomeGrowth: null,
})
const offer = (n: number): ValueRequest => {
  const quantity = exact(1 + below(100_000)).div(100)
  return {
    key: String(n),
    measure: framework.measures[below(MEASURES)]!,
    variant: null,
    quantities: [rangeOf(quantity, quantity.times('0.8'), quantity.times('1.2'))],
    unit: null,
    fullTimeHours: null,
    sharedBetween: null,
    years: 3,
    startYear: 2026,
    valuationYear: 2026,
    priceYear: '2026/27',
    deflator: null,
    assumptions: assumptions(),
    investment: null,
    distinctBecause: null,
    openQuestions: [],
  }
}

const offers = Array.from({ length: OFFERS }, (_, n) => ({ kind: 'count' as const, request: offer(n) }))
const times: number[] = []
const cpuTimes: number[] = []
let steps = 0
for (let round = 0; round < 5; round++) {
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  // A new pricing each time: nothing is remembered from the round before.
  const { outcomes, totals } = valueItems(offers, preparePricing(framework, REFERENCE, '2026-11-22'))
  times.push(performance.now() - start)
  cpuTimes.push(process.cpuUsage(cpu).user / 1000)
  if (!totals || outcomes.some(({ kind }) => kind !== 'valued'))
    throw new Error('some offers were not priced')
  steps = outcomes.reduce(
    (count, outcome) => count + (outcome.kind === 'valued' ? outcome.valuation.steps().length : 0),
    0,
  )
}
const slowest = Math.max(...times)
const result = {
  offers: OFFERS,
  measures: MEASURES,
  steps,
  firstMs: Math.round(times[0]!),
  slowestMs: Math.round(slowest),
  cpuMs: Math.round(Math.max(...cpuTimes)),
  limitMs: LIMIT_MS,
  isWithin: slowest < LIMIT_MS,
}
console.log(
  args.json
    ? JSON.stringify(result)
    : `${OFFERS} offers against ${MEASURES} measures, ${steps} steps: first ${result.firstMs} ms, slowest ${result.slowestMs} ms, of it ${result.cpuMs} ms of work (limit ${LIMIT_MS} ms)`,
)
if (!result.isWithin && OFFERS <= 10_000) process.exitCode = 1
