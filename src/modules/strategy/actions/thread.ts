import { actingAuthority } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { StrategyRefusal } from '../model.ts'
import { readThread } from '../read-thread.ts'
import {
  goesDown,
  keyOf,
  type NodeKind,
  type NodeRef,
  type ThreadLink,
  type ThreadNode,
} from '../rules/thread.ts'
import { deleteLink, deleteNode, readRegistered, saveLink, saveNode } from '../store/thread.ts'
import type { StrategyTables } from '../tables.ts'

/**
 * Puts a node of another module on the thread, or tells its new title, with links to what it hangs on or what hangs on
 * it. For that module's own transaction, so that the thread never says other than its tables. A link to a node that
 * comes later counts once that node is there. Throws RangeError for a link that goes upwards.
 */
export const putOnThread = async (
  tx: Writer<never>,
  ctx: Pick<Context, 'authorityId'>,
  node: ThreadNode,
  links: readonly ThreadLink[] = [],
): Promise<void> => {
  const wrong = links.find((link) => !goesDown(link))
  if (wrong) throw new RangeError(`${keyOf(wrong.lower)} cannot hang under ${keyOf(wrong.upper)}`)
  const own = tx as unknown as Writer<StrategyTables>
  const authorityId = actingAuthority(ctx)
  await saveNode(own, authorityId, node)
  for (const link of links) await saveLink(own, authorityId, link)
}

/** Takes a node of another module off the thread, with its links. */
export const takeOffThread = (tx: Writer<never>, ref: NodeRef): Promise<void> =>
  deleteNode(tx as unknown as Writer<StrategyTables>, ref)

/** Cuts one link between two nodes. */
export const cutThread = (tx: Writer<never>, link: ThreadLink): Promise<void> =>
  deleteLink(tx as unknown as Writer<StrategyTables>, link)

export type HandNode = { readonly kind: NodeKind; readonly title: string; readonly note: string }

/** What people put on the thread by hand has ids that begin so; other modules' ids do not. */
const BY_HAND = 'hand:'
export const isByHand = ({ id }: NodeRef): boolean => id.startsWith(BY_HAND)

/** Puts something on the thread by hand that no module here knows, under what it serves. */
export const recordByHand = (
  ctx: Context,
  draft: HandNode,
  serves: readonly NodeRef[],
): Promise<Decision<NodeRef, StrategyRefusal>> =>
  inTransaction<StrategyTables, Decision<NodeRef, StrategyRefusal>>(ctx, async (tx) => {
    const node: ThreadNode = { ...draft, id: `${BY_HAND}${newId()}`, href: null }
    const thread = await readThread(tx)
    if (serves.some((ref) => !thread.nodes.has(keyOf(ref)))) return refuse('node-unknown')
    // A need is answered by what it is linked to; everything else serves it.
    const links = serves.map((other) =>
      draft.kind === 'need' ? { upper: node, lower: other } : { upper: other, lower: node },
    )
    if (links.some((link) => !goesDown(link))) return refuse('link-upside-down')
    await putOnThread(tx as never, ctx, node, links)
    const facts = { kind: node.kind, title: node.title, links: links.length }
    await recordAudit(tx, ctx, { name: 'THREAD_NODE_RECORDED', subject: node.id, facts })
    return accept({ kind: node.kind, id: node.id })
  })

/** Links two nodes that are there. */
export const linkByHand = (ctx: Context, a: NodeRef, b: NodeRef): Promise<Decision<null, StrategyRefusal>> =>
  inTransaction<StrategyTables, Decision<null, StrategyRefusal>>(ctx, async (tx) => {
    const thread = await readThread(tx)
    if (!thread.nodes.has(keyOf(a)) || !thread.nodes.has(keyOf(b))) return refuse('node-unknown')
    const link = goesDown({ upper: a, lower: b }) ? { upper: a, lower: b } : { upper: b, lower: a }
    if (!goesDown(link)) return refuse('link-upside-down')
    await saveLink(tx, actingAuthority(ctx), link)
    const facts = { upper: keyOf(link.upper), lower: keyOf(link.lower) }
    await recordAudit(tx, ctx, { name: 'THREAD_LINKED', subject: keyOf(a), facts })
    return accept(null)
  })

/** Takes off the thread what was put there by hand. */
export const removeByHand = (ctx: Context, ref: NodeRef): Promise<void> =>
  inTransaction<StrategyTables, void>(ctx, async (tx) => {
    const { nodes } = await readRegistered(tx)
    const found = nodes.find((node) => keyOf(node) === keyOf(ref))
    if (!found || !isByHand(ref)) throw new NotFound('This was not put on the thread by hand.')
    await deleteNode(tx, ref)
    const facts = { kind: found.kind, title: found.title }
    await recordAudit(tx, ctx, { name: 'THREAD_NODE_REMOVED', subject: ref.id, facts })
  })
