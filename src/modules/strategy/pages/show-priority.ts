import { h } from 'preact'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { sharePriority } from '../actions/sharing.ts'
import { nameIn, readFrameworkBook } from '../framework-book.ts'
import { refusalSentence } from '../messages.ts'
import { readThread } from '../read-thread.ts'
import { differencesFrom } from '../rules/compare-origin.ts'
import { currentOf } from '../rules/current.ts'
import { holderOn } from '../rules/holders.ts'
import { findOrphans } from '../rules/orphans.ts'
import { progressOf } from '../rules/progress.ts'
import { keyOf, rankOf, reachedFrom } from '../rules/thread.ts'
import { versionsOf } from '../store/documents.ts'
import { listReadings } from '../store/readings.ts'
import { listRoles } from '../store/roles.ts'
import { listShared } from '../store/sharing.ts'
import { textsOfPriority, treesOf } from '../store/trees.ts'
import type { StrategyTables } from '../tables.ts'
import { priorityPath } from './paths.ts'
import { chartOf } from './readings-chart.ts'
import { ShowPriorityView } from './show-priority.view.tsx'

const read = (request: PageRequest) => {
  const id = idOf(request, 'priorityId')
  return inReading(request.ctx, async (db: Reader<StrategyTables>) => {
    const texts = await textsOfPriority(db, id)
    const versions = await versionsOf(db, texts[0].documentId)
    const [current] = currentOf(versions)
    const wanted = Number(request.query.version ?? current?.version ?? texts[0].version)
    const priority =
      texts.find((text) => text.version === wanted) ??
      (request.query.version === undefined ? texts[0] : undefined)
    const version = versions.find((one) => one.version === priority?.version)
    if (!priority || !version) throw new NotFound('This priority is not in that version.')
    const [tree] = await treesOf(db, [version])
    const thread = await readThread(db)
    const at = thread.nodes.get(keyOf({ kind: 'priority', id }))
    return {
      priority,
      version,
      objective: tree?.objectives.find((one) => one.id === priority.objectiveId) ?? null,
      isCurrent: current?.version === version.version,
      others: versions.filter(
        (one) => one.version !== version.version && texts.some((text) => text.version === one.version),
      ),
      book: await readFrameworkBook(db as never),
      readings: await listReadings(db, [id]),
      roles: await listRoles(db),
      shared: await listShared(db),
      served: at ? reachedFrom(thread, at, 'below').filter((node) => rankOf(node) > 5) : [],
      needs: at ? reachedFrom(thread, at, 'above').filter(({ kind }) => kind === 'need') : [],
      orphan: findOrphans(thread).filter(({ node }) => node.kind === 'priority' && node.id === id),
    }
  })
}

const show = async (request: PageRequest, problem: string | null): Promise<Answer> => {
  const seen = await read(request)
  const { priority, version, roles, shared, readings } = seen
  const { permissions } = request.visitor
  const role = roles.find(({ id }) => id === priority.ownerRoleId) ?? null
  const origin = shared.find(({ id }) => id === priority.origin?.shareId) ?? null
  const done =
    request.query.done === 'shared' ? 'Shared. Every organisation here can take it now.' : undefined
  const view = {
    ...seen,
    role,
    holder: holderOn(role ?? undefined, today(request.ctx)) ?? null,
    outcomes: priority.outcomes.map((code) => nameIn(seen.book.outcomes, code)),
    measures: priority.measures.map((code) => ({ code: code.code, name: nameIn(seen.book.measures, code) })),
    origin,
    differences: origin ? differencesFrom(origin.content, priority) : [],
    progress: progressOf(priority, readings),
    chart: chartOf(priority, readings, null),
    isShared: shared.some((one) => one.priorityId === priority.id && one.version === priority.version),
    problem,
    mayMeasure: permissions.has('strategy.measure'),
    mayShare: permissions.has('strategy.approve') && version.status === 'adopted',
  }
  return page(priority.title, h(ShowPriorityView, view), {
    status: problem === null ? 200 : 400,
    hasErrors: problem !== null,
    breadcrumbs: [
      { text: 'Strategy', href: '/strategy' },
      { text: version.title, href: `/strategy/documents/${version.documentId}/${version.version}` },
      { text: priority.title },
    ],
    notice: done && problem === null ? { kind: 'success', text: done } : undefined,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, null)

export const postShare = async (request: PageRequest): Promise<Answer> => {
  const id = idOf(request, 'priorityId')
  const shared = await sharePriority(request.ctx, id)
  return shared.ok
    ? redirect(`${priorityPath(id)}?done=shared`)
    : show(request, refusalSentence(shared.refusal))
}
