import type { Context } from '../../platform/context.ts'
import { today } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { NotFound } from '../../platform/errors.ts'
import { inReading } from '../../platform/reading.ts'
import { markOfParts } from '../../platform/seen.ts'
import type { OwnerRole, Priority, Reading, SharedPriority, Tree } from './model.ts'
import { readThread } from './read-thread.ts'
import { byStanding, currentOf } from './rules/current.ts'
import { holderOn } from './rules/holders.ts'
import { findOrphans } from './rules/orphans.ts'
import { documentParts, objectiveParts, priorityParts } from './rules/parts.ts'
import { progressOf } from './rules/progress.ts'
import { type Branch, branchesOf, keyOf, type NodeRef, reachedFrom, type ThreadNode } from './rules/thread.ts'
import { listVersions } from './store/documents.ts'
import { listReadings } from './store/readings.ts'
import { listRoles } from './store/roles.ts'
import { listShared } from './store/sharing.ts'
import { treesOf } from './store/trees.ts'
import type { StrategyTables } from './tables.ts'

type Around = {
  readonly roles: readonly OwnerRole[]
  readonly shared: readonly SharedPriority[]
  readonly day: string
}

const priorityReport = (priority: Priority, { roles, shared, day }: Around) => {
  const { objectiveId: objective, ownerRoleId, origin, ...facts } = priority
  const role = roles.find(({ id }) => id === ownerRoleId)
  return {
    ...facts,
    seen: markOfParts(priorityParts(priority)),
    objective,
    owner: role ? { role: role.name, person: holderOn(role, day)?.personName ?? null } : null,
    origin: shared.find(({ id }) => id === origin?.shareId)?.organisationName ?? null,
  }
}

export const documentReport = ({ version, objectives, priorities }: Tree, around: Around) => ({
  ...version,
  seen: markOfParts(documentParts(version)),
  objectives: objectives.map((objective) => ({
    ...objective,
    seen: markOfParts(objectiveParts(objective)),
    priorities: priorities
      .filter(({ objectiveId }) => objectiveId === objective.id)
      .map((priority) => priorityReport(priority, around)),
  })),
})
export type DocumentReport = ReturnType<typeof documentReport>

export const readAround = async (db: Reader<StrategyTables>, ctx: Context): Promise<Around> => ({
  roles: await listRoles(db),
  shared: await listShared(db),
  day: today(ctx),
})

/** The documents as they stand today, with all beneath them. */
export const reportStrategy = (ctx: Context): Promise<DocumentReport[]> =>
  inReading(ctx, async (db: Reader<StrategyTables>) => {
    const around = await readAround(db, ctx)
    const trees = await treesOf(db, currentOf(await listVersions(db)).sort(byStanding))
    return trees.map((tree) => documentReport(tree, around))
  })

const readingReport = ({ place, ...reading }: Reading) => ({
  ...reading,
  place: place?.name ?? null,
  placeCode: place?.code ?? null,
})

/** A priority by its short name or id, as it stands today, with its readings. Throws NotFound where there is none. */
export const reportPriority = (ctx: Context, name: string) =>
  inReading(ctx, async (db: Reader<StrategyTables>) => {
    const trees = await treesOf(db, currentOf(await listVersions(db)))
    const priority = trees
      .flatMap(({ priorities }) => priorities)
      .find(({ id, code }) => id === name || code === name.toLowerCase())
    if (!priority) throw new NotFound(`There is no priority “${name.slice(0, 80)}”.`)
    const readings = await listReadings(db, [priority.id])
    const progress = progressOf(priority, readings)
    return {
      ...priorityReport(priority, await readAround(db, ctx)),
      progress: progress && {
        value: progress.latest.value,
        measuredOn: progress.latest.measuredOn,
        target: progress.target,
        isMet: progress.isMet,
      },
      readings: readings.map(readingReport),
    }
  })

export type BranchReport = ThreadNode & { readonly branches: readonly BranchReport[] }
const branchReport = ({ node, branches }: Branch): BranchReport => ({
  ...node,
  branches: branches.map(branchReport),
})

/** A node with all above and below it. Throws NotFound where it is not on the thread. */
export const reportThread = (ctx: Context, ref: NodeRef) =>
  inReading(ctx, async (db: Reader<StrategyTables>) => {
    const thread = await readThread(db)
    const node = thread.nodes.get(keyOf(ref))
    if (!node) throw new NotFound('This is not on the thread.')
    return {
      node,
      above: branchesOf(thread, node, 'above').map(branchReport),
      below: branchesOf(thread, node, 'below').map(branchReport),
      reached: reachedFrom(thread, node, 'above').length + reachedFrom(thread, node, 'below').length,
    }
  })

/** What hangs loose, both ways. */
export const reportOrphans = (ctx: Context) =>
  inReading(ctx, async (db: Reader<StrategyTables>) => findOrphans(await readThread(db)))
