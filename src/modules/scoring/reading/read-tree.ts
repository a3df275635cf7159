import { ZERO } from '../../../kernel/exact.ts'
import { isJudged, type Kind, type Ranking } from '../model.ts'
import type { WeighedNode } from '../rules/weights.ts'
import { bare, type Given, isObject, NAMES, ours, plainWord } from './names.ts'
import { ask, type Problems, shown } from './problems.ts'
import { isGiven, readName, readWeight } from './read-numbers.ts'
import { kindWord, methodWord, rankingWord } from './words.ts'

/** What a criterion says of itself, its method's own fields among them. */
export type Said = { readonly given: Given; readonly kind: Kind | null; readonly field: string }
export type Node = WeighedNode<Said>
export type Tree = {
  readonly nodes: readonly Node[]
  readonly conditions: readonly string[]
  readonly ranking: Ranking['by'] | null
  /** As written in the method of the price criterion. */
  readonly poundsPerPoint: unknown
}

type Reading = {
  readonly problems: Problems
  readonly methodFor: (name: string, kind: Kind | null) => unknown
  readonly conditions: string[]
  ranking: Ranking['by'] | null
  poundsPerPoint: unknown
}
/** What a criterion takes from those above it. */
type Above = { readonly kind: Kind | null; readonly scale: unknown }
const MOST_CRITERIA = 500
const DEEPEST = 8

/** A list, or an object by name whose values are criteria or plain weights. */
export const criteriaList = (raw: unknown): readonly unknown[] | null => {
  if (Array.isArray(raw)) return raw
  if (!isObject(raw)) return null
  return Object.entries(raw).map(([name, said]) =>
    isObject(said) ? { name, ...said } : { name, weight: said },
  )
}

const NUMERIC_HINT = /price|cost|fee\b/i
const QUALITY_HINT = /quality|technical/i
const SOCIAL_HINT = /social|\bsv\b/i

const methodName = (given: Given): string | null => {
  const raw = isObject(given.method) ? given.method.name : given.method
  return typeof raw === 'string' ? raw : null
}

const kindByHint = (
  name: string,
  given: Given,
  parent: Kind | null,
  word: string | undefined,
): Kind | null => {
  const method = methodName(given)
  const hasScale = isGiven(given.scale) || isGiven(given.levels)
  const isByScale = method !== null && methodWord(method) === 'scale'
  const isCounted =
    (method !== null && !isByScale && methodWord(method) !== undefined) ||
    [given.benchmark, given.bands, given.fullMarksAt].some(isGiven)
  if (word === 'social-value' || SOCIAL_HINT.test(name)) {
    if (hasScale || isByScale) return 'social-value-qualitative'
    return isCounted ? 'social-value-quantitative' : parent
  }
  if (hasScale) return parent === 'social-value-qualitative' ? parent : 'quality'
  if (NUMERIC_HINT.test(name)) return 'price'
  if (isByScale || (!isCounted && QUALITY_HINT.test(name))) return parent ?? 'quality'
  return parent ?? (isCounted ? 'quantity' : null)
}

/** What kind a criterion is: as it says, as its parent is, or as its method, scale and name leave no doubt. */
const kindOf = (
  name: string,
  given: Given,
  parent: Kind | null,
  field: string,
  problems: Problems,
): Kind | null => {
  const method = methodName(given)
  if (method && methodWord(method) === 'pass-fail') return 'condition'
  const word = typeof given.kind === 'string' ? kindWord(given.kind) : undefined
  if (isGiven(given.kind) && !word)
    return ask(problems, `${field}.kind`, 'kind-unknown', { given: shown(given.kind) })
  return word && word !== 'social-value' ? word : kindByHint(name, given, parent, word)
}

/** The fields of a method written as an object stand beside those of the criterion. */
const withMethod = (given: Given, field: string, problems: Problems): Given => {
  if (!isObject(given.method)) return given
  const { name, ...own } = ours(given.method, NAMES.method, `${field}.method`, problems)
  return { ...given, ...own, method: name }
}

/** A scale stated once holds for every judged criterion below that has none of its own. */
const withScale = (given: Given, kind: Kind | null, scale: unknown): Given => {
  const hasOwn = [given.scale, given.levels, given.maximum].some(isGiven)
  return kind && isJudged(kind) && !hasOwn && isGiven(scale) ? { ...given, scale } : given
}

