/**
 * The thread: what is wanted at the top, what was done at the bottom. Each kind of node has its rank; a link goes
 * from a lower rank to a higher one, so the thread has no circles. A module that brings a kind adds its line here.
 */
export const NODE_KINDS = {
  need: { rank: 0, label: 'Need', plural: 'Needs' },
  document: { rank: 1, label: 'Document', plural: 'Documents' },
  objective: { rank: 2, label: 'Objective', plural: 'Objectives' },
  priority: { rank: 3, label: 'Priority', plural: 'Priorities' },
  outcome: { rank: 4, label: 'Outcome', plural: 'Outcomes' },
  measure: { rank: 5, label: 'Measure', plural: 'Measures' },
  project: { rank: 6, label: 'Project or grant', plural: 'Projects and grants' },
  ask: { rank: 6, label: 'Ask', plural: 'Asks' },
  offer: { rank: 7, label: 'Offer', plural: 'Offers' },
  contract: { rank: 8, label: 'Contract', plural: 'Contracts' },
  commitment: { rank: 9, label: 'Commitment', plural: 'Commitments' },
  delivery: { rank: 10, label: 'Delivery', plural: 'Deliveries' },
} as const
export type NodeKind = keyof typeof NODE_KINDS

export type NodeRef = { readonly kind: NodeKind; readonly id: string }
export type ThreadNode = NodeRef & {
  readonly title: string
  /** Where it is shown; null for what has no page here. */
  readonly href: string | null
  readonly note: string
}
/** `upper` is what is wanted, `lower` what serves it. */
export type ThreadLink = { readonly upper: NodeRef; readonly lower: NodeRef }
export type ThreadGraph = { readonly nodes: readonly ThreadNode[]; readonly links: readonly ThreadLink[] }

export const keyOf = ({ kind, id }: NodeRef): string => `${kind}:${id}`
export const rankOf = ({ kind }: NodeRef): number => NODE_KINDS[kind].rank
export const isNodeKind = (text: string): text is NodeKind => Object.hasOwn(NODE_KINDS, text)
export const goesDown = ({ upper, lower }: ThreadLink): boolean => rankOf(upper) < rankOf(lower)

/** A measure hangs under its priority: a measure that two priorities share is two nodes, or their threads would mix. */
export const scopedId = (priorityId: string, framework: string, code: string): string =>
  `${priorityId}~${framework}~${code}`

export type Weave = {
  readonly nodes: ReadonlyMap<string, ThreadNode>
  readonly below: ReadonlyMap<string, readonly ThreadNode[]>
  readonly above: ReadonlyMap<string, readonly ThreadNode[]>
}

const byRankAndTitle = (a: ThreadNode, b: ThreadNode): number =>
  rankOf(a) - rankOf(b) || a.title.localeCompare(b.title, 'en-GB') || (a.id < b.id ? -1 : 1)

const gather = (pairs: readonly (readonly [string, ThreadNode])[]): Map<string, ThreadNode[]> =>
  new Map(
    [...Map.groupBy(pairs, ([key]) => key)].map(([key, found]) => [
      key,
      [...new Map(found.map(([, node]) => [keyOf(node), node])).values()].sort(byRankAndTitle),
    ]),
  )

/** Makes a graph ready for questions. A link whose ends are not both known is left out. */
export const weave = ({ nodes, links }: ThreadGraph): Weave => {
  const known = new Map(nodes.map((node) => [keyOf(node), node]))
  const whole = links.flatMap((link) => {
    const [upper, lower] = [known.get(keyOf(link.upper)), known.get(keyOf(link.lower))]
    return upper && lower && goesDown(link) ? [{ upper, lower }] : []
  })
  return {
    nodes: known,
    below: gather(whole.map(({ upper, lower }) => [keyOf(upper), lower] as const)),
    above: gather(whole.map(({ upper, lower }) => [keyOf(lower), upper] as const)),
  }
}

export type Branch = { readonly node: ThreadNode; readonly branches: readonly Branch[] }

/** What hangs on a node in one direction, as a tree; what is reached in two ways stands in both places. */
export const branchesOf = (thread: Weave, at: NodeRef, direction: 'above' | 'below'): readonly Branch[] =>
  (thread[direction].get(keyOf(at)) ?? []).map((node) => ({
    node,
    branches: branchesOf(thread, node, direction),
  }))

/** All that is reached from a node in one direction, each once, in the order of the thread. */
export const reachedFrom = (thread: Weave, at: NodeRef, direction: 'above' | 'below'): ThreadNode[] => {
  const found = new Map<string, ThreadNode>()
  const waiting: NodeRef[] = [at]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const node of thread[direction].get(keyOf(next)) ?? []) {
      if (found.has(keyOf(node))) continue
      found.set(keyOf(node), node)
      waiting.push(node)
    }
  }
  return [...found.values()].sort(byRankAndTitle)
}

/** The part of the thread that holds a node: all above it, itself, all below it, and the links between them. */
export const strandOf = (thread: Weave, at: ThreadNode): ThreadGraph => {
  const nodes = [...reachedFrom(thread, at, 'above'), at, ...reachedFrom(thread, at, 'below')]
  const keys = new Set(nodes.map(keyOf))
  const links = nodes.flatMap((upper) =>
    (thread.below.get(keyOf(upper)) ?? [])
      .filter((lower) => keys.has(keyOf(lower)))
      .map((lower) => ({ upper, lower })),
  )
  return { nodes: nodes.sort(byRankAndTitle), links }
}
