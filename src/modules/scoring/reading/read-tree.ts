import { ZERO } from '../../../kernel/exact.ts'
import type { Kind, Ranking } from '../model.ts'
import type { WeighedNode } from '../rules/weights.ts'
import { bare, type Given, isObject, NAMES, ours } from './names.ts'
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
}

type Reading = {
  readonly problems: Problems
  readonly methodFor: (name: string, kind: Kind | null) => unknown
  readonly conditions: string[]
  ranking: Ranking['by'] | null
}
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
const SOCIAL_HINT = /social|\bsv\b/i

const methodName = (given: Given): string | null => {
  const raw = isObject(given.method) ? given.method.name : given.method
  return typeof raw === 'string' ? raw : null
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
  const hasScale = isGiven(given.scale) || isGiven(given.levels)
  const word = typeof given.kind === 'string' ? kindWord(given.kind) : undefined
  if (isGiven(given.kind) && !word)
    return ask(problems, `${field}.kind`, 'kind-unknown', { given: shown(given.kind) })
  if (word && word !== 'social-value') return word
  const isCounted = method !== null && !['scale', undefined].includes(methodWord(method))
  if (word === 'social-value' || SOCIAL_HINT.test(name)) {
    if (hasScale) return 'social-value-qualitative'
    return isCounted ? 'social-value-quantitative' : parent
  }
  if (hasScale) return parent === 'social-value-qualitative' ? parent : 'quality'
  if (NUMERIC_HINT.test(name)) return 'price'
  if (method && methodWord(method) === 'scale') return parent ?? 'quality'
  return parent ?? (isCounted ? 'quantity' : null)
}

/** The fields of a method written as an object stand beside those of the criterion. */
const withMethod = (given: Given, field: string, problems: Problems): Given => {
  if (!isObject(given.method)) return given
  const { name, ...own } = ours(given.method, NAMES.method, `${field}.method`, problems)
  return { ...given, ...own, method: name }
}

const readNode = (
  raw: unknown,
  path: string,
  parent: Kind | null,
  depth: number,
  reading: Reading,
): Node | null => {
  const { problems } = reading
  if (!isObject(raw)) return ask(problems, path, 'criterion-unreadable', { given: shown(raw) })
  const own = ours(raw, NAMES.criterion, path, problems)
  const name = readName(own.name, `${path}.name`, problems)
  if (name === null) return null
  const field = `criterion "${name.slice(0, 60)}"`
  const method = own.method ?? reading.methodFor(name, parent)
  const given = withMethod(isGiven(method) ? { ...own, method } : own, field, problems)
  const kind = kindOf(name, given, parent, field, problems)
  const whole = typeof given.method === 'string' ? rankingWord(given.method) : undefined
  if (whole && kind === 'price' && !methodWord(String(given.method))) reading.ranking = whole
  const weight = readWeight(given.weight, `${field}.weight`, problems)
  if (kind === 'condition') {
    if (weight && !weight.isZero()) ask(problems, `${field}.weight`, 'condition-with-weight', { name })
    reading.conditions.push(name)
    return null
  }
  const parts = isGiven(given.criteria) ? criteriaList(given.criteria) : []
  if (parts === null || depth > DEEPEST) return ask(problems, `${field}.criteria`, 'criteria-unreadable')
  const children = parts
    .map((part, index) => readNode(part, `${field}.criteria[${index + 1}]`, kind, depth + 1, reading))
    .filter((node) => node !== null)
  return { name, weight, children, data: { given, kind, field } }
}

const namesOf = (nodes: readonly Node[]): string[] =>
  nodes.flatMap(({ name, children }) => [name, ...namesOf(children)])

const methodLookup = (raw: unknown): Reading['methodFor'] => {
  if (typeof raw === 'string')
    return (name, kind) => (kind === 'price' || NUMERIC_HINT.test(name) ? raw : undefined)
  const entries = Array.isArray(raw)
    ? raw.filter(isObject).map((one) => [String(one.criterion ?? one.for ?? ''), one] as const)
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
  rankBy: Ranking['by'] | null,
  problems: Problems,
): Tree => {
  const list = criteriaList(raw)
  const reading: Reading = { problems, methodFor: methodLookup(methods), conditions: [], ranking: rankBy }
  if (!list || list.length === 0) {
    ask(problems, 'criteria', 'criteria-missing')
    return { nodes: [], conditions: [], ranking: rankBy }
  }
  const nodes = list
    .map((one, index) => readNode(one, `criteria[${index + 1}]`, null, 1, reading))
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
  }
}
