import { z } from 'zod'
import { NotFound } from '../../../platform/errors.ts'
import { seenMark } from '../../../platform/writes/fields.ts'
import { asWrite, type Params, type Write } from '../../../platform/writes/write.ts'
import { addPriority, changePriority, removePriority } from '../actions/draft-content.ts'
import { adoptShared, sharePriority } from '../actions/sharing.ts'
import type { Priority } from '../model.ts'
import { reportPriority } from '../strategy-report.ts'
import { draftWrite, idOf, no, priorityArg, tellVersion } from './draft-write.ts'
import { rolesOf, treeOfDraft } from './named.ts'
import { ownerField, priorityBody, readAround, resolveLocal, resolvePriority } from './priority-body.ts'

const priorityOfPath = (priorities: readonly Priority[], { priority: name = '' }: Params): Priority => {
  const key = name.toLowerCase()
  const found = priorities.find(({ id, code }) => id === key || code === key)
  if (!found) throw new NotFound(`This draft has no priority “${name.slice(0, 80)}”.`)
  return found
}

const example =
  '{"objective":"Homes and neighbours","title":"Warm homes","plainWords":"Nobody has to choose between heating and eating.","owner":"Director of housing","indicator":"Homes below energy band C","unit":"%","direction":"down","baseline":"47","baselineOn":"2026-03-31","targets":[{"year":"2028/29","value":"34"}],"measures":["open:env-carbon"]}'

const sharePriorityWrite = asWrite({
  command: 'strategy priorities share',
  method: 'POST',
  path: '/api/v1/strategy/priorities/:priority/share',
  args: priorityArg,
  access: 'strategy.approve',
  audit: 'PRIORITY_SHARED',
  page: 'strategy/writes#priorities-share',
  summary: 'Share an adopted priority, as it stands, with every other organisation here',
  body: z.object({}),
  answer: z.object({ made: z.string().describe('the id of what is shared') }),
  example: '{}',
  write: async (ctx, { priority = '' }) => {
    const shared = await sharePriority(ctx, (await reportPriority(ctx, priority)).id)
    return shared.ok ? { ok: true, isNew: true, value: { made: shared.value } } : no(shared)
  },
})

export const priorityWrites: readonly Write[] = [
  draftWrite({
    command: 'strategy priorities add',
    method: 'POST',
    path: '/priorities',
    audit: 'PRIORITY_ADDED',
    summary:
      'Add a priority to the draft of a document, with owner, indicator, baseline, targets and measures',
    body: priorityBody,
    example,
    write: async (ctx, draft, body) => {
      const resolved = resolvePriority(await readAround(ctx, draft), body)
      if (!resolved.ok) return resolved
      const added = await addPriority(ctx, draft, resolved.value)
      return tellVersion(ctx, draft, added, idOf(added))
    },
  }),
  draftWrite({
    command: 'strategy priorities change',
    method: 'PUT',
    path: '/priorities/:priority',
    args: priorityArg,
    audit: 'PRIORITY_CHANGED',
    summary: 'Say a priority of a draft anew, named by its short name or id; what is left out is emptied',
    body: priorityBody.safeExtend({ seen: seenMark }),
    example,
    write: async (ctx, draft, { seen, ...body }, params) => {
      const around = await readAround(ctx, draft)
      const { id } = priorityOfPath(around.tree.priorities, params)
      const resolved = resolvePriority(around, body)
      return resolved.ok
        ? tellVersion(ctx, draft, await changePriority(ctx, draft, id, resolved.value, seen))
        : resolved
    },
  }),
  draftWrite({
    command: 'strategy priorities remove',
    method: 'DELETE',
    path: '/priorities/:priority',
    args: priorityArg,
    audit: 'PRIORITY_REMOVED',
    summary: 'Take a priority out of a draft; what earlier versions said of it, and its readings, stay',
    body: z.object({ seen: seenMark }),
    example: '{}',
    write: async (ctx, draft, { seen }, params) => {
      const { priorities } = await treeOfDraft(ctx, draft)
      const { id } = priorityOfPath(priorities, params)
      return tellVersion(ctx, draft, await removePriority(ctx, draft, id, seen))
    },
  }),
  draftWrite({
    command: 'strategy priorities take',
    method: 'POST',
    path: '/priorities/shared',
    audit: 'PRIORITY_ADDED',
    summary: 'Take a priority that another organisation shares into a draft; its origin stays visible',
    body: z.object({
      share: z.uuid().describe('the id of what is shared'),
      objective: priorityBody.shape.objective,
      owner: ownerField,
    }),
    example: '{"share":"0199…","objective":"Homes and neighbours","owner":"Director of housing"}',
    write: async (ctx, draft, { share, ...named }) => {
      const local = resolveLocal({ tree: await treeOfDraft(ctx, draft), roles: await rolesOf(ctx) }, named)
      if (!local.ok) return local
      const taken = await adoptShared(ctx, draft, share, local.value)
      return tellVersion(ctx, draft, taken, idOf(taken))
    },
  }),
  sharePriorityWrite,
]
