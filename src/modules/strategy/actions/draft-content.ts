import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { Mark } from '../../../kernel/seen.ts'
import type { Context } from '../../../platform/context.ts'
import { NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import type { ObjectiveText, PriorityDraft, StrategyRefusal, Tree } from '../model.ts'
import { freeCode } from '../rules/codes.ts'
import { objectiveParts, priorityParts } from '../rules/parts.ts'
import type { Key } from '../store/documents.ts'
import { listRoles } from '../store/roles.ts'
import {
  deleteObjective,
  deletePriorityText,
  insertObjective,
  insertPriority,
  insertPriorityText,
  listPriorityCodes,
  setObjective,
  setPriorityText,
} from '../store/trees.ts'
import { changeDraft, refuseRemoved, refuseStale, type Tx, type VersionRef } from './change-draft.ts'

type Outcome<Value> = Decision<Value, StrategyRefusal>

const need = <Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string,
  what: string,
): Item => {
  const found = items.find((item) => item.id === id)
  if (!found) throw new NotFound(`This draft has no such ${what}.`)
  return found
}

type Wanted = { readonly id: string; readonly seen: Mark | undefined; readonly what: string }

/** What is to be changed. Refused where somebody has taken it out since it was seen; throws NotFound otherwise. */
const find = async <Item extends { readonly id: string }>(
  tx: Tx,
  key: Key,
  items: readonly Item[],
  { id, seen, what }: Wanted,
): Promise<Outcome<Item>> => {
  const removed = items.some((item) => item.id === id) ? null : await refuseRemoved(tx, key, id, seen)
  return removed ?? accept(need(items, id, what))
}

export const addObjective = (ctx: Context, ref: VersionRef, text: ObjectiveText): Promise<Outcome<string>> =>
  changeDraft(ctx, ref, async (tx, key, tree) => {
    const id = newId()
    await insertObjective(tx, key, { id, position: tree.objectives.length, ...text })
    return accept({
      value: id,
      audit: { name: 'OBJECTIVE_ADDED', subject: id, facts: { title: text.title } },
    })
  })

export const changeObjective = (
  ctx: Context,
  ref: VersionRef,
  id: string,
  text: ObjectiveText,
  seen?: Mark,
): Promise<Outcome<string>> =>
  changeDraft(ctx, ref, async (tx, key, tree) => {
    const found = await find(tx, key, tree.objectives, { id, seen, what: 'objective' })
    if (!found.ok) return found
    const compared = { seen, there: objectiveParts(found.value), mine: objectiveParts(text) }
    const stale = await refuseStale(tx, key, id, compared)
    if (stale) return stale
    await setObjective(tx, key, { id, ...text })
    return accept({
      value: id,
      audit: { name: 'OBJECTIVE_CHANGED', subject: id, facts: { title: text.title } },
    })
  })

/** Takes an objective without priorities out of a draft. */
export const removeObjective = (
  ctx: Context,
  ref: VersionRef,
  id: string,
  seen?: Mark,
): Promise<Outcome<null>> =>
  changeDraft(ctx, ref, async (tx, key, tree) => {
    const objective = need(tree.objectives, id, 'objective')
    const { title } = objective
    const stale = await refuseStale(tx, key, id, { seen, there: objectiveParts(objective), mine: {} })
    if (stale) return stale
    if (tree.priorities.some(({ objectiveId }) => objectiveId === id))
      return refuse('objective-has-priorities')
    await deleteObjective(tx, key, id)
    return accept({ value: null, audit: { name: 'OBJECTIVE_REMOVED', subject: id, facts: { title } } })
  })

const decideDraft = async (tx: Tx, tree: Tree, draft: PriorityDraft): Promise<Outcome<null>> => {
  if (!tree.objectives.some(({ id }) => id === draft.objectiveId)) return refuse('objective-missing')
  if (draft.ownerRoleId !== null && !(await listRoles(tx)).some(({ id }) => id === draft.ownerRoleId))
    return refuse('owner-unknown')
  return accept(null)
}

export const addPriority = (ctx: Context, ref: VersionRef, draft: PriorityDraft): Promise<Outcome<string>> =>
  changeDraft(ctx, ref, async (tx, key, tree) => {
    const decision = await decideDraft(tx, tree, draft)
    if (!decision.ok) return decision
    const taken = new Set((await listPriorityCodes(tx)).map(({ code }) => code))
    const [id, code] = [newId(), freeCode(draft.title, taken)]
    await insertPriority(tx, key, id, code)
    await insertPriorityText(tx, key, id, tree.priorities.length, draft)
    return accept({ value: id, audit: { name: 'PRIORITY_ADDED', subject: id, facts: { code } } })
  })

export const changePriority = (
  ctx: Context,
  ref: VersionRef,
  id: string,
  draft: PriorityDraft,
  seen?: Mark,
): Promise<Outcome<string>> =>
  changeDraft(ctx, ref, async (tx, key, tree) => {
    const found = await find(tx, key, tree.priorities, { id, seen, what: 'priority' })
    if (!found.ok) return found
    const { code, origin } = found.value
    const compared = { seen, there: priorityParts(found.value), mine: priorityParts(draft) }
    const stale = await refuseStale(tx, key, id, compared)
    if (stale) return stale
    const decision = await decideDraft(tx, tree, draft)
    if (!decision.ok) return decision
    await setPriorityText(tx, key, id, { ...draft, origin })
    return accept({ value: id, audit: { name: 'PRIORITY_CHANGED', subject: id, facts: { code } } })
  })

/** Takes a priority out of a draft. What earlier versions said of it, and its readings, stay. */
export const removePriority = (
  ctx: Context,
  ref: VersionRef,
  id: string,
  seen?: Mark,
): Promise<Outcome<null>> =>
  changeDraft(ctx, ref, async (tx, key, tree) => {
    const priority = need(tree.priorities, id, 'priority')
    const { code } = priority
    const stale = await refuseStale(tx, key, id, { seen, there: priorityParts(priority), mine: {} })
    if (stale) return stale
    await deletePriorityText(tx, key, id)
    return accept({ value: null, audit: { name: 'PRIORITY_REMOVED', subject: id, facts: { code } } })
  })
