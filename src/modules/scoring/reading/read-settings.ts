import { type Exact, exact } from '../../../kernel/exact.ts'
import type { AbnormallyLowRule, Leaf, Ranking, Rounding, TieBreak } from '../model.ts'
import { isJudged } from '../model.ts'
import { bare, isObject, NAMES, ours, plainWord } from './names.ts'
import { ask, nearest, type Problems, shown } from './problems.ts'
import type { Criteria } from './read-criteria.ts'
import { isGiven, readNumber, readPercent } from './read-numbers.ts'
import { lowRuleWord, rankingWord, roundWhenWord } from './words.ts'

export const readRounding = (raw: unknown, problems: Problems): Rounding => {
  const given = isObject(raw) ? ours(raw, NAMES.rounding, 'rounding', problems) : { decimals: raw }
  const decimals = readNumber(given.decimals ?? '2', 'rounding.decimals', problems)
  if (decimals && (!decimals.isInteger() || decimals.lt(0) || decimals.gt(10)))
    ask(problems, 'rounding.decimals', 'decimals-beyond')
  const when = isGiven(given.when) ? roundWhenWord(plainWord(given.when)) : 'only-shown'
  if (!when) ask(problems, 'rounding.when', 'round-when-unknown', { given: shown(given.when) })
  if (!isGiven(given.when)) {
    const facts = { decimals: decimals?.toFixed() ?? '2' }
    problems.assumptions.push({ field: 'rounding.when', code: 'rounding-only-shown', facts })
  }
  return { decimals: decimals?.toNumber() ?? 2, when: when ?? 'only-shown' }
}

export const readRanking = (
  raw: unknown,
  problems: Problems,
): { by: Ranking['by'] | null; poundsPerPoint: Exact | null } => {
  if (!isGiven(raw)) return { by: null, poundsPerPoint: null }
  const given = isObject(raw) ? ours(raw, NAMES.ranking, 'rankBy', problems) : { by: raw }
  const by = rankingWord(plainWord(given.by ?? ''))
  if (!by) ask(problems, 'rankBy', 'ranking-unknown', { given: shown(given.by) })
  return {
    by: by ?? null,
    poundsPerPoint: readNumber(given.poundsPerPoint, 'rankBy.poundsPerPoint', problems),
  }
}

/** Whether the weights suit what bids are ranked by. */
export const checkRanking = (ranking: Ranking, leaves: readonly Leaf[], problems: Problems): void => {
  const prices = leaves.filter(({ kind }) => kind === 'price')
  const isWeighed = prices.some(({ weight }) => !weight.isZero())
  if (ranking.by === 'weighted-total') return
  if (leaves.length === prices.length) ask(problems, 'rankBy', 'ranking-without-quality', { by: ranking.by })
  if (prices.length > 1) ask(problems, 'rankBy', 'ranking-needs-one-price')
  if (ranking.by === 'weighted-value-for-money-index' && !isWeighed)
    ask(problems, 'rankBy', 'ranking-needs-price-weight')
  if (ranking.by !== 'weighted-value-for-money-index' && isWeighed)
    problems.refusals.push({
      field: 'rankBy',
      code: 'ranking-uses-no-price-weight',
      facts: { by: ranking.by },
    })
  if (ranking.by === 'quality-adjusted-price' && !ranking.poundsPerPoint)
    ask(problems, 'rankBy.poundsPerPoint', 'pounds-per-point-missing')
}

const PRICE_WORDS = new Set(['price', 'lowestprice', 'lowerprice', 'cheapest', 'lowestcost'])
const KIND_WORDS: ReadonlyMap<string, (leaf: Leaf) => boolean> = new Map([
  ...['quality', 'highestquality', 'higherquality'].map(
    (word) => [word, (leaf: Leaf) => isJudged(leaf.kind)] as const,
  ),
  ...['socialvalue', 'highestsocialvalue'].map(
    (word) => [word, (leaf: Leaf) => leaf.kind.startsWith('social-value')] as const,
  ),
])

export const readTieBreaks = (
  raw: unknown,
  { leaves, groups }: Criteria,
  problems: Problems,
): readonly TieBreak[] => {
  if (!isGiven(raw)) return []
  const list: readonly unknown[] = Array.isArray(raw) ? raw : [raw]
  return list
    .map((one): TieBreak | null => {
      const said = bare(plainWord(isObject(one) ? (one.criterion ?? one.by ?? '') : one))
      const bareEnd = said.replace(/^(highest|higher|best)(score|scores|points|marks)?(for|in|on)?/, '')
      const named = [...groups, ...leaves.map(({ name, index }) => ({ name, leaves: [index] }))].find(
        ({ name }) => bare(name) === said || bare(name) === bareEnd,
      )
      if (PRICE_WORDS.has(said)) return { by: 'price' }
      if (named) return { by: 'criterion', leaves: named.leaves, name: named.name }
      const ofKind = KIND_WORDS.get(said)
      if (ofKind)
        return { by: 'criterion', leaves: leaves.filter(ofKind).map(({ index }) => index), name: said }
      const names = [...groups, ...leaves].map(({ name }) => name)
      return ask(problems, 'tieBreak', 'tie-break-unknown', {
        given: shown(one),
        near: nearest(plainWord(one), names),
      })
    })
    .filter((found) => found !== null)
}

/** A fifth below the mean of the others: ours, where the tender documents state none. It only asks for an explanation. */
const OWN_RULE: AbnormallyLowRule = {
  rule: 'below-mean-of-others',
  share: exact('0.2'),
  benchmark: null,
  isStated: false,
}

export const readAbnormallyLow = (
  raw: unknown,
  leaves: readonly Leaf[],
  problems: Problems,
): AbnormallyLowRule => {
  if (!isGiven(raw)) return OWN_RULE
  const given = isObject(raw) ? ours(raw, NAMES.low, 'abnormallyLow', problems) : { percent: raw }
  const rule = isGiven(given.rule)
    ? lowRuleWord(plainWord(given.rule))
    : isGiven(given.benchmark)
      ? 'below-benchmark'
      : 'below-mean-of-others'
  const share = readPercent(given.percent, 'abnormallyLow.percent', problems)
  if (!rule) ask(problems, 'abnormallyLow.rule', 'low-rule-unknown', { given: shown(given.rule) })
  if (!share && !isGiven(given.percent)) ask(problems, 'abnormallyLow.percent', 'low-percent-missing')
  const price = leaves.find(({ kind }) => kind === 'price')
  const stated = readNumber(given.benchmark, 'abnormallyLow.benchmark', problems)
  const benchmark = stated ?? (price?.method.name === 'fixed-benchmark' ? price.method.benchmark : null)
  if (rule === 'below-benchmark' && !benchmark) ask(problems, 'abnormallyLow.benchmark', 'benchmark-missing')
  return { rule: rule ?? OWN_RULE.rule, share: share ?? OWN_RULE.share, benchmark, isStated: true }
}

export const readWeightRange = (raw: unknown, total: Exact, problems: Problems): Exact => {
  const given = isObject(raw) ? ours(raw, NAMES.robustness, 'robustness', problems) : {}
  const range = readNumber(given.weightRange, 'robustness.weightRange', problems)
  if (range && (range.lt(0) || range.gt(total)))
    ask(problems, 'robustness.weightRange', 'weight-range-beyond')
  return range ?? total.div(20)
}

export const isRobustnessWanted = (raw: unknown): boolean =>
  !(raw === false || raw === 'false' || raw === 'none')