const noteRanking = (given: Given, kind: Kind | null, reading: Reading): void => {
  const whole = typeof given.method === 'string' ? rankingWord(given.method) : undefined
  if (!whole || kind !== 'price' || methodWord(plainWord(given.method))) return
  reading.ranking = whole
  reading.poundsPerPoint = given.poundsPerPoint
}

const readNode = (raw: unknown, path: string, above: Above, depth: number, reading: Reading): Node | null => {
  const { problems } = reading
  if (!isObject(raw)) return ask(problems, path, 'criterion-unreadable', { given: shown(raw) })
  const own = ours(raw, NAMES.criterion, path, problems)
  const name = readName(own.name, `${path}.name`, problems)
  if (name === null) return null
  const field = `criterion "${name.slice(0, 60)}"`
  const method = own.method ?? reading.methodFor(name, above.kind)
  const said = withMethod(isGiven(method) ? { ...own, method } : own, field, problems)
  const kind = kindOf(name, said, above.kind, field, problems)
  const given = withScale(said, kind, above.scale)
  noteRanking(given, kind, reading)
  const weight = readWeight(given.weight, `${field}.weight`, problems)
  if (kind === 'condition') {
    if (weight && !weight.isZero()) ask(problems, `${field}.weight`, 'condition-with-weight', { name })
    if (!isGiven(given.criteria)) reading.conditions.push(name)
  }
  const parts = isGiven(given.criteria) ? criteriaList(given.criteria) : []
  if (parts === null || depth > DEEPEST) return ask(problems, `${field}.criteria`, 'criteria-unreadable')
  const children = parts
    .map((part, index) =>
      readNode(
        part,
        `${field}.criteria[${index + 1}]`,
        { kind, scale: given.scale ?? above.scale },
        depth + 1,
        reading,
      ),
    )
    .filter((node) => node !== null)
  if (kind === 'condition') return null
  return { name, weight, children, data: { given, kind, field } }
}

const namesOf = (nodes: readonly Node[]): string[] =>
  nodes.flatMap(({ name, children }) => [name, ...namesOf(children)])

const methodLookup = (raw: unknown): Reading['methodFor'] => {
  if (typeof raw === 'string')
    return (name, kind) => (kind === 'price' || NUMERIC_HINT.test(name) ? raw : undefined)
  const entries = Array.isArray(raw)
    ? raw.filter(isObject).map((one) => [plainWord(one.criterion ?? one.for ?? ''), one] as const)
    : isObject(raw)
      ? Object.entries(raw)
      : []
  const known = new Map(entries.map(([name, method]) => [bare(name), method]))
  return (name) => known.get(bare(name))
}

/** A price criterion that only divides or adjusts carries no weight of its own. */
const withoutWeight = (nodes: readonly Node[], isUnweighted: boolean): readonly Node[] =>
  nodes.map((node) => ({
    ...node,
    weight:
      node.weight ?? (isUnweighted && node.data.kind === 'price' && node.children.length === 0 ? ZERO : null),
    children: withoutWeight(node.children, isUnweighted),
  }))

export const readTree = (
  raw: unknown,
  methods: unknown,
  scale: unknown,
  rankBy: Ranking['by'] | null,
  problems: Problems,
): Tree => {
  const list = criteriaList(raw)
  const reading: Reading = {
    problems,
    methodFor: methodLookup(methods),
    conditions: [],
    ranking: rankBy,
    poundsPerPoint: null,
  }
  if (!list || list.length === 0) {
    ask(problems, 'criteria', 'criteria-missing')
    return { nodes: [], conditions: [], ranking: rankBy, poundsPerPoint: null }
  }
  const nodes = list
    .map((one, index) => readNode(one, `criteria[${index + 1}]`, { kind: null, scale }, 1, reading))
    .filter((node) => node !== null)
  const names = [...namesOf(nodes), ...reading.conditions]
  if (names.length > MOST_CRITERIA)
    ask(problems, 'criteria', 'criteria-too-many', { count: String(names.length) })
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(bare(name))) ask(problems, 'criteria', 'criterion-twice', { name: name.slice(0, 60) })
    seen.add(bare(name))
  }
  const isUnweighted = reading.ranking !== null && reading.ranking !== 'weighted-total'
  return {
    nodes: withoutWeight(nodes, isUnweighted),
    conditions: reading.conditions,
    ranking: reading.ranking,
    poundsPerPoint: reading.poundsPerPoint,
  }
}
