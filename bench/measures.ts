/**
 * Hands a framework of 1,000 measures in as CSV, adapts it, reads it back from the database, prices 10,000 offers
 * against it and adds them up by basis. An offer is a quantity of one measure with its own assumptions, over one to
 * three years; every third has ranges on all of its assumptions, and with --heavy every one does, over three years.
 * Limit: 2 seconds of work for all of it together; by the clock only an idle machine tells.
 *
 *   node bench/measures.ts [--offers 10000] [--measures 1000] [--changes 10] [--heavy] [--json]
 */
import { parseArgs } from 'node:util'
import { changeEntry } from '../src/modules/measures/actions/adapt-framework.ts'
import { importFramework } from '../src/modules/measures/actions/import-framework.ts'
import { frameworkRows, ROW_COLUMNS } from '../src/modules/measures/framework/framework-row.ts'
import { OPEN_FRAMEWORK } from '../src/modules/measures/framework/open-framework.ts'
import type { Assumptions, ValueRequest } from '../src/modules/measures/model/valuation.ts'
import type { Measure } from '../src/modules/measures/model.ts'
import { REFERENCE } from '../src/modules/measures/reference/loaded.ts'
import { exact } from '../src/modules/measures/rules/exact.ts'
import { preparePricing } from '../src/modules/measures/rules/pricing.ts'
import { rangeOf } from '../src/modules/measures/rules/ranges.ts'
import { type ItemRequest, valueItems } from '../src/modules/measures/rules/value-items.ts'
import { read } from '../src/modules/measures/seen.ts'
import { readFramework } from '../src/modules/measures/store/local-frameworks.ts'
import { actingAs } from '../src/platform/context.ts'
import { openBenchSite } from './bench-site.ts'

const { values: args } = parseArgs({
  options: {
    offers: { type: 'string' },
    measures: { type: 'string' },
    changes: { type: 'string' },
    heavy: { type: 'boolean' },
    json: { type: 'boolean' },
  },
})
const [OFFERS, MEASURES, CHANGES, ROUNDS, LIMIT_MS] = [
  Number(args.offers ?? 10_000),
  Number(args.measures ?? 1000),
  Number(args.changes ?? 10),
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
const made = {
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
const offer = (n: number, measures: readonly Measure[]): ItemRequest => {
  const [quantity, isHeavy] = [exact(1 + below(100_000)).div(100), args.heavy === true]
  const request: ValueRequest = {
    key: String(n),
    measure: measures[below(measures.length)]!,
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

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
const csv = [
  ROW_COLUMNS.join(','),
  ...frameworkRows(made).map((row) => ROW_COLUMNS.map((column) => cell(row[column] ?? '')).join(',')),
].join('\n')

const site = await openBenchSite()
const ctx = actingAs(site.open.services, { kind: 'command' }, await site.anAuthority('Bench council'))

let workMs = 0

const timed = async <Result>(work: () => Result | Promise<Result>): Promise<[Result, number]> => {
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  const result = await work()
  workMs += Math.round(process.cpuUsage(cpu).user / 1000)
  return [result, Math.round(performance.now() - start)]
}

const must = (outcome: { readonly ok: boolean }): void => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome).slice(0, 500))
}

const round = async (n: number) => {
  workMs = 0
  const id = `bench-${n}`
  const facts = {
    id,
    version: '1',
    title: 'Bench',
    publishedOn: '2026-01-01',
    licence: 'OGL v3.0',
    source: null,
  }
  const handed = {
    bytes: Buffer.from(csv),
    fileName: 'bench.csv',
    facts: { ...facts, terms: 'open' as const },
  }
  const [imported, addMs] = await timed(() => importFramework(ctx, handed))
  must(imported)
  const [, adaptMs] = await timed(async () => {
    for (let change = 0; change < CHANGES; change++)
      must(
        await changeEntry(ctx, id, {
          kind: 'measure',
          code: `m${change}`,
          texts: { name: `Changed ${change}` },
          because: 'measured',
        }),
      )
  })
  const [{ framework }, readMs] = await timed(() => read(ctx, (db) => readFramework(db, id)))
  const offers = Array.from({ length: OFFERS }, (_, at) => offer(at, framework.measures))
  const [{ outcomes, totals }, priceMs] = await timed(() =>
    valueItems(offers, preparePricing(framework, REFERENCE, '2026-11-22')),
  )
  if (!totals || outcomes.some(({ kind }) => kind !== 'valued'))
    throw new Error('some offers were not priced')
  return { addMs, adaptMs, readMs, priceMs, totalMs: addMs + adaptMs + readMs + priceMs, workMs }
}

const rounds = []
for (let n = 0; n < ROUNDS; n++) rounds.push(await round(n))
await site.close()
const slowest = rounds.reduce((worst, each) => (each.workMs > worst.workMs ? each : worst))
const result = {
  offers: OFFERS,
  measures: MEASURES,
  changes: CHANGES,
  rounds,
  slowest,
  limitMs: LIMIT_MS,
  isWithin: slowest.workMs < LIMIT_MS,
}
const said = (each: typeof slowest): string =>
  `add ${each.addMs} + adapt ${each.adaptMs} + read ${each.readMs} + price ${each.priceMs} = ${each.totalMs} ms by the clock, ${each.workMs} ms of work`
console.log(
  args.json
    ? JSON.stringify(result)
    : `${MEASURES} measures, ${CHANGES} changes, ${OFFERS} offers: first ${said(rounds[0]!)}; slowest ${said(slowest)} (limit ${LIMIT_MS} ms, ${(slowest.workMs / LIMIT_MS).toFixed(2)} of it in work)`,
)
process.exit(result.isWithin ? 0 : 1)
