import { h } from 'preact'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { isByHand, linkByHand, removeByHand } from '../actions/thread.ts'
import { refusalSentence } from '../messages.ts'
import { readThread } from '../read-thread.ts'
import { layOutThread } from '../rules/lay-out-thread.ts'
import { findOrphans } from '../rules/orphans.ts'
import {
  branchesOf,
  isNodeKind,
  keyOf,
  NODE_KINDS,
  type NodeRef,
  rankOf,
  strandOf,
  type ThreadNode,
  type Weave,
} from '../rules/thread.ts'
import { threadPath } from './paths.ts'
import { ShowThreadView } from './show-thread.view.tsx'

const nodeOf = (thread: Weave, { kind = '', id = '' }: PageRequest['params']): ThreadNode => {
  const node = isNodeKind(kind) ? thread.nodes.get(keyOf({ kind, id })) : undefined
  if (!node) throw new NotFound('This is not on the thread.')
  return node
}

/** What a node could be linked to: priorities and what hangs lower for a need, priorities and above for all else. */
const partnersOf = (thread: Weave, node: ThreadNode): ThreadNode[] =>
  [...thread.nodes.values()]
    .filter(({ kind }) => kind === 'priority' || kind === 'need' || kind === 'objective')
    .filter((other) => rankOf(other) !== rankOf(node))
    .filter(
      (other) =>
        !(thread.above.get(keyOf(node)) ?? []).includes(other) &&
        !(thread.below.get(keyOf(node)) ?? []).includes(other),
    )
    .sort((a, b) => rankOf(a) - rankOf(b) || a.title.localeCompare(b.title, 'en-GB'))

const show = async (request: PageRequest, problem: string | null): Promise<Answer> => {
  const thread = await inReading(request.ctx, readThread)
  const node = nodeOf(thread, request.params)
  const strand = strandOf(thread, node)
  const mayEdit = request.visitor.permissions.has('strategy.edit')
  const view = {
    node,
    above: branchesOf(thread, node, 'above'),
    below: branchesOf(thread, node, 'below'),
    picture: layOutThread(strand, node),
    strand,
    orphans: findOrphans(thread).filter((orphan) => keyOf(orphan.node) === keyOf(node)),
    partners: mayEdit && isByHand(node) ? partnersOf(thread, node) : [],
    isByHand: isByHand(node),
    mayEdit,
    problem,
  }
  return page(`Thread: ${node.title}`, h(ShowThreadView, view), {
    status: problem === null ? 200 : 400,
    hasErrors: problem !== null,
    width: 'wide',
    breadcrumbs: [
      { text: 'Strategy', href: '/strategy' },
      { text: 'Thread', href: '/strategy/thread' },
      { text: `${NODE_KINDS[node.kind].label}: ${node.title}` },
    ],
    notice:
      request.query.done && problem === null ? { kind: 'success', text: 'The thread is linked.' } : undefined,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, null)

const readRef = (text: string): NodeRef | undefined => {
  const at = text.indexOf(':')
  const kind = text.slice(0, at)
  return isNodeKind(kind) ? { kind, id: text.slice(at + 1) } : undefined
}

export const postLink = async (request: PageRequest): Promise<Answer> => {
  const node = nodeOf(await inReading(request.ctx, readThread), request.params)
  const other = readRef(typed(request.form, 'other'))
  if (!other) return show(request, refusalSentence('node-unknown'))
  const linked = await linkByHand(request.ctx, node, other)
  return linked.ok
    ? redirect(`${threadPath(node)}?done=linked`)
    : show(request, refusalSentence(linked.refusal))
}

export const postRemove = async (request: PageRequest): Promise<Answer> => {
  const node = nodeOf(await inReading(request.ctx, readThread), request.params)
  await removeByHand(request.ctx, node)
  return redirect('/strategy/thread?done=removed')
}
