import { actingAuthority } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { StrategyRefusal } from '../model.ts'
import { decideHolder } from '../rules/holders.ts'
import { endHolder, insertHolder, insertRole, listRoles, lockRole } from '../store/roles.ts'
import type { StrategyTables } from '../tables.ts'

/** Makes a role that may answer for priorities; returns its id. */
export const addRole = (ctx: Context, name: string): Promise<Decision<string, StrategyRefusal>> =>
  inTransaction<StrategyTables, Decision<string, StrategyRefusal>>(ctx, async (tx) => {
    const known = await listRoles(tx)
    if (known.some((role) => role.name.toLowerCase() === name.toLowerCase())) return refuse('name-taken')
    const id = newId()
    await insertRole(tx, actingAuthority(ctx), { id, name })
    await recordAudit(tx, ctx, { name: 'OWNER_ROLE_ADDED', subject: id, facts: { name } })
    return accept(id)
  })

export type HolderDraft = {
  readonly personName: string
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate | null
}

/** Says who holds a role from a day on; whoever held it until then ends the day before. */
export const appointHolder = (
  ctx: Context,
  roleId: string,
  draft: HolderDraft,
): Promise<Decision<string, StrategyRefusal>> =>
  inTransaction<StrategyTables, Decision<string, StrategyRefusal>>(ctx, async (tx) => {
    if (!(await lockRole(tx, roleId))) return refuse('owner-unknown')
    const role = (await listRoles(tx)).find(({ id }) => id === roleId)
    const decision = decideHolder(role?.holders ?? [], draft)
    if (!decision.ok) return decision
    if (decision.value) await endHolder(tx, decision.value.id, decision.value.untilOn)
    const id = newId()
    await insertHolder(tx, actingAuthority(ctx), roleId, { id, ...draft })
    await recordAudit(tx, ctx, {
      name: 'OWNER_APPOINTED',
      subject: roleId,
      facts: { person: draft.personName, from: draft.fromOn, until: draft.untilOn },
    })
    return accept(id)
  })
