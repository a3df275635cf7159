import { h } from 'preact'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { DOCUMENT_KIND_NAMES } from '../messages.ts'
import type { Reading, Tree, Version } from '../model.ts'
import { readThread } from '../read-thread.ts'
import { byStanding, currentOf } from '../rules/current.ts'
import { holderOn } from '../rules/holders.ts'
import { findOrphans } from '../rules/orphans.ts'
import { progressOf } from '../rules/progress.ts'
import { listVersions } from '../store/documents.ts'
import { listPlansOf } from '../store/plans.ts'
import { listReadings } from '../store/readings.ts'
import { listRoles } from '../store/roles.ts'
import { listShared } from '../store/sharing.ts'
import { treesOf } from '../store/trees.ts'
import type { StrategyTables } from '../tables.ts'
import { type DocumentCard, HomeView, type PriorityRow } from './home.view.tsx'
import { documentPath, planPath, priorityPath } from './paths.ts'

const read = (ctx: PageRequest['ctx']) =>
  inReading(ctx, async (db: Reader<StrategyTables>) => {
    const versions = await listVersions(db)
    const trees = await treesOf(db, currentOf(versions).sort(byStanding))
    const ids = trees.flatMap(({ priorities }) => priorities.map(({ id }) => id))
    const authorityId = ctx.authorityId ?? ''
    return {
      versions,
      trees,
      readings: await listReadings(db, ids),
      roles: await listRoles(db),
      shared: await listShared(db),
      plans: await listPlansOf(db, authorityId),
      orphans: findOrphans(await readThread(db)),
    }
  })
type Seen = Awaited<ReturnType<typeof read>>

const cardOf = (tree: Tree, versions: readonly Version[]): DocumentCard => {
  const { version } = tree
  const open = versions.find(
    (one) =>
      one.documentId === version.documentId &&
      one.version > version.version &&
      (one.status === 'draft' || one.status === 'consulted'),
  )
  return {
    title: version.title,
    kind: DOCUMENT_KIND_NAMES[version.kind],
    href: documentPath(version.documentId, version.version),
    status: version.status,
    version: version.version,
    from: version.startsOn,
    until: version.endsOn,
    objectives: tree.objectives.length,
    priorities: tree.priorities.length,
    open: open
      ? { version: open.version, status: open.status, href: documentPath(open.documentId, open.version) }
      : null,
  }
}

const rowsOf = (seen: Seen, day: string): PriorityRow[] => {
  const byPriority = Map.groupBy(seen.readings, (reading: Reading) => reading.priorityId)
  return seen.trees
    .filter(({ version }) => version.status === 'adopted')
    .flatMap(({ version, priorities }) =>
      priorities.map((priority) => {
        const role = seen.roles.find(({ id }) => id === priority.ownerRoleId)
        return {
          title: priority.title,
          href: priorityPath(priority.id),
          document: version.title,
          owner: role?.name ?? 'Nobody',
          holder: holderOn(role, day)?.personName ?? 'vacant',
          places: priority.places.map(({ name }) => name),
          origin: seen.shared.find(({ id }) => id === priority.origin?.shareId)?.organisationName ?? null,
          indicator: priority,
          progress: progressOf(priority, byPriority.get(priority.id) ?? []),
        }
      }),
    )
}

export const get = async ({ ctx, visitor }: PageRequest): Promise<Answer> => {
  const seen = await read(ctx)
  const [plan] = seen.plans
  return page(
    'Strategy',
    h(HomeView, {
      cards: seen.trees.map((tree) => cardOf(tree, seen.versions)),
      priorities: rowsOf(seen, today(ctx)),
      orphans: seen.orphans,
      plan: plan ? { href: planPath(plan.slug), edition: plan.edition, publishedAt: plan.publishedAt } : null,
      mayEdit: visitor.permissions.has('strategy.edit'),
      mayApprove: visitor.permissions.has('strategy.approve'),
      mayMeasure: visitor.permissions.has('strategy.measure'),
      day: today(ctx),
    }),
    { width: 'wide' },
  )
}
