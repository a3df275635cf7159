import { z } from 'zod'
import { NotFound } from '../../../platform/errors.ts'
import { asWrite, type Params, type Write } from '../../../platform/writes/write.ts'
import { linkByHand, recordByHand, removeByHand } from '../actions/thread.ts'
import { isNodeKind, NODE_KINDS, type NodeKind, type NodeRef } from '../rules/thread.ts'
import { reportThread } from '../strategy-report.ts'
import { threadFields } from '../typed-fields.ts'
import { no } from './draft-write.ts'

const PATH = '/api/v1/strategy/thread'
const node = z.object({
  kind: z.enum(Object.keys(NODE_KINDS) as [NodeKind, ...NodeKind[]]),
  id: z.string().min(1).max(300),
})
const args = {
  kind: { name: 'KIND', example: 'contract' },
  id: { name: 'ID', example: 'hand:0199a1d2-…' },
} as const

const nodeOfPath = ({ kind = '', id = '' }: Params): NodeRef => {
  if (!isNodeKind(kind)) throw new NotFound(`Kinds are: ${Object.keys(NODE_KINDS).join(', ')}.`)
  return { kind, id }
}
const row = { access: 'strategy.edit' } as const
const tree = z.looseObject({ node: z.looseObject({ kind: z.string(), id: z.string() }) })

export const threadWrites: readonly Write[] = [
  asWrite({
    ...row,
    command: 'strategy thread add',
    method: 'POST',
    path: PATH,
    audit: 'THREAD_NODE_RECORDED',
    page: 'strategy/writes#thread-add',
    summary: 'Put a need, or work that no module here knows, on the thread under what it serves',
    body: z.object({ ...threadFields, serves: z.array(node).max(20).default([]) }),
    answer: tree.extend({ made: z.string() }),
    example: '{"kind":"need","title":"Damp homes","serves":[{"kind":"priority","id":"0199…"}]}',
    write: async (ctx, _params, { serves, ...draft }) => {
      const recorded = await recordByHand(ctx, draft, serves)
      if (!recorded.ok) return no(recorded)
      const value = await reportThread(ctx, recorded.value)
      return { ok: true, isNew: true, value: { ...value, made: recorded.value.id } }
    },
  }),
  asWrite({
    ...row,
    command: 'strategy thread link',
    method: 'POST',
    path: `${PATH}/:kind/:id/links`,
    args,
    audit: 'THREAD_LINKED',
    page: 'strategy/writes#thread-link',
    summary: 'Link two things on the thread; which serves which follows from what they are',
    body: node,
    answer: tree,
    example: '{"kind":"priority","id":"0199…"}',
    write: async (ctx, params, other) => {
      const at = nodeOfPath(params)
      const linked = await linkByHand(ctx, at, other)
      return linked.ok ? { ok: true, value: await reportThread(ctx, at) } : no(linked)
    },
  }),
  asWrite({
    ...row,
    command: 'strategy thread remove',
    method: 'DELETE',
    path: `${PATH}/:kind/:id`,
    args,
    audit: 'THREAD_NODE_REMOVED',
    page: 'strategy/writes#thread-remove',
    summary: 'Take off the thread what was put there by hand',
    body: z.object({}),
    answer: z.object({ removed: node }),
    example: '{}',
    write: async (ctx, params) => {
      const removed = nodeOfPath(params)
      await removeByHand(ctx, removed)
      return { ok: true, value: { removed } }
    },
  }),
]
