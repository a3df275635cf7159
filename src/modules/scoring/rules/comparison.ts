import { type Exact, ONE, sum, ZERO } from '../../../kernel/exact.ts'
import type { Band, Leaf, Method, Scale } from '../model.ts'

/** What the bids that are compared offer on one criterion: all that a relative formula knows of the others. */
export type Field = { readonly lowest: Exact; readonly highest: Exact; readonly mean: Exact }

const HUNDRED = ONE.times(100)
const TWO = ONE.plus(ONE)

export const fieldOf = (values: readonly Exact[]): Field => {
  const [first = ZERO] = values
  return {
    lowest: values.reduce((least, value) => (value.lt(least) ? value : least), first),
    highest: values.reduce((most, value) => (value.gt(most) ? value : most), first),
    mean: values.length === 0 ? ZERO : sum(values).div(values.length),
  }
}

const clipped = (share: Exact): Exact => (share.lt(0) ? ZERO : share.gt(1) ? ONE : share)

/** A score over the highest score, or over the way from the lowest; a level with a share of its own earns that. */
export const shareOnScale = (scale: Scale, score: Exact): Exact => {
  const level = scale.levels.find((known) => known.score.eq(score))
  if (level?.share) return level.share
  if (scale.countsFrom === 'zero') return score.div(scale.highest)
  return score.minus(scale.lowest).div(scale.highest.minus(scale.lowest))
}

export const bandOf = (bands: readonly Band[], value: Exact): Band | undefined =>
  bands.find(
    ({ from, to, isToIncluded }) =>
      (from === null || value.gte(from)) && (to === null || (isToIncluded ? value.lte(to) : value.lt(to))),
  )

const relativeToBest = ({ better }: Leaf, value: Exact, { lowest, highest }: Field): Exact => {
  if (better === 'higher') return highest.isZero() ? ZERO : value.div(highest)
  if (value.isZero()) return ONE
  return lowest.div(value)
}

const betweenEnds = ({ better }: Leaf, value: Exact, { lowest, highest }: Field): Exact => {
  const span = highest.minus(lowest)
  if (span.isZero()) return ONE
  return (better === 'lower' ? highest.minus(value) : value.minus(lowest)).div(span)
}

/** So many marks in a hundred for the mean, and one more for each per cent on the better side of it. */
const fromMean = ({ better }: Leaf, value: Exact, { mean }: Field, marksAtMean: Exact): Exact => {
  if (mean.isZero()) return clipped(marksAtMean.div(HUNDRED))
  const percent = (better === 'lower' ? mean.minus(value) : value.minus(mean)).div(mean).times(HUNDRED)
  return clipped(marksAtMean.plus(percent).div(HUNDRED))
}

const closestToMean = (value: Exact, { mean }: Field): Exact =>
  mean.isZero() ? ONE : clipped(ONE.minus(value.minus(mean).abs().div(mean)))

const gapToBest = (leaf: Leaf, value: Exact, field: Field): Exact => {
  if (leaf.better === 'higher' || field.lowest.isZero()) return relativeToBest(leaf, value, field)
  return clipped(ONE.minus(value.minus(field.lowest).div(field.lowest)))
}

/** Full at or below the benchmark, falling by the per cent above it; for what is better higher, the part reached of it. */
const toBenchmark = ({ better }: Leaf, value: Exact, benchmark: Exact): Exact =>
  clipped(better === 'lower' ? TWO.minus(value.div(benchmark)) : value.div(benchmark))

const relativeShare = (leaf: Leaf, method: Method, value: Exact, field: Field): Exact => {
  if (method.name === 'relative-to-best') return relativeToBest(leaf, value, field)
  if (method.name === 'between-worst-and-best') return betweenEnds(leaf, value, field)
  if (method.name === 'distance-from-mean') return fromMean(leaf, value, field, method.marksAtMean)
  if (method.name === 'closest-to-mean') return closestToMean(value, field)
  return gapToBest(leaf, value, field)
}

/**
 * The share of its weight, from 0 to 1, that a value earns on a criterion. `method` may be another than the criterion's own.
 * Formulas as gathered from published practice; the Cabinet Office's Bid Evaluation Guidance (May 2021) advises against
 * the relative ones.
 */
export const shareOf = (leaf: Leaf, value: Exact, field: Field, method: Method = leaf.method): Exact => {
  if (method.name === 'scale') return leaf.scale ? shareOnScale(leaf.scale, value) : ZERO
  if (method.name === 'fixed-benchmark') return toBenchmark(leaf, value, method.benchmark)
  if (method.name === 'fixed-range')
    return clipped(method.noMarksAt.minus(value).div(method.noMarksAt.minus(method.fullMarksAt)))
  if (method.name === 'bands') return bandOf(method.bands, value)?.share ?? ZERO
  return relativeShare(leaf, method, value, field)
}
