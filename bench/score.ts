/**
 * Scores 200 bids on 40 criteria by 5 evaluators with every step and every test of robustness, ready to print (limit 300 ms),
 * once with absolute methods and once with relative ones, and the same from JSON text (no limit of its own: 38,000 scores
 * with reasons are 4 MB). Draws the page of the result as an officer sees it, scored anew (limit 300 ms). Then tries an ask on 200 simulated bids under 5 methods (limit 500 ms).
 *
 *   node bin/run.mjs bench/score.ts [--bids 200] [--criteria 40] [--json]
 */
import { parseArgs } from 'node:util'
import { h } from 'preact'
import { render } from 'preact-render-to-string'
import { exact } from '../src/kernel/exact.ts'
import type { Agreed, Bid, Evaluation } from '../src/modules/evaluation/model.ts'
import { ShowResultView } from '../src/modules/evaluation/pages/show-result.view.tsx'
import { competitionText, scoreLot } from '../src/modules/evaluation/score-lot.ts'
import { fingerprintOf } from '../src/modules/procurement/public.ts'
import { showResult } from '../src/modules/scoring/presenting/show-result.ts'
import { readCompetition } from '../src/modules/scoring/reading/read-competition.ts'
import { simulateAsk } from '../src/modules/scoring/rules/simulate-ask.ts'
import { scoreCompetition, scoreInput } from '../src/modules/scoring/score-competition.ts'

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
    {
      name: 'Price',
      weight: 30,
      kind: 'price',
      ...(isRelative ? { method: 'lowest-price' } : { method: 'fixed-benchmark', benchmark: 100_000 }),
    },
    {
      name: 'Offer',
      weight: 10,
      kind: 'social-value-quantitative',
      ...(isRelative ? { method: 'relative-to-highest' } : { method: 'fixed-benchmark', benchmark: 20_000 }),
    },
    {
      name: 'Quality',
      weight: 60,
      criteria: judged.map((name, n) => ({
        name,
        weight: n === 0 ? 100 - (judged.length - 1) * 2 : 2,
        scale: 5,
      })),
    },
  ]
  const bids = Array.from({ length: BIDS }, (_, n) => ({
    name: `Bid ${n + 1}`,
    price: 80_000 + below(60_000),
    offers: { Offer: below(30_000) },
    scores: Object.fromEntries(
      judged.map((name) => [
        name,
        {
          evaluators: Array.from({ length: EVALUATORS }, (_, e) => ({
            evaluator: `E${e}`,
            score: below(6),
            reason: 'seen',
          })),
          agreed: below(6),
          reason: 'agreed after reading the plan again',
        },
      ]),
    ),
  }))
  return JSON.stringify({ criteria, bids })
}

const noMeasures = () => ({ ok: false as const, why: [] })
const measure = (work: () => void) => {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const [start, cpu] = [performance.now(), process.cpuUsage()]
    work()
    return { ms: performance.now() - start, workMs: process.cpuUsage(cpu).user / 1000 }
  }).toSorted((a, b) => a.ms - b.ms)
  const middle = rounds[Math.floor(ROUNDS / 2)]!
  return {
    ms: Math.round(middle.ms),
    slowestMs: Math.round(rounds.at(-1)!.ms),
    workMs: Math.round(middle.workMs),
  }
}
const ready = (text: string) => {
  const read = readCompetition(text, noMeasures)
  if (!read.ok || read.problems.questions.length + read.problems.refusals.length > 0)
    throw new Error('not clear')
  return () => void JSON.stringify(showResult(scoreCompetition(read.competition), read.problems))
}
const fromText = (text: string) => () => {
  const outcome = scoreInput(text, noMeasures)
  if (outcome.kind !== 'scored') throw new Error('not scored')
  JSON.stringify(showResult(outcome.result, outcome.problems))
}

