import { z } from 'zod'
import { NotFound } from '../../../platform/errors.ts'
import { seenMark } from '../../../platform/writes/fields.ts'
import type { Params, Write } from '../../../platform/writes/write.ts'
import { addObjective, changeObjective, removeObjective } from '../actions/draft-content.ts'
import type { Objective } from '../model.ts'
import { objectiveFields } from '../typed-fields.ts'
import { draftWrite, idOf, tellVersion } from './draft-write.ts'
import { objectiveNamed, treeOfDraft } from './named.ts'

const objective = z.object(objectiveFields)
const args = { objective: { name: 'OBJECTIVE', example: '"Homes and neighbours"' } } as const

const objectiveOfPath = (objectives: readonly Objective[], { objective: name = '' }: Params): string => {
  const found = objectiveNamed(objectives, name)
  if (!found) throw new NotFound(`This draft has no objective “${name.slice(0, 120)}”.`)
  return found.id
}

export const objectiveWrites: readonly Write[] = [
  draftWrite({
    command: 'strategy objectives add',
    method: 'POST',
    path: '/objectives',
    audit: 'OBJECTIVE_ADDED',
    summary: 'Add an objective to the draft of a document',
    body: objective,
    example:
      '{"title":"Homes and neighbours","description":"Homes that are warm and that people can pay for"}',
    write: async (ctx, draft, text) => {
      const added = await addObjective(ctx, draft, text)
      return tellVersion(ctx, draft, added, idOf(added))
    },
  }),
  draftWrite({
    command: 'strategy objectives change',
    method: 'PUT',
    path: '/objectives/:objective',
    args,
    audit: 'OBJECTIVE_CHANGED',
    summary: 'Say an objective of a draft anew, named by its id or its title',
    body: objective.extend({ seen: seenMark }),
    example: '{"title":"Homes and neighbours"}',
    write: async (ctx, draft, { seen, ...text }, params) => {
      const { objectives } = await treeOfDraft(ctx, draft)
      const id = objectiveOfPath(objectives, params)
      return tellVersion(ctx, draft, await changeObjective(ctx, draft, id, text, seen))
    },
  }),
  draftWrite({
    command: 'strategy objectives remove',
    method: 'DELETE',
    path: '/objectives/:objective',
    args,
    audit: 'OBJECTIVE_REMOVED',
    summary: 'Take an objective without priorities out of a draft',
    body: z.object({ seen: seenMark }),
    example: '{}',
    write: async (ctx, draft, { seen }, params) => {
      const { objectives } = await treeOfDraft(ctx, draft)
      const id = objectiveOfPath(objectives, params)
      return tellVersion(ctx, draft, await removeObjective(ctx, draft, id, seen))
    },
  }),
]
