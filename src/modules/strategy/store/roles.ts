import type { Reader, Writer } from '../../../platform/database.ts'
import type { Holder, OwnerRole } from '../model.ts'
import type { StrategyTables } from '../tables.ts'

/** The roles that answer for priorities, by name, each with who held it, newest first. */
export const listRoles = async (db: Reader<StrategyTables>): Promise<OwnerRole[]> => {
  const roles = await db
    .selectFrom('strategy.owner_role')
    .select(['id', 'name'])
    .orderBy('name')
    .orderBy('id')
    .execute()
  const holders = await db
    .selectFrom('strategy.role_holder')
    .select(['id', 'role_id', 'person_name as personName', 'from_on as fromOn', 'until_on as untilOn'])
    .orderBy('from_on', 'desc')
    .execute()
  const byRole = Map.groupBy(holders, ({ role_id }) => role_id)
  return roles.map((role) => ({
    ...role,
    holders: (byRole.get(role.id) ?? []).map(({ role_id: _role, ...holder }) => holder),
  }))
}

/** Makes changes to the holders of a role wait for each other. */
export const lockRole = async (tx: Writer<StrategyTables>, roleId: string): Promise<boolean> =>
  (await tx
    .selectFrom('strategy.owner_role')
    .select('id')
    .where('id', '=', roleId)
    .forUpdate()
    .executeTakeFirst()) !== undefined

export const insertRole = async (
  tx: Writer<StrategyTables>,
  authorityId: string,
  role: { readonly id: string; readonly name: string },
): Promise<void> => {
  await tx
    .insertInto('strategy.owner_role')
    .values({ authority_id: authorityId, ...role })
    .execute()
}

export const insertHolder = async (
  tx: Writer<StrategyTables>,
  authorityId: string,
  roleId: string,
  holder: Holder,
): Promise<void> => {
  await tx
    .insertInto('strategy.role_holder')
    .values({
      authority_id: authorityId,
      id: holder.id,
      role_id: roleId,
      person_name: holder.personName,
      from_on: holder.fromOn,
      until_on: holder.untilOn,
    })
    .execute()
}

export const endHolder = async (tx: Writer<StrategyTables>, id: string, untilOn: string): Promise<void> => {
  await tx.updateTable('strategy.role_holder').set({ until_on: untilOn }).where('id', '=', id).execute()
}
