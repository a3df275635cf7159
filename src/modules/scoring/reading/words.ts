import type { AbnormallyLowRule, Kind, MethodName, Ranking, Rounding } from '../model.ts'
import { bare } from './names.ts'

const wordsFor = <Value extends string>(words: Readonly<Record<Value, readonly string[]>>) => {
  const known = new Map(
    Object.entries<readonly string[]>(words).flatMap(([value, others]) =>
      [value, ...others].map((other) => [bare(other), value as Value] as const),
    ),
  )
  return (given: string): Value | undefined => known.get(bare(given))
}

export const kindWord = wordsFor<Kind | 'social-value'>({
  price: ['cost', 'commercial', 'financial', 'whole life cost'],
  quality: ['technical', 'qualitative', 'judged', 'method statement'],
  'social-value': ['sv'],
  'social-value-quantitative': [
    'sv quantitative',
    'quantitative social value',
    'social value offer',
    'social value amount',
    'quantitative',
  ],
  'social-value-qualitative': ['sv qualitative', 'qualitative social value', 'social value method statement'],
  quantity: ['number', 'counted', 'measured', 'amount'],
  condition: ['pass/fail', 'pass or fail', 'mandatory', 'gate', 'yes/no'],
})

export const methodWord = wordsFor<MethodName | 'pass-fail'>({
  scale: ['score', 'scores', 'scored', 'marks', 'levels', 'described scale', 'score over maximum', 'scaled'],
  'fixed-benchmark': [
    'benchmark',
    'benchmark price',
    'fixed benchmark price',
    'target',
    'fixed target',
    'relative to benchmark',
    'relative to target',
  ],
  'fixed-range': [
    'absolute linear',
    'fixed linear',
    'linear between fixed prices',
    'linear between fixed ends',
  ],
  bands: ['absolute bands', 'banded', 'banded total', 'band'],
  'relative-to-best': [
    'lowest price',
    'lowest',
    'lowest price relative',
    'lowest over price',
    'lowest price over price',
    'inverse proportion',
    'inverse proportional',
    'lowest-price-relative inverse proportion',
    'proportional',
    'pro rata',
    'relative',
    'relative to lowest',
    'relative to the lowest',
    'relative to highest',
    'relative to the highest',
    'highest',
    'min over price',
    'relative to lowest price',
  ],
  'between-worst-and-best': [
    'linear',
    'min max',
    'linear between min and max',
    'linear min max',
    'between lowest and highest',
    'between min and max',
    'linear between lowest and highest',
    'linear interpolation',
  ],
  'distance-from-mean': [
    'mean',
    'average',
    'distance from average',
    'mean price',
    'deviation from mean',
    'average price',
  ],
  'closest-to-mean': ['closest to average', 'nearest to mean', 'nearest to average'],
  'gap-to-best': [
    'gap to lowest',
    'percentage above lowest',
    'percent above lowest',
    'difference from lowest',
    'deviation from lowest',
  ],
  'pass-fail': ['pass/fail', 'pass or fail', 'yes/no', 'condition'],
})

export const rankingWord = wordsFor<Ranking['by']>({
  'weighted-total': [
    'total',
    'points',
    'weighted',
    'weighted score',
    'highest total',
    'highest score',
    'meat',
  ],
  'price-per-quality-point': ['pqp', 'price per point', 'pounds per quality point', 'cost per quality point'],
  'value-for-money-index': [
    'vfm index',
    'vfmi',
    'quality per pound',
    'quality price ratio',
    'quality-price ratio',
    'quality per £',
    'quality over price',
  ],
  'weighted-value-for-money-index': ['weighted vfm index', 'wvfmi', 'weighted value for money'],
  'quality-adjusted-price': [
    'price adjusted for quality',
    'price adjusted',
    'price-adjusted',
    'monetised quality',
    'pounds for quality',
    'adjusted price',
    'cost less quality',
  ],
})

export const lowRuleWord = wordsFor<AbnormallyLowRule['rule']>({
  'below-mean-of-others': [
    'mean',
    'average',
    'mean of others',
    'below mean',
    'below average',
    'average of others',
  ],
  'below-second-lowest': ['second lowest', 'next lowest', 'below next lowest'],
  'below-benchmark': ['benchmark', 'estimate', 'below estimate', 'expected price'],
})

export const roundWhenWord = wordsFor<Rounding['when']>({
  'only-shown': ['shown', 'show', 'display', 'never', 'none'],
  total: ['end', 'at the end', 'totals', 'the total'],
  'each-criterion': ['each', 'criterion', 'each step', 'every criterion', 'per criterion'],
})

export const passWord = wordsFor<'pass' | 'fail'>({
  pass: ['true', 'yes', 'passed', 'met', 'ok', 'y', '1'],
  fail: ['false', 'no', 'failed', 'not met', 'n', '0'],
})
