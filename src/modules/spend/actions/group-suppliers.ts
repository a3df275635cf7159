import { actingAuthority } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { isId, newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { GroupRefusal, SupplierGroup } from '../model/groups.ts'
import { decideGroup } from '../rules/decide-group.ts'
import { deleteGroup, deleteMember, findAskedMembers, findGroup, insertGroup } from '../store/groups.ts'
import { lockImports, raiseVersion } from '../store/imports.ts'
import type { SpendTables } from '../tables.ts'

type Tx = Writer<SpendTables>

export type GroupDraft = {
  readonly name: string
  readonly keys: readonly string[]
  /** A group that these come to; null makes a new one. */
  readonly groupId: string | null
}

const actorName = (ctx: Context): string =>
  ctx.actor.kind === 'person' ? `person:${ctx.actor.personId}` : ctx.actor.kind

const getGroup = async (tx: Tx, id: string): Promise<SupplierGroup | undefined> =>
  isId(id) ? findGroup(tx, id) : undefined

/** Facts for the log, short enough to read. */
const factsOf = (name: string, keys: readonly string[]) => ({
  name,
  count: keys.length,
  suppliers: keys.join(' | ').slice(0, 1000),
})

/** Says that suppliers are one group of companies, for now and for every later file; or that more of them are. */
export const groupSuppliers = (ctx: Context, draft: GroupDraft): Promise<Decision<string, GroupRefusal>> =>
  inTransaction<SpendTables, Decision<string, GroupRefusal>>(ctx, async (tx) => {
    const authorityId = actingAuthority(ctx)
    await lockImports(tx, authorityId)
    const known = draft.groupId === null ? undefined : await getGroup(tx, draft.groupId)
    if (draft.groupId !== null && !known) return refuse('no-such-group')
    const keys = [...new Set(draft.keys)]
    const name = draft.name.trim() || (known?.name ?? '')
    const found = await findAskedMembers(tx, keys)
    const decision = decideGroup({ name, keys, found, groupId: known?.id ?? null })
    if (!decision.ok) return decision
    const id = known?.id ?? newId()
    const group = { id, name, madeBy: actorName(ctx), madeAt: ctx.clock.now() }
    await insertGroup(tx, authorityId, group, decision.value)
    await raiseVersion(tx, authorityId)
    await recordAudit(tx, ctx, { name: 'SUPPLIERS_GROUPED', subject: id, facts: factsOf(name, keys) })
    return accept(id)
  })

/** Takes one supplier out of a group, or the whole group back. A group of one is none. */
export const ungroupSuppliers = (
  ctx: Context,
  groupId: string,
  supplierKey: string | null,
): Promise<Decision<string, GroupRefusal>> =>
  inTransaction<SpendTables, Decision<string, GroupRefusal>>(ctx, async (tx) => {
    const authorityId = actingAuthority(ctx)
    await lockImports(tx, authorityId)
    const group = await getGroup(tx, groupId)
    if (!group) return refuse('no-such-group')
    const keys = group.members.map((member) => member.supplierKey)
    if (supplierKey !== null && !keys.includes(supplierKey)) return refuse('no-such-supplier')
    const isWhole = supplierKey === null || keys.length <= 2
    if (isWhole) await deleteGroup(tx, group.id)
    else await deleteMember(tx, group.id, supplierKey)
    await raiseVersion(tx, authorityId)
    await recordAudit(tx, ctx, {
      name: 'SUPPLIERS_UNGROUPED',
      subject: group.id,
      facts: factsOf(group.name, isWhole ? keys : [supplierKey]),
    })
    return accept(group.id)
  })
