import { keyOf, NODE_KINDS, rankOf, reachedFrom, type ThreadNode, type Weave } from './thread.ts'

export const ORPHAN_REASONS = [
  'priority-nothing-serves',
  'priority-unmeasured',
  'need-unanswered',
  'objective-without-priority',
  'document-without-objective',
  'serves-nothing',
] as const
export type OrphanReason = (typeof ORPHAN_REASONS)[number]
export type Orphan = { readonly node: ThreadNode; readonly reason: OrphanReason }

const PRIORITY = NODE_KINDS.priority.rank
const MEASURE = NODE_KINDS.measure.rank

const reasonsFor = (thread: Weave, node: ThreadNode): OrphanReason[] => {
  const below = thread.below.get(keyOf(node)) ?? []
  switch (node.kind) {
    case 'priority': {
      const all = reachedFrom(thread, node, 'below')
      return [
        ...(all.some((lower) => rankOf(lower) > MEASURE) ? [] : (['priority-nothing-serves'] as const)),
        ...(all.some((lower) => lower.kind === 'measure') ? [] : (['priority-unmeasured'] as const)),
      ]
    }
    case 'need':
      return reachedFrom(thread, node, 'below').some((lower) => lower.kind === 'priority')
        ? []
        : ['need-unanswered']
    case 'objective':
      return below.some((lower) => lower.kind === 'priority') ? [] : ['objective-without-priority']
    case 'document':
      return below.some((lower) => lower.kind === 'objective') ? [] : ['document-without-objective']
    default:
      return rankOf(node) <= PRIORITY ||
        reachedFrom(thread, node, 'above').some((upper) => upper.kind === 'priority')
        ? []
        : ['serves-nothing']
  }
}

/**
 * What the thread leaves hanging, both ways: wants that nothing serves, and work that serves no priority. A priority's
 * own outcomes and measures say how it shows, and do not count as serving it.
 */
export const findOrphans = (thread: Weave): Orphan[] =>
  [...thread.nodes.values()].flatMap((node) => reasonsFor(thread, node).map((reason) => ({ node, reason })))
