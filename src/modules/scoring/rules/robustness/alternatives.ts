import { type Exact, exact } from '../../../../kernel/exact.ts'
import type { Competition, Kind, Leaf, Method, MethodName, Ranking } from '../../model.ts'
import type { Scored } from '../score-bids.ts'
import { fieldOn, firstAmong, isSameSet, rescore, valuesOn } from './rescore.ts'

export type Alternative = {
  readonly kind: Kind | 'ranking'
  readonly method: MethodName | Ranking['by']
  /** The median of the bids, where no benchmark was stated and one had to stand in. */
  readonly isBenchmarkOurs: boolean
  readonly first: readonly number[]
  readonly changesWinner: boolean
}

const OTHERS: readonly MethodName[] = [
  'fixed-benchmark',
  'relative-to-best',
  'between-worst-and-best',
  'gap-to-best',
  'distance-from-mean',
]

const medianOf = (values: readonly Exact[]): Exact => {
  const sorted = values.toSorted((a, b) => a.cmp(b))
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] as Exact
  return sorted.length % 2 === 1 ? upper : upper.plus(sorted[middle - 1] as Exact).div(2)
}

const methodFor = (name: MethodName, benchmark: Exact): Method | null => {
  if (name === 'fixed-benchmark') return benchmark.isZero() ? null : { name, benchmark }
  if (name === 'distance-from-mean') return { name, marksAtMean: exact(50) }
  if (name === 'scale' || name === 'fixed-range' || name === 'bands') return null
  return { name }
}

const tryMethod = (
  competition: Competition,
  { compared, sums }: Scored,
  first: readonly number[],
  leaves: readonly Leaf[],
  name: MethodName,
): Alternative | null => {
  const changed = leaves.map((leaf) => {
    const values = valuesOn(competition, leaf, compared)
    const method = methodFor(name, medianOf(values))
    return method && { leaf, method, field: fieldOn(competition, leaf, compared) }
  })
  if (!changed.every((change) => change !== null)) return null
  const now = firstAmong(competition, compared, rescore(competition, compared, sums, changed))
  return {
    kind: leaves[0]?.kind ?? 'price',
    method: name,
    isBenchmarkOurs: name === 'fixed-benchmark',
    first: now,
    changesWinner: !isSameSet(now, first),
  }
}

const methodsFor = (leaves: readonly Leaf[]): readonly MethodName[] =>
  OTHERS.filter(
    (name) =>
      leaves.some(({ method }) => method.name !== name) &&
      !(name === 'gap-to-best' && leaves.every(({ better }) => better === 'higher')),
  )

const tryRankings = (competition: Competition, scored: Scored, first: readonly number[]): Alternative[] => {
  const prices = competition.leaves.filter(({ kind }) => kind === 'price')
  const others = competition.leaves.length - prices.length
  if (competition.ranking.by !== 'weighted-total' || prices.length !== 1 || others === 0) return []
  if (prices[0]?.weight.isZero() || prices[0]?.weight.eq(competition.totalWeight)) return []
  if (scored.compared.some((bid) => competition.bids[bid]?.values[prices[0]?.index ?? 0]?.isZero())) return []
  const by = 'value-for-money-index'
  const other = { ...competition, ranking: { by, poundsPerPoint: null } } as const
  const now = firstAmong(other, scored.compared, scored.sums)
  return [
    {
      kind: 'ranking',
      method: by,
      isBenchmarkOurs: false,
      first: now,
      changesWinner: !isSameSet(now, first),
    },
  ]
}

/** The same bids under other published formulas for price and for what is counted, and ranked by quality for money. */
export const alternatives = (
  competition: Competition,
  scored: Scored,
  first: readonly number[],
): readonly Alternative[] => {
  const kinds: Kind[] = ['price', 'social-value-quantitative', 'quantity']
  const byFormula = kinds.flatMap((kind) => {
    const leaves = competition.leaves.filter((leaf) => leaf.kind === kind && leaf.weight.gt(0))
    if (leaves.length === 0) return []
    return methodsFor(leaves)
      .map((name) => tryMethod(competition, scored, first, leaves, name))
      .filter((found) => found !== null)
  })
  return [...byFormula, ...tryRankings(competition, scored, first)]
}
