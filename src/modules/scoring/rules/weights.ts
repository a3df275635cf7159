import { type Exact, showExact, sum } from '../../../kernel/exact.ts'

export type WeighedNode<Data> = {
  readonly name: string
  readonly weight: Exact | null
  readonly children: readonly WeighedNode<Data>[]
  readonly data: Data
}
export type PlacedNode<Data> = {
  readonly name: string
  readonly path: readonly string[]
  /** Points of the whole. */
  readonly weight: Exact
  readonly children: readonly PlacedNode<Data>[]
  readonly data: Data
}
export type WeightFault =
  | { readonly code: 'weight-missing'; readonly path: readonly string[] }
  | { readonly code: 'weight-negative'; readonly path: readonly string[] }
  | {
      readonly code: 'weights-do-not-add-up'
      readonly path: readonly string[]
      readonly facts: Readonly<Record<string, string>>
    }

/** A parent without a weight of its own weighs what its parts weigh. */
const ownWeight = <Data>({ weight, children }: WeighedNode<Data>): Exact | null => {
  if (weight !== null || children.length === 0) return weight
  const parts = children.map(ownWeight)
  return parts.every((part) => part !== null) ? sum(parts) : null
}

const sharesOf = (parts: readonly Exact[], parent: Exact, total: Exact): readonly Exact[] | null => {
  const added = sum(parts)
  if (added.eq(parent)) return parts
  if (added.eq(100)) return parts.map((part) => parent.times(part).div(100))
  if (added.eq(total)) return parts.map((part) => parent.times(part).div(total))
  return null
}

const placeBelow = <Data>(
  nodes: readonly WeighedNode<Data>[],
  parent: Exact,
  total: Exact,
  path: readonly string[],
  faults: WeightFault[],
): PlacedNode<Data>[] => {
  if (nodes.length === 0 && path.length > 0) return []
  const parts = nodes.map((node) => {
    const weight = ownWeight(node)
    if (weight === null) faults.push({ code: 'weight-missing', path: [...path, node.name] })
    else if (weight.lt(0)) faults.push({ code: 'weight-negative', path: [...path, node.name] })
    return weight
  })
  if (!parts.every((part) => part !== null)) return []
  const weights = path.length === 0 ? (sum(parts).eq(total) ? parts : null) : sharesOf(parts, parent, total)
  if (weights === null) {
    const facts = { sum: showExact(sum(parts)), parent: showExact(parent), total: showExact(total) }
    faults.push({ code: 'weights-do-not-add-up', path, facts })
    return []
  }
  return nodes.map(({ name, children, data }, index) => {
    const weight = weights[index] as Exact
    const own = [...path, name]
    return { name, path: own, weight, data, children: placeBelow(children, weight, total, own, faults) }
  })
}

/**
 * Turns weights as published into points of the whole. On top they have to add up to the total (100). Below, the parts of
 * a criterion add up either to its weight, and are points, or to 100, and are shares of it; anything else is refused.
 */
export const placeWeights = <Data>(
  nodes: readonly WeighedNode<Data>[],
  total: Exact,
): { readonly nodes: readonly PlacedNode<Data>[]; readonly faults: readonly WeightFault[] } => {
  const faults: WeightFault[] = []
  return { nodes: placeBelow(nodes, total, total, [], faults), faults }
}
