import { Details, formatCount } from '../../../platform/views/views.ts'
import { type Branch, keyOf, NODE_KINDS, type ThreadNode } from '../rules/thread.ts'
import { threadPath } from './paths.ts'

/** A node in a line: what kind it is, its title leading to its own thread, and a note. */
export const NodeLine = ({ node }: { readonly node: ThreadNode }) => (
  <>
    <span class="gt-tree__kind">{NODE_KINDS[node.kind].label}</span>
    <a href={threadPath(node)}>{node.title}</a>
    {node.note && <span class="gt-tree__note">{node.note}</span>}
  </>
)

const countOf = (branches: readonly Branch[]): number =>
  branches.reduce((count, { branches: inner }) => count + 1 + countOf(inner), 0)

/** More than these under one priority are folded away where the whole thread is shown. */
const FEW = 5

const Inner = ({ node, branches, folds }: Branch & { readonly folds: boolean }) => {
  const count = countOf(branches)
  const tree = <ThreadTree branches={branches} isInner folds={folds} />
  return folds && node.kind === 'priority' && count > FEW ? (
    <Details summaryText={`${formatCount(count, 'thing')} below ${node.title}`}>{tree}</Details>
  ) : (
    tree
  )
}

/** What hangs on what, as nested lists, which a screen reader walks level by level. */
export const ThreadTree = ({
  branches,
  isInner,
  folds = false,
}: {
  readonly branches: readonly Branch[]
  readonly isInner?: true
  /** Whether what is below a priority stays folded until it is asked for. */
  readonly folds?: boolean
}) => (
  <ul class={isInner ? undefined : 'gt-tree'}>
    {branches.map(({ node, branches: inner }) => (
      <li key={keyOf(node)}>
        <NodeLine node={node} />
        {inner.length > 0 && <Inner node={node} branches={inner} folds={folds} />}
      </li>
    ))}
  </ul>
)