const blankCriterion = { benchmark: null, question: '', wordLimit: null } as const
const criteria = [
  {
    ...blankCriterion,
    name: 'Price',
    kind: 'price',
    weight: '30',
    method: 'fixed-benchmark',
    benchmark: '100000',
  },
  {
    ...blankCriterion,
    name: 'Offer',
    kind: 'social-value-quantitative',
    weight: '10',
    method: 'fixed-benchmark',
    benchmark: '20000',
  },
  ...judged.map((name, n) => ({
    ...blankCriterion,
    name,
    kind: 'quality',
    weight: String(n === 0 ? 60 - (judged.length - 1) * 1.5 : 1.5),
    method: 'scale',
  })),
] as Evaluation['criteria']
const blankQuestion = {
  help: '',
  lots: [],
  wordLimit: null,
  isRequired: true,
  isCondition: false,
  text: '',
} as const
const evaluation = {
  id: 'bench',
  title: 'Bench',
  reference: 'bench',
  stage: 'moderation',
  criteria,
  lots: [{ code: 'A', name: '' }],
  questions: [
    { ...blankQuestion, code: 'Q1', criterion: 'Price', kind: 'price' },
    { ...blankQuestion, code: 'Q2', criterion: 'Offer', kind: 'offers' },
  ],
  askLines: [],
  fingerprint: fingerprintOf(criteria) ?? '',
} as unknown as Evaluation
const keptBids = Array.from(
  { length: BIDS },
  (_, n): Bid => ({
    id: `bid ${n}`,
    lot: 'A',
    letter: `${n}`,
    fingerprint: '',
    tenderVersion: 1,
    submittedAt: new Date(0),
    excludedBecause: null,
    excludedBy: null,
  }),
)
const blank = { words: null, number: null, yes: null, pence: null, offers: null, files: [] }
const answers = keptBids.flatMap(({ id }) => [
  { ...blank, bidId: id, criterion: 'Price', question: 'Q1', pence: (80_000 + below(60_000)) * 100 },
  { ...blank, bidId: id, criterion: 'Offer', question: 'Q2', number: String(below(30_000)) },
])
const agreed = keptBids.flatMap(({ id }) =>
  judged.map(
    (name): Agreed => ({
      bidId: id,
      criterion: name,
      number: 1,
      value: String(below(6)),
      how: 'moderated',
      reason: 'agreed after reading the plan again',
      movedBecause: 'the plan was read again',
      personName: 'Lead',
      agreedAt: new Date(0),
    }),
  ),
)
const names = new Map(keptBids.map((bid) => [`A Bidder ${bid.letter}`, { bid, name: '' }]))
const firstPage = { sort: '', direction: 'ascending', page: 1, pageSize: 50 } as const
/** The same competition as an evaluation keeps it: answers and agreed scores in, the page of the result out. */
const drawResult = (): void => {
  const scored = scoreLot(competitionText(evaluation, keptBids, answers, agreed), '2026-11-22')
  if (scored.kind !== 'scored') throw new Error(scored.why.join(' '))
  const lots = [{ lot: { code: 'A', name: '' }, scored }]
  const page = h(ShowResultView, {
    evaluation,
    lots,
    bids: keptBids,
    number: 0,
    cases: [],
    names,
    errors: [],
    isLead: true,
    words: '',
    state: firstPage,
    query: {},
  })
  if (render(page).length < 10_000) throw new Error('no page')
}

const ask = {
  weights: { price: exact(40), quality: exact(40), socialValue: exact(20) },
  expectedPrice: exact(500_000),
  bids: 200,
  seed: 1,
}
const size = `${BIDS} bids x ${CRITERIA} criteria x ${EVALUATORS} evaluators`
const simulate = (biddersEach: number) => () => void simulateAsk({ ...ask, biddersEach })
const results = [
  { what: `${size}, absolute`, ...measure(ready(input(false))), limitMs: 300 },
  { what: `${size}, relative`, ...measure(ready(input(true))), limitMs: 300 },
  { what: `${size}, from JSON text`, ...measure(fromText(input(false))), limitMs: null },
  { what: `${size}, page of the result`, ...measure(drawResult), limitMs: 300 },
  { what: '200 simulated bids in competitions of 5, 5 methods', ...measure(simulate(5)), limitMs: 500 },
  { what: '200 simulated bids in one competition, 5 methods', ...measure(simulate(200)), limitMs: 500 },
]
for (const { what, ms, slowestMs, workMs, limitMs } of results)
  if (!args.json)
    console.log(
      `${what}: ${ms} ms by the clock (slowest of ${ROUNDS} ${slowestMs} ms), ${workMs} ms of work${limitMs === null ? '' : ` (limit ${limitMs} ms)`}`,
    )
if (args.json) console.log(JSON.stringify(results))
if (results.some(({ ms, limitMs }) => limitMs !== null && ms > limitMs)) process.exitCode = 1
