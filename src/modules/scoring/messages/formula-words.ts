import type { AbnormallyLowRule, Leaf, Method, Ranking, Rejection, Rounding, Scale } from '../model.ts'

const LOWER: Partial<Record<Method['name'], string>> = {
  'fixed-benchmark': 'weight x (2 - value / benchmark), between 0 and weight',
  'fixed-range': 'weight x (no marks at - value) / (no marks at - full marks at), between 0 and weight',
  bands: 'weight x percent of the band that holds the value',
  'relative-to-best': 'weight x lowest / value',
  'between-worst-and-best': 'weight x (highest - value) / (highest - lowest)',
  'distance-from-mean': 'weight x (marks at mean + (mean - value) / mean x 100) / 100, between 0 and weight',
  'closest-to-mean': 'weight x (1 - |value - mean| / mean), between 0 and weight',
  'gap-to-best': 'weight x (1 - (value - lowest) / lowest), between 0 and weight',
}
const HIGHER: Partial<Record<Method['name'], string>> = {
  ...LOWER,
  'fixed-benchmark': 'weight x value / benchmark, between 0 and weight',
  'fixed-range': 'weight x (value - no marks at) / (full marks at - no marks at), between 0 and weight',
  'relative-to-best': 'weight x value / highest',
  'between-worst-and-best': 'weight x (value - lowest) / (highest - lowest)',
  'distance-from-mean': 'weight x (marks at mean + (value - mean) / mean x 100) / 100, between 0 and weight',
  'gap-to-best': 'weight x value / highest',
}

const scaleFormula = (scale: Scale | null): string => {
  if (scale?.levels.some(({ share }) => share)) return 'weight x percent of the level'
  return scale?.countsFrom === 'lowest'
    ? 'weight x (score - lowest score) / (highest score - lowest score)'
    : 'weight x score / highest score'
}

export const formulaOf = ({ method, better, scale }: Leaf): string =>
  method.name === 'scale'
    ? scaleFormula(scale)
    : ((better === 'lower' ? LOWER : HIGHER)[method.name] ?? method.name)

export const RANKING_WORDS: Readonly<Record<Ranking['by'], string>> = {
  'weighted-total': 'highest total of points',
  'price-per-quality-point': 'lowest price / quality, with quality in per cent of the points there are',
  'value-for-money-index': 'highest quality / price, with quality in per cent of the points there are',
  'weighted-value-for-money-index': 'highest quality ^ (weight of quality / weight of price) / price',
  'quality-adjusted-price': 'lowest price - quality x pounds for a per cent of quality',
}

export const roundingWords = ({ decimals, when }: Rounding): string => {
  if (when === 'only-shown')
    return `Sums and ranks are exact; figures are shown with ${decimals} decimals, halves away from zero.`
  return when === 'total'
    ? `Totals are rounded to ${decimals} decimals, halves away from zero, before bids are ranked.`
    : `The points of each criterion are rounded to ${decimals} decimals, halves away from zero, and then added.`
}

export const rejectionWords = ({ code, facts }: Rejection): string => {
  const { criterion, value, limit, condition, reason } = facts
  if (code === 'excluded') return `Excluded: ${reason}`
  if (code === 'condition-failed') return `The condition "${condition}" is not met.`
  if (code === 'below-minimum-score')
    return `${criterion}: the score ${value} is below the minimum of ${limit}.`
  if (code === 'below-minimum-points')
    return `${criterion}: ${value} points are below the minimum of ${limit}.`
  if (code === 'below-minimum-value') return `${criterion}: ${value} is below the minimum of ${limit}.`
  return `${criterion}: ${value} is above the maximum of ${limit}.`
}

const LOW_WORDS: Readonly<Record<AbnormallyLowRule['rule'], string>> = {
  'below-mean-of-others': 'below the mean of the other bids',
  'below-second-lowest': 'below the next lowest bid',
  'below-benchmark': 'below the benchmark',
}
export const lowRuleWords = ({ rule, share, isStated }: AbnormallyLowRule): string =>
  `${share.times(100).toFixed()} % or more ${LOW_WORDS[rule]}${isStated ? '' : ' (no rule was stated; this one is ours)'}`

export const LOW_PRICE_NEXT =
  'This only asks. Notify the supplier and let it explain; a price that is explained may not be disregarded (Procurement Act 2023 s.19(4)-(5)).'
export const RELATIVE_WARNING =
  'Points depend on what other bidders offer, so a losing bid can decide between two others. The Bid Evaluation Guidance (Cabinet Office, May 2021) advises against it; a fixed benchmark or absolute bands do not have this fault.'
export const SCORE_NOTE =
  'Worked out from what was given, step by step, in exact decimals. It supports the panel\u2019s decision and does not take it.'
