import type { Exact } from '../../../kernel/exact.ts'
import type { Group, Leaf } from '../model.ts'
import { type PlacedNode, placeWeights, type WeightFault } from '../rules/weights.ts'
import type { Problems } from './problems.ts'
import { readLeaf } from './read-leaf.ts'
import { readNumber, readPercent } from './read-numbers.ts'
import type { Said, Tree } from './read-tree.ts'

export type Criteria = { readonly leaves: readonly Leaf[]; readonly groups: readonly Group[] }

const told = (fault: WeightFault, problems: Problems): void => {
  const last = fault.path.at(-1)
  const field = last ? `criterion "${last.slice(0, 60)}".weight` : 'criteria'
  const within = { within: last ?? '' }
  if (fault.code === 'weight-missing') problems.questions.push({ field, code: fault.code, facts: within })
  else if (fault.code === 'weight-negative')
    problems.refusals.push({ field, code: fault.code, facts: within })
  else problems.refusals.push({ field, code: fault.code, facts: { ...fault.facts, ...within } })
}

const leastOf = ({ data: { given, field }, weight }: PlacedNode<Said>, problems: Problems): Exact | null => {
  const percent = readPercent(given.minimumPercent, `${field}.minimumPercent`, problems)
  if (percent) return weight.times(percent)
  return readNumber(given.minimumPoints ?? given.minimum, `${field}.minimumPoints`, problems)
}

/** Leaves and groups of the tree, weighed in points of the whole. */
export const readCriteria = (tree: Tree, total: Exact, problems: Problems): Criteria => {
  const { nodes, faults } = placeWeights(tree.nodes, total)
  for (const fault of faults) told(fault, problems)
  const leaves: Leaf[] = []
  const groups: Group[] = []
  let next = 0
  const visit = (node: PlacedNode<Said>): readonly number[] => {
    // A group whose parts could not be weighed is no criterion of its own.
    if (node.children.length === 0) {
      const leaf = readLeaf(node, next++, problems)
      if (leaf) leaves.push(leaf)
      return leaf ? [leaf.index] : []
    }
    const place = groups.length
    groups.push({ name: node.name, path: node.path, weight: node.weight, leaves: [], leastPoints: null })
    const parts = node.children.flatMap(visit)
    groups[place] = { ...(groups[place] as Group), leaves: parts, leastPoints: leastOf(node, problems) }
    return parts
  }
  if (faults.length === 0) nodes.forEach(visit)
  return { leaves, groups }
}
