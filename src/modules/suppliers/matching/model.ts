import type { Evidence } from './evidence.ts'
import { FITTED } from './fitted-weights.ts'

/**
 * Fellegi and Sunter (1969): each thing seen carries a weight of log2(m/u), m its share among true pairs, u among others;
 * weights add up. The odds of all candidates of a payee and of "none of these" then share one whole, so that two rows
 * alike in everything leave each other at most one half: namesakes are doubtful by arithmetic, not by a special rule.
 */

/** The two probabilities of something seen: among true pairs, and among pairs that are not. */
export type Chances = { readonly m: number; readonly u: number }

export type Weights = {
  /** Odds that a candidate found by blocking is the payee's own row, before anything is looked at. */
  readonly priorOdds: number
  readonly chances: Readonly<Record<string, Chances>>
}

/**
 * An automatic match is likelier than all else together, and so many times as likely as the next row: of two namesakes that
 * differ in a trifle neither is taken. A doubtful match is worth a person's time from `review` on.
 */
export const THRESHOLDS = { automatic: 0.5, timesTheSecond: 2, review: 0.08 } as const

export type Weighed = Evidence & { readonly weight: number }

type Table = ReadonlyMap<string, ReadonlyMap<string, number>>
const compiled = new WeakMap<Weights, Table>()

const compile = (weights: Weights): Table => {
  const known = compiled.get(weights)
  if (known) return known
  const table = new Map<string, Map<string, number>>()
  for (const [key, { m, u }] of Object.entries(weights.chances)) {
    const [about = '', seen = ''] = key.split(':')
    const subject = table.get(about) ?? new Map<string, number>()
    table.set(about, subject.set(seen, Math.log2(m / u)))
  }
  compiled.set(weights, table)
  return table
}

/** The weight of one thing seen, in bits; nothing for what the model does not know. */
export const weightOf = ({ about, seen }: Evidence, weights: Weights = FITTED): number =>
  compile(weights).get(about)?.get(seen) ?? 0

/** As `totalWeight` of `weigh`, without keeping the weights. */
export const sumOfWeights = (evidence: readonly Evidence[], weights: Weights = FITTED): number => {
  const table = compile(weights)
  let sum = 0
  for (const { about, seen } of evidence) sum += table.get(about)?.get(seen) ?? 0
  return sum
}

export const weigh = (evidence: readonly Evidence[], weights: Weights = FITTED): Weighed[] =>
  evidence.map((one) => ({ ...one, weight: weightOf(one, weights) }))

export const totalWeight = (evidence: readonly Weighed[]): number =>
  evidence.reduce((sum, { weight }) => sum + weight, 0)

/** The candidates' probabilities, which with that of "none of these" make one. */
export const probabilities = (totals: readonly number[], weights: Weights = FITTED): number[] => {
  const odds = totals.map((total) => weights.priorOdds * 2 ** Math.min(total, 60))
  const whole = 1 + odds.reduce((sum, one) => sum + one, 0)
  return odds.map((one) => one / whole)
}
