import type { Evidence } from './evidence.ts'
import type { Chances, Weights } from './model.ts'
import { PRIOR_CHANCES, UNFITTED_CHANCES } from './prior-chances.ts'

/** What was seen of one candidate of a labelled payee, and whether it is the payee's own row. */
export type Labelled = {
  readonly evidence: readonly Evidence[]
  readonly own: boolean
  /** One shared out among the payees of one supplier, lest a supplier with forty payees speak forty times. */
  readonly share: number
}

/** How much the expectation of `prior-chances.ts` weighs beside what is counted: a share of the pairs, and a few pairs. */
const PRIOR_SHARE = 0.3
const PRIOR_PAIRS = 4

const count = (pairs: readonly Labelled[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { evidence, share } of pairs)
    for (const one of evidence) {
      const key = `${one.about}:${one.seen}`
      counts.set(key, (counts.get(key) ?? 0) + share)
    }
  return counts
}

/** Evidence is shared out within its subject and, where it has one, within its likeness. */
const subjectOf = (key: string): string =>
  key.replace(/^([^:]+:(?:full|like|near|part|far|beside)-|[^:]+).*$/, '$1')

const totals = (counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>()
  for (const [key, n] of counts) sums.set(subjectOf(key), (sums.get(subjectOf(key)) ?? 0) + n)
  return sums
}

/** Sisters of a row that bears the very name: "rival" speaks of them, and counted once more they would speak twice. */
const standsBehindRival = (evidence: readonly Evidence[]): boolean =>
  evidence.some(({ about }) => about === 'rival')

const isSilent = (key: string): boolean => key.endsWith('unknown')

/**
 * Counts m and u in labelled candidates, drawn towards what was expected where the labelled pairs are few.
 * A supervised estimate, not EM: the labelled pairs say which candidate is right, so nothing need be guessed.
 */
export const fitWeights = (labelled: readonly Labelled[]): Weights => {
  const pairs = labelled.filter(({ evidence }) => !standsBehindRival(evidence))
  const own = pairs.filter((pair) => pair.own)
  const others = pairs.filter((pair) => !pair.own)
  const [m, u] = [count(own), count(others)]
  const silence = (counts: ReadonlyMap<string, number>) =>
    new Map([...counts].filter(([key]) => !isSilent(key)))
  const [sumM, sumU] = [totals(silence(m)), totals(silence(u))]
  const chances: Record<string, Chances> = { ...UNFITTED_CHANCES }
  for (const [key, prior] of Object.entries(PRIOR_CHANCES)) {
    const [ownPairs, otherPairs] = [sumM.get(subjectOf(key)) ?? 0, sumU.get(subjectOf(key)) ?? 0]
    const fitted = !isSilent(key) && ownPairs > 0 && otherPairs > 0
    // The expectation weighs alike on both sides, or it would shift the weight of things never seen.
    const weight = PRIOR_SHARE + PRIOR_PAIRS / Math.max(1, Math.min(ownPairs, otherPairs))
    const drawn = (seen: number, of: number, expected: number): number =>
      (seen / of + weight * expected) / (1 + weight)
    chances[key] = fitted
      ? { m: drawn(m.get(key) ?? 0, ownPairs, prior.m), u: drawn(u.get(key) ?? 0, otherPairs, prior.u) }
      : prior
  }
  const size = (list: readonly Labelled[]): number => list.reduce((sum, { share }) => sum + share, 0)
  return { priorOdds: (size(own) + 1) / (size(others) + 1), chances }
}
