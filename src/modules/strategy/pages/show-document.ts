import { h } from 'preact'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { beginVersion } from '../actions/documents.ts'
import { DOCUMENT_KIND_NAMES, refusalSentence } from '../messages.ts'
import { currentOf } from '../rules/current.ts'
import { holderOn } from '../rules/holders.ts'
import { getVersion, listSteps, versionsOf } from '../store/documents.ts'
import { listRoles } from '../store/roles.ts'
import { listShared } from '../store/sharing.ts'
import { treesOf } from '../store/trees.ts'
import type { StrategyTables } from '../tables.ts'
import { versionRefOf } from './fields.ts'
import { documentPath } from './paths.ts'
import { ShowDocumentView } from './show-document.view.tsx'

const DONE: Readonly<Record<string, string>> = {
  begun: 'The draft is begun. Add its objectives, and priorities beneath them.',
  saved: 'Saved.',
  removed: 'Removed from this draft.',
  version: 'The new draft holds all that the version before it holds. Change what has changed.',
  consulted: 'The consultation is recorded. The text of this version now stands still.',
  adopted: 'Adopted. The version before it is superseded and stays readable.',
}

const read = (request: PageRequest) =>
  inReading(request.ctx, async (db: Reader<StrategyTables>) => {
    const ref = versionRefOf(request)
    const version = await getVersion(db, ref.documentId, ref.version)
    const [tree] = await treesOf(db, [version])
    return {
      version,
      tree: tree ?? { version, objectives: [], priorities: [] },
      versions: await versionsOf(db, ref.documentId),
      steps: (await listSteps(db, ref.documentId)).filter((step) => step.version === ref.version),
      roles: await listRoles(db),
      shared: await listShared(db),
    }
  })

const show = async (request: PageRequest, problem: string | null): Promise<Answer> => {
  const { version, tree, versions, steps, roles, shared } = await read(request)
  const { permissions } = request.visitor
  const day = today(request.ctx)
  const done = problem === null ? DONE[request.query.done ?? ''] : undefined
  return page(
    version.title,
    h(ShowDocumentView, {
      version,
      kind: DOCUMENT_KIND_NAMES[version.kind],
      current: currentOf(versions).find((one) => one.version !== version.version) ?? null,
      versions,
      steps,
      priorities: tree.priorities.length,
      objectives: tree.objectives.map((objective) => ({
        ...objective,
        priorities: tree.priorities
          .filter(({ objectiveId }) => objectiveId === objective.id)
          .map((priority) => {
            const role = roles.find(({ id }) => id === priority.ownerRoleId)
            return {
              ...priority,
              owner: role ? `${role.name} (${holderOn(role, day)?.personName ?? 'vacant'})` : 'Nobody yet',
              sharedBy: shared.find(({ id }) => id === priority.origin?.shareId)?.organisationName ?? null,
            }
          }),
      })),
      problem,
      mayEdit: permissions.has('strategy.edit'),
      mayApprove: permissions.has('strategy.approve'),
    }),
    {
      status: problem === null ? 200 : 400,
      hasErrors: problem !== null,
      breadcrumbs: [{ text: 'Strategy', href: '/strategy' }, { text: version.title }],
      notice: done ? { kind: 'success', text: done } : undefined,
    },
  )
}

export const get = (request: PageRequest): Promise<Answer> => show(request, null)

/** The address without a version leads to the one that counts today. */
export const getCurrent = async (request: PageRequest): Promise<Answer> => {
  const documentId = idOf(request, 'documentId')
  const versions = await inReading(request.ctx, (db: Reader<StrategyTables>) => versionsOf(db, documentId))
  return redirect(documentPath(documentId, (currentOf(versions)[0] ?? versions[0]).version))
}

export const postVersion = async (request: PageRequest): Promise<Answer> => {
  const { documentId } = versionRefOf(request)
  const begun = await beginVersion(request.ctx, documentId)
  return begun.ok
    ? redirect(`${documentPath(documentId, begun.value)}?done=version`)
    : show(request, refusalSentence(begun.refusal, begun.facts))
}
