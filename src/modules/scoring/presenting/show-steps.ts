import { type Exact, showExact } from '../../../kernel/exact.ts'
import { formulaOf } from '../messages/formula-words.ts'
import type { AgreedScore, Bid, Competition, Leaf } from '../model.ts'
import { bandOf, type Field, shareOf } from '../rules/comparison.ts'
import type { Sum } from '../rules/score-bids.ts'
import { settled } from '../rules/settled.ts'

/** Figures on the way: ten decimals at most, none that say nothing. */
export const show = (value: Exact): string =>
  value.decimalPlaces() <= 10 ? value.toFixed() : showExact(value, 10)

type Inputs = Readonly<Record<string, string>>

const bandInputs = ({ method }: Leaf, value: Exact): Inputs => {
  const band = method.name === 'bands' ? bandOf(method.bands, value) : undefined
  if (!band) return {}
  return {
    ...(band.from ? { bandFrom: show(band.from) } : {}),
    ...(band.to ? { [band.isToIncluded ? 'bandUpTo' : 'bandBelow']: show(band.to) } : {}),
    percent: show(band.share.times(100)),
  }
}

const scaleInputs = ({ scale }: Leaf, score: Exact): Inputs => {
  if (!scale) return {}
  const level = scale.levels.find((known) => known.score.eq(score))
  return {
    highestScore: show(scale.highest),
    ...(scale.countsFrom === 'lowest' ? { lowestScore: show(scale.lowest) } : {}),
    ...(level?.share ? { percent: show(level.share.times(100)) } : {}),
    ...(level?.name ? { level: level.name } : {}),
    ...(level?.described ? { described: level.described } : {}),
  }
}

/** What the formula was fed with beside weight and value. */
const methodInputs = (leaf: Leaf, value: Exact, field: Field): Inputs => {
  const { method } = leaf
  if (method.name === 'scale') return scaleInputs(leaf, value)
  if (method.name === 'bands') return bandInputs(leaf, value)
  if (method.name === 'fixed-benchmark') return { benchmark: show(method.benchmark) }
  if (method.name === 'fixed-range')
    return { fullMarksAt: show(method.fullMarksAt), noMarksAt: show(method.noMarksAt) }
  if (method.name === 'distance-from-mean')
    return { mean: show(field.mean), marksAtMean: show(method.marksAtMean) }
  if (method.name === 'closest-to-mean') return { mean: show(field.mean) }
  if (method.name === 'between-worst-and-best')
    return { lowest: show(field.lowest), highest: show(field.highest) }
  return leaf.better === 'lower' ? { lowest: show(field.lowest) } : { highest: show(field.highest) }
}

const HOW: Readonly<Record<AgreedScore['how'], string>> = {
  stated: 'stated as agreed',
  'one-evaluator': 'one evaluator',
  unanimous: 'all evaluators gave it',
  moderated: 'agreed in moderation',
}

const showAgreed = ({ how, reason, evaluators }: AgreedScore) => ({
  how: HOW[how],
  reason,
  evaluators: evaluators.map((one) => ({
    evaluator: one.evaluator,
    score: show(one.score),
    reason: one.reason,
  })),
})

const ADJUSTED = 'What was offered, after its cap or as per cent of the price.'

/** One criterion of one bid: what went in, by which formula, what came out. */
const showStep = (leaf: Leaf, bid: Bid, field: Field, earned: Exact, decimals: number) => {
  const value = bid.values[leaf.index] as Exact
  const offered = bid.offered[leaf.index]
  const agreed = bid.agreed[leaf.index]
  const isAdjusted = offered && !offered.eq(value)
  return {
    criterion: leaf.name,
    path: leaf.path,
    method: leaf.method.name,
    formula: formulaOf(leaf),
    inputs: {
      weight: show(leaf.weight),
      [leaf.scale ? 'score' : 'value']: show(value),
      ...methodInputs(leaf, value, field),
    },
    ...(isAdjusted ? { offered: show(offered), adjusted: ADJUSTED } : {}),
    ...(agreed ? { agreed: showAgreed(agreed) } : {}),
    share: show(shareOf(leaf, value, field)),
    points: show(earned),
    pointsShown: settled(earned).toFixed(decimals),
  }
}

/** Every step of a bid's sum. */
export const showSteps = (
  { leaves, rounding }: Competition,
  bid: Bid,
  fields: readonly Field[],
  { points }: Sum,
) =>
  leaves.map((leaf) =>
    showStep(leaf, bid, fields[leaf.index] as Field, points[leaf.index] as Exact, rounding.decimals),
  )
