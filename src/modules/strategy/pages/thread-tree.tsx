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

/** What hangs on what, as nested lists, which a screen reader walks level by level. */
export const ThreadTree = ({
  branches,
  isInner,
}: {
  readonly branches: readonly Branch[]
  readonly isInner?: true
}) => (
  <ul class={isInner ? undefined : 'gt-tree'}>
    {branches.map(({ node, branches: inner }) => (
      <li key={keyOf(node)}>
        <NodeLine node={node} />
        {inner.length > 0 && <ThreadTree branches={inner} isInner />}
      </li>
    ))}
  </ul>
)
