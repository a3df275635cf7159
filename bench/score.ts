/**
 * Scores 200 bids on 40 criteria by 5 evaluators from JSON to the printed result, once with absolute methods and once with
 * every counted criterion relative; then tries an ask on 200 simulated bids under 5 methods. Limits: 300 ms and 500 ms.
 *
 *   node bench/score.ts [--bids 200] [--criteria 40] [--json]
 */
import { parseArgs } from 'node:util'
import { exact } from '../src/kernel/exact.ts'
import { showResult } from '../src/modules/scoring/presenting/show-result.ts'
import { simulateAsk } from '../src/modules/scoring/rules/simulate-ask.ts'
import { scoreInput } from '../src/modules/scoring/score-competition.ts'

const { values: args } = parseArgs({
  options: { bids: { type: 'string' }, criteria: { type: 'string' }, json: { type: 'boolean' } },
})
const [BIDS, CRITERIA, EVALUATORS, ROUNDS] = [Number(args.bids ?? 200), Number(args.criteria ?? 40), 5, 7]

/** A fixed sequence, so that every run scores the same bids. */
let state = 20_261_122
const below = (limit: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state % limit
}

const judged = Array.from({ length: CRITERIA - 2 }, (_, n) => `Question ${n + 1}`)
const input = (isRelative: boolean): string => {
  const criteria = [
    { name: 'Price', weight: 30, kind: 'price', ...(isRelative ? { method: 'lowest-price' } : { method: 'fixed-benchmark', benchmark: 100_000 }) },
    { name: 'Offer', weight: 10, kind: 'social-value-quantitative', ...(isRelative ? { method: 'relative-to-highest' } : { method: 'fixed-benchmark', benchmark: 20_000 }) },
    { name: 'Quality', weight: 60, criteria: judged.map((name, n) => ({ name, weight: n === 0 ? 100 - (judged.length - 1) * 2 : 2, scale: 5 })) },
  ]
  const bids = Array.from({ length: BIDS }, (_, n) => ({
    name: `Bid ${n + 1}`,
    price: 80_000 + below(60_000),
    offers: { Offer: below(30_000) },
    scores: Object.fromEntries(
      judged.map((name) => [
        name,
        {
          evaluators: Array.from({ length: EVALUATORS }, (_, e) => ({ evaluator: `E${e}`, score: below(6), reason: 'seen' })),
          agreed: below(6),
          reason: 'agreed after reading the plan again',
        },
      ]),
    ),
  }))
  return JSON.stringify({ criteria, bids })
}

const noMeasures = () => ({ ok: false as const, why: [] })
const measure = (work: () => void): number => {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return Math.round(Math.max(...rounds.slice(1)))
}
const scored = (text: string) => (): void => {
  const outcome = scoreInput(text, noMeasures)
  if (outcome.kind !== 'scored') throw new Error(`not scored: ${JSON.stringify(outcome).slice(0, 500)}`)
  JSON.stringify(showResult(outcome.result, outcome.problems))
}

const ask = { weights: { price: exact(40), quality: exact(40), socialValue: exact(20) }, expectedPrice: exact(500_000), bids: 200, seed: 1 }
const results = [
  { what: `${BIDS} bids x ${CRITERIA} criteria x ${EVALUATORS} evaluators, absolute`, ms: measure(scored(input(false))), limitMs: 300 },
  { what: `${BIDS} bids x ${CRITERIA} criteria x ${EVALUATORS} evaluators, relative`, ms: measure(scored(input(true))), limitMs: 300 },
  { what: '200 simulated bids in competitions of 5, 5 methods', ms: measure(() => void simulateAsk({ ...ask, biddersEach: 5 })), limitMs: 500 },
  { what: '200 simulated bids in one competition, 5 methods', ms: measure(() => void simulateAsk({ ...ask, biddersEach: 200 })), limitMs: 500 },
]
for (const { what, ms, limitMs } of results) if (!args.json) console.log(`${what}: slowest ${ms} ms (limit ${limitMs} ms)`)
if (args.json) console.log(JSON.stringify(results))
if (results.some(({ ms, limitMs }) => ms > limitMs)) process.exitCode = 1
