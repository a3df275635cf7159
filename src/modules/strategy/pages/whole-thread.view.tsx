import { Button, Details, EmptyState, formatCount } from '../../../platform/views/views.ts'
import { ORPHAN_ADVICE, ORPHAN_NAMES } from '../messages.ts'
import type { OrphanReason } from '../rules/orphans.ts'
import type { Branch, ThreadNode } from '../rules/thread.ts'
import { NodeLine, ThreadTree } from './thread-tree.tsx'

type Props = {
  readonly tops: readonly Branch[]
  readonly groups: readonly { readonly reason: OrphanReason; readonly nodes: readonly ThreadNode[] }[]
  readonly count: number
  readonly mayEdit: boolean
}

const FEW = 20

const Nodes = ({ nodes }: { readonly nodes: readonly ThreadNode[] }) => (
  <ul class="gt-tree">
    {nodes.map((node) => (
      <li>
        <NodeLine node={node} />
      </li>
    ))}
  </ul>
)

const Orphans = ({ groups, count }: Pick<Props, 'groups' | 'count'>) => (
  <>
    <h2 id="loose-ends">Loose ends</h2>
    {groups.length === 0 && count > 0 && (
      <p>Nothing hangs loose: every want is served, and all work serves one.</p>
    )}
    {groups.map(({ reason, nodes }) => (
      <section aria-labelledby={`orphans-${reason}`}>
        <h3 id={`orphans-${reason}`}>
          {ORPHAN_NAMES[reason]} ({nodes.length})
        </h3>
        <p>{ORPHAN_ADVICE[reason]}</p>
        <Nodes nodes={nodes.slice(0, FEW)} />
        {nodes.length > FEW && (
          <Details summaryText={`${nodes.length - FEW} more`}>
            <Nodes nodes={nodes.slice(FEW)} />
          </Details>
        )}
      </section>
    ))}
    <p class="gt-basis">
      As it stands today · {formatCount(count, 'thing')} on the thread · what nobody has put on it is not seen
    </p>
  </>
)

export const WholeThreadView = ({ tops, groups, count, mayEdit }: Props) => (
  <>
    <h1>The thread</h1>
    <p>
      From what residents need, through what the council wants, to what was asked for, promised and done.
      Choose anything to see all above and below it.
    </p>
    {mayEdit && (
      <Button href="/strategy/thread/add" classes="govuk-button--secondary">
        Put something on the thread
      </Button>
    )}
    {tops.length === 0 && count === 0 ? (
      <EmptyState
        title="No thread yet"
        purpose="It begins with a document and its priorities. Contracts and needs then hang on them."
        firstStep={mayEdit ? { text: 'Write a document', href: '/strategy/documents/new' } : undefined}
      />
    ) : (
      <>
        <Orphans groups={groups} count={count} />
        <h2>Everything, from the top</h2>
        <ThreadTree branches={tops} folds />
      </>
    )}
  </>
)
