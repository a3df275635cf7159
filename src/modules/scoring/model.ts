import type { Exact } from '../../kernel/exact.ts'

export const KINDS = [
  'price',
  'quality',
  'social-value-quantitative',
  'social-value-qualitative',
  'quantity',
  'condition',
] as const
export type Kind = (typeof KINDS)[number]

/** What a person judges on a scale, with a reason; everything else is counted or priced. */
export const isJudged = (kind: Kind): boolean => kind === 'quality' || kind === 'social-value-qualitative'

export const METHODS = [
  'scale',
  'fixed-benchmark',
  'fixed-range',
  'bands',
  'relative-to-best',
  'between-worst-and-best',
  'distance-from-mean',
  'closest-to-mean',
  'gap-to-best',
] as const
export type MethodName = (typeof METHODS)[number]

/** Under these, what another bidder offers moves this bidder's points. */
const RELATIVE: ReadonlySet<MethodName> = new Set([
  'relative-to-best',
  'between-worst-and-best',
  'distance-from-mean',
  'closest-to-mean',
  'gap-to-best',
])
export const isRelative = ({ name }: Method): boolean => RELATIVE.has(name)

/** Holds a value from `from` (included) up to `to` (left out, unless `isToIncluded`); `share` of the weight. */
export type Band = {
  readonly from: Exact | null
  readonly to: Exact | null
  readonly isToIncluded: boolean
  readonly share: Exact
}

export type Method =
  | { readonly name: 'scale' }
  | { readonly name: 'fixed-benchmark'; readonly benchmark: Exact }
  | { readonly name: 'fixed-range'; readonly fullMarksAt: Exact; readonly noMarksAt: Exact }
  | { readonly name: 'bands'; readonly bands: readonly Band[] }
  | { readonly name: 'distance-from-mean'; readonly marksAtMean: Exact }
  | {
      readonly name: 'relative-to-best' | 'between-worst-and-best' | 'closest-to-mean' | 'gap-to-best'
    }

export type Level = {
  readonly score: Exact
  readonly name: string | null
  readonly described: string | null
  /** Share of the weight that this level earns; null: score over the highest score. */
  readonly share: Exact | null
}
/** With levels only their scores exist; without, every number from lowest to highest does. */
export type Scale = {
  readonly lowest: Exact
  readonly highest: Exact
  readonly countsFrom: 'zero' | 'lowest'
  readonly levels: readonly Level[]
}

/** Below `score` (on the scale), `value` (of price or offer) or `points`, a bid is rejected; above `most` as well. */
export type Limits = {
  readonly score: Exact | null
  readonly least: Exact | null
  readonly most: Exact | null
  readonly points: Exact | null
}

/** A criterion that is scored itself; its weight is points of the whole. */
export type Leaf = {
  readonly index: number
  readonly name: string
  readonly path: readonly string[]
  readonly kind: Exclude<Kind, 'condition'>
  readonly weight: Exact
  readonly better: 'lower' | 'higher'
  readonly method: Method
  readonly scale: Scale | null
  readonly measuredAs: 'amount' | 'share-of-price'
  readonly cap: Exact | null
  readonly capShareOfPrice: Exact | null
  readonly limits: Limits
}
/** A criterion made of others. */
export type Group = {
  readonly name: string
  readonly path: readonly string[]
  readonly weight: Exact
  readonly leaves: readonly number[]
  readonly leastPoints: Exact | null
}

export type EvaluatorScore = {
  readonly evaluator: string
  readonly score: Exact
  readonly reason: string | null
}
export type GivenScore = {
  readonly evaluators: readonly EvaluatorScore[]
  readonly agreed: Exact | null
  readonly saysAverage: boolean
  readonly reason: string | null
}
export type AgreedScore = {
  readonly score: Exact
  readonly reason: string | null
  readonly how: 'stated' | 'one-evaluator' | 'unanimous' | 'moderated'
  readonly evaluators: readonly EvaluatorScore[]
}

export type Bid = {
  readonly index: number
  readonly name: string
  readonly price: Exact | null
  /** One for each leaf: a price, an amount offered or counted, or the agreed score. */
  readonly values: readonly Exact[]
  readonly agreed: readonly (AgreedScore | null)[]
  /** What was offered before a cap or a share of price was worked out. */
  readonly offered: readonly (Exact | null)[]
  readonly failedConditions: readonly string[]
  readonly excludedBecause: string | null
}

export const ROUND_WHEN = ['only-shown', 'total', 'each-criterion'] as const
export type Rounding = { readonly decimals: number; readonly when: (typeof ROUND_WHEN)[number] }

export const RANKINGS = [
  'weighted-total',
  'price-per-quality-point',
  'value-for-money-index',
  'weighted-value-for-money-index',
  'quality-adjusted-price',
] as const
export type Ranking = { readonly by: (typeof RANKINGS)[number]; readonly poundsPerPoint: Exact | null }

export const LOW_RULES = ['below-mean-of-others', 'below-second-lowest', 'below-benchmark'] as const
export type AbnormallyLowRule = {
  readonly rule: (typeof LOW_RULES)[number]
  readonly share: Exact
  readonly benchmark: Exact | null
  readonly isStated: boolean
}

/** Decides between equals, one after the other: a criterion or group by its name, or the lower price. */
export type TieBreak =
  | { readonly by: 'price' }
  | { readonly by: 'criterion'; readonly leaves: readonly number[]; readonly name: string }

export type Competition = {
  readonly title: string | null
  readonly totalWeight: Exact
  readonly leaves: readonly Leaf[]
  readonly groups: readonly Group[]
  readonly conditions: readonly string[]
  readonly bids: readonly Bid[]
  readonly rounding: Rounding
  readonly ranking: Ranking
  readonly tieBreaks: readonly TieBreak[]
  readonly abnormallyLow: AbnormallyLowRule
  /** How far weights are moved in the robustness test, in points of the whole. */
  readonly weightRange: Exact
}

export type Rejection = {
  readonly bid: number
  readonly code:
    | 'excluded'
    | 'condition-failed'
    | 'below-minimum-score'
    | 'below-minimum-value'
    | 'above-maximum-value'
    | 'below-minimum-points'
  readonly facts: Readonly<Record<string, string>>
}
