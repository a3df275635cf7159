import type { Exact } from '../../../kernel/exact.ts'
import { isJudged, type Kind, type Leaf, type Limits, type Method, type Scale } from '../model.ts'
import type { PlacedNode } from '../rules/weights.ts'
import { bare, type Given, plainWord } from './names.ts'
import { ask, type Problems, shown } from './problems.ts'
import { readMethod } from './read-method.ts'
import { isGiven, readNumber, readPercent } from './read-numbers.ts'
import { readScale } from './read-scale.ts'
import type { Said } from './read-tree.ts'
import { methodWord, rankingWord } from './words.ts'

const BETTER = new Map([
  ...['lower', 'low', 'lowest', 'less', 'lowerisbetter'].map((word) => [word, 'lower'] as const),
  ...['higher', 'high', 'highest', 'more', 'higherisbetter'].map((word) => [word, 'higher'] as const),
])

const readBetter = (
  kind: Kind,
  given: Given,
  field: string,
  problems: Problems,
): 'lower' | 'higher' | null => {
  if (isGiven(given.better)) {
    const found = BETTER.get(bare(plainWord(given.better)))
    return found ?? ask(problems, `${field}.better`, 'better-unknown', { given: shown(given.better) })
  }
  if (kind === 'quantity' && given.method !== 'bands')
    return ask(problems, `${field}.better`, 'better-missing')
  return kind === 'price' ? 'lower' : 'higher'
}

const readLimits = (kind: Kind, weight: Exact, given: Given, field: string, problems: Problems): Limits => {
  const minimum = readNumber(given.minimum, `${field}.minimum`, problems)
  const percent = readPercent(given.minimumPercent, `${field}.minimumPercent`, problems)
  const judged = isJudged(kind)
  return {
    score: judged ? minimum : null,
    least: judged ? null : minimum,
    most: judged ? null : readNumber(given.maximum, `${field}.maximum`, problems),
    points: percent
      ? weight.times(percent)
      : readNumber(given.minimumPoints, `${field}.minimumPoints`, problems),
  }
}

const methodOf = (
  { data: { given, field }, weight }: PlacedNode<Said>,
  about: { readonly kind: Kind; readonly better: 'lower' | 'higher'; readonly scale: Scale | null },
  problems: Problems,
): Method | null => {
  const said = typeof given.method === 'string' ? given.method : null
  const name = said === null ? undefined : methodWord(said)
  if (said !== null && !name) {
    if (about.kind === 'price' && rankingWord(said)) return { name: 'relative-to-best' }
    return ask(problems, `${field}.method`, 'method-unknown', { given: shown(given.method) })
  }
  if (name && name !== 'pass-fail') return readMethod(name, given, { ...about, weight }, field, problems)
  if (isJudged(about.kind)) return { name: 'scale' }
  if (weight.isZero()) return { name: 'relative-to-best' }
  if (isGiven(given.bands)) return readMethod('bands', given, { ...about, weight }, field, problems)
  if (isGiven(given.benchmark))
    return readMethod('fixed-benchmark', given, { ...about, weight }, field, problems)
  return ask(problems, `${field}.method`, about.kind === 'price' ? 'price-method-missing' : 'method-missing')
}

/** For what is judged, "maximum" means the top of its scale. */
const scaleOf = (kind: Kind, given: Given, field: string, problems: Problems): Scale | null => {
  if (!isJudged(kind)) return null
  const raw = given.scale ?? given.maximum
  const before = problems.questions.length
  const scale = readScale(raw, given, `${field}.scale`, problems)
  if (!scale && problems.questions.length === before) ask(problems, `${field}.scale`, 'scale-missing')
  return scale
}

const measuredOf = (given: Given, field: string, problems: Problems): Leaf['measuredAs'] => {
  const said = bare(plainWord(given.measuredAs ?? 'amount'))
  if (['shareofprice', 'percentofprice', 'shareofcontract'].includes(said)) return 'share-of-price'
  if (!['amount', 'pounds', 'value', 'total'].includes(said))
    ask(problems, `${field}.measuredAs`, 'measured-as-unknown', { given: shown(given.measuredAs) })
  return 'amount'
}

/** A scored criterion from what it says; null where something has to be asked first. */
export const readLeaf = (node: PlacedNode<Said>, index: number, problems: Problems): Leaf | null => {
  const { given, kind, field } = node.data
  if (kind === null || kind === 'condition') return ask(problems, `${field}.kind`, 'kind-missing')
  const scale = scaleOf(kind, given, field, problems)
  const better = readBetter(kind, given, field, problems)
  if (isJudged(kind) && !scale) return null
  const method = better && methodOf(node, { kind, better, scale }, problems)
  const limits = readLimits(kind, node.weight, given, field, problems)
  const cap = readNumber(given.cap, `${field}.cap`, problems)
  const capShare = readPercent(given.capShareOfPrice, `${field}.capShareOfPrice`, problems)
  const measuredAs = measuredOf(given, field, problems)
  if (!better || !method) return null
  return {
    index,
    name: node.name,
    path: node.path,
    kind,
    weight: node.weight,
    better,
    method,
    scale,
    measuredAs,
    cap,
    capShareOfPrice: capShare,
    limits,
  }
}
