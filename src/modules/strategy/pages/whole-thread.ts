import { h } from 'preact'
import { z } from 'zod'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { recordByHand } from '../actions/thread.ts'
import { refusalSentence } from '../messages.ts'
import { readThread } from '../read-thread.ts'
import { findOrphans, ORPHAN_REASONS } from '../rules/orphans.ts'
import { branchesOf, isNodeKind, keyOf, NODE_KINDS, rankOf, type Weave } from '../rules/thread.ts'
import { HAND_KINDS, threadFields } from '../typed-fields.ts'
import { AddToThreadView } from './add-to-thread.view.tsx'
import { threadPath } from './paths.ts'
import { WholeThreadView } from './whole-thread.view.tsx'

/** The tops of the thread: documents, and whatever else nothing stands above but something hangs below. */
const topsOf = (thread: Weave) =>
  [...thread.nodes.values()]
    .filter((node) => !thread.above.has(keyOf(node)) && thread.below.has(keyOf(node)))
    .sort((a, b) => rankOf(b) - rankOf(a) || a.title.localeCompare(b.title, 'en-GB'))

export const get = async ({ ctx, query, visitor }: PageRequest): Promise<Answer> => {
  const thread = await inReading(ctx, readThread)
  const orphans = findOrphans(thread)
  const view = {
    tops: topsOf(thread).map((node) => ({ node, branches: branchesOf(thread, node, 'below') })),
    groups: ORPHAN_REASONS.map((reason) => ({
      reason,
      nodes: orphans.filter((orphan) => orphan.reason === reason).map(({ node }) => node),
    })).filter(({ nodes }) => nodes.length > 0),
    count: thread.nodes.size,
    mayEdit: visitor.permissions.has('strategy.edit'),
  }
  return page('The thread', h(WholeThreadView, view), {
    width: 'wide',
    breadcrumbs: [{ text: 'Strategy', href: '/strategy' }, { text: 'Thread' }],
    notice: query.done === 'removed' ? { kind: 'success', text: 'It is off the thread.' } : undefined,
  })
}

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const thread = await inReading(request.ctx, readThread)
  const { form } = request
  const view = {
    kinds: HAND_KINDS.map((kind) => ({ value: kind, text: NODE_KINDS[kind].label })),
    partners: [...thread.nodes.values()]
      .filter(({ kind }) => kind === 'priority')
      .map((node) => ({ value: keyOf(node), text: node.title }))
      .sort((a, b) => a.text.localeCompare(b.text, 'en-GB')),
    fields: {
      kind: typed(form, 'kind'),
      title: typed(form, 'title'),
      note: typed(form, 'note'),
      other: typed(form, 'other'),
    },
    errors,
  }
  return page('Put something on the thread', h(AddToThreadView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: '/strategy/thread', text: 'The thread' },
  })
}

const AddForm = z.object({
  ...threadFields,
  other: z.string().default(''),
})

export const getAdd = (request: PageRequest): Promise<Answer> => show(request, [])

export const postAdd = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(AddForm, request.form)
  if (!form.ok) return show(request, form.errors)
  const { kind, title, note, other } = form.value
  const at = other.indexOf(':')
  const upper = other.slice(0, at)
  const serves = isNodeKind(upper) ? [{ kind: upper, id: other.slice(at + 1) }] : []
  const recorded = await recordByHand(request.ctx, { kind, title, note }, serves)
  return recorded.ok
    ? redirect(threadPath(recorded.value))
    : show(request, [{ field: 'other', message: refusalSentence(recorded.refusal) }])
}
