import { actingAuthority, getOrganisation, type IdentityTables } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Priority, PriorityText, StrategyRefusal } from '../model.ts'
import { findShared, insertShared, listShared } from '../store/sharing.ts'
import { listTrees } from '../store/trees.ts'
import type { StrategyTables } from '../tables.ts'
import type { VersionRef } from './change-draft.ts'
import { addPriority } from './draft-content.ts'

type Outcome<Value> = Decision<Value, StrategyRefusal>

/** What a priority says, without what is the authority's own: its owner, its place in the document, its origin. */
const textOf = (priority: Priority): PriorityText => {
  const { title, plainWords, description, places, outcomes, measures } = priority
  const { indicator, unit, direction, baseline, baselineOn, targets } = priority
  const words = { title, plainWords, description, places, outcomes, measures }
  return { ...words, indicator, unit, direction, baseline, baselineOn, targets }
}

/** Shares an adopted priority with every other authority, as it stands; returns the id of the shared copy. */
export const sharePriority = (ctx: Context, priorityId: string): Promise<Outcome<string>> =>
  inTransaction<StrategyTables, Outcome<string>>(ctx, async (tx) => {
    const authorityId = actingAuthority(ctx)
    const trees = await listTrees(tx, ['adopted'])
    const tree = trees.find(({ priorities }) => priorities.some(({ id }) => id === priorityId))
    const priority = tree?.priorities.find(({ id }) => id === priorityId)
    if (!tree || !priority) return refuse('not-adopted')
    const known = await listShared(tx)
    if (known.some((one) => one.priorityId === priorityId && one.version === priority.version))
      return refuse('already-shared')
    const organisation = await getOrganisation(tx as unknown as Reader<IdentityTables>, authorityId)
    const content = textOf(priority)
    const id = newId()
    await insertShared(tx, {
      id,
      authorityId,
      priorityId,
      documentId: tree.version.documentId,
      version: priority.version,
      organisationName: organisation.name,
      documentTitle: tree.version.title,
      content,
      sharedAt: ctx.clock.now(),
    })
    await recordAudit(tx, ctx, {
      name: 'PRIORITY_SHARED',
      subject: priorityId,
      facts: { title: priority.title },
    })
    return accept(id)
  })

/** Takes a priority that another authority shared into a draft of one's own, where it may be changed; its origin stays. */
export const adoptShared = async (
  ctx: Context,
  ref: VersionRef,
  shareId: string,
  local: { readonly objectiveId: string; readonly ownerRoleId: string | null },
): Promise<Outcome<string>> => {
  const found = await inTransaction<StrategyTables, Awaited<ReturnType<typeof findShared>>>(ctx, (tx) =>
    findShared(tx, shareId),
  )
  if (!found || found.authorityId === ctx.authorityId) return refuse('share-unknown')
  const origin = { authorityId: found.authorityId, shareId }
  return addPriority(ctx, ref, { ...found.content, ...local, origin })
}
