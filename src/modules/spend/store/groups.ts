import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import { type GroupMember, groupIdIn, type SupplierGroup } from '../model/groups.ts'
import type { AskedMember } from '../rules/decide-group.ts'
import type { ConfirmedGroup } from '../rules/parties.ts'
import type { SpendTables } from '../tables.ts'

type Db = Reader<SpendTables>
type Tx = Writer<SpendTables>

/** The suppliers with these keys that are paid, each once, and the group each is in. */
export const findAskedMembers = async (db: Db, keys: readonly string[]): Promise<AskedMember[]> => {
  const { rows } = await sql<AskedMember>`
    select payee.supplier_key as "supplierKey", min(coalesce(payee.supplier_name, payee.name)) as name,
      bool_or(payee.match_state = 'individual') as "isPerson", min(member.group_id::text) as "groupId"
    from spend.payee payee left join spend.supplier_group_member member
      on member.authority_id = payee.authority_id and member.supplier_key = payee.supplier_key
    where payee.supplier_key = any(${[...keys]}::text[]) group by payee.supplier_key
    order by payee.supplier_key collate "C"`.execute(db)
  return rows
}

type GroupRow = Omit<SupplierGroup, 'members'>

const membersOf = async (db: Db, groupIds: readonly string[]) => {
  const { rows } = await sql<GroupMember & { groupId: string }>`
    select member.group_id as "groupId", member.supplier_key as "supplierKey", member.supplier_name as name,
      coalesce(sum(summary.amount_pence), 0)::bigint as pence
    from spend.supplier_group_member member
    left join spend.payee payee
      on payee.authority_id = member.authority_id and payee.supplier_key = member.supplier_key
    left join spend.summary summary
      on summary.authority_id = payee.authority_id and summary.payee_id = payee.id
    where member.group_id = any(${[...groupIds]}::uuid[])
    group by member.group_id, member.supplier_key, member.supplier_name
    order by pence desc, member.supplier_key collate "C"`.execute(db)
  return Map.groupBy(rows, ({ groupId }) => groupId)
}

const selectGroups = (db: Db) =>
  db
    .selectFrom('spend.supplier_group')
    .select(['id', 'name', 'made_by as madeBy', 'made_at as madeAt'])
    .orderBy('name')
    .orderBy('id')

const withMembers = async (db: Db, groups: readonly GroupRow[]): Promise<SupplierGroup[]> => {
  const members = await membersOf(
    db,
    groups.map(({ id }) => id),
  )
  return groups.map((group) => ({
    ...group,
    members: (members.get(group.id) ?? []).map(({ supplierKey, name, pence }) => ({
      supplierKey,
      name,
      pence,
    })),
  }))
}

/** Groups by name, each with its members, the most money first. */
export const listGroups = async (db: Db): Promise<SupplierGroup[]> =>
  withMembers(db, await selectGroups(db).execute())

export const findGroup = async (db: Db, id: string): Promise<SupplierGroup | undefined> =>
  (await withMembers(db, await selectGroups(db).where('id', '=', id).execute()))[0]

/** The acting organisation's groups by the keys of their suppliers, for counting. */
export const listConfirmedGroups = async (db: Db): Promise<ConfirmedGroup[]> => {
  const { rows } = await sql<ConfirmedGroup>`
    select company.authority_id::text as org, 'group:' || company.id as key, company.name,
      array_agg(member.supplier_key order by member.supplier_key collate "C") as "supplierKeys"
    from spend.supplier_group company
    join spend.supplier_group_member member
      on member.authority_id = company.authority_id and member.group_id = company.id
    group by company.authority_id, company.id, company.name
    order by company.name collate "C", company.id`.execute(db)
  return rows
}

/** The group that a supplier is in. */
export const findGroupOfSupplier = async (
  db: Db,
  supplierKey: string,
): Promise<SupplierGroup | undefined> => {
  const row = await db
    .selectFrom('spend.supplier_group_member')
    .select('group_id')
    .where('supplier_key', '=', supplierKey)
    .executeTakeFirst()
  return row && findGroup(db, row.group_id)
}

/** Names of the companies that a key stands for where it is a group's, the most money first; none for another supplier. */
export const listCompaniesOf = async (db: Db, supplierKey: string): Promise<string[]> => {
  const id = groupIdIn(supplierKey)
  const group = id === null ? undefined : await findGroup(db, id)
  return group?.members.map(({ name }) => name) ?? []
}

export const insertGroup = async (
  tx: Tx,
  authorityId: string,
  group: GroupRow,
  members: readonly Pick<GroupMember, 'supplierKey' | 'name'>[],
): Promise<void> => {
  await tx
    .insertInto('spend.supplier_group')
    .values({
      authority_id: authorityId,
      id: group.id,
      name: group.name,
      made_by: group.madeBy,
      made_at: group.madeAt,
    })
    .onConflict((conflict) => conflict.constraint('pk_supplier_group').doUpdateSet({ name: group.name }))
    .execute()
  await tx
    .insertInto('spend.supplier_group_member')
    .values(
      members.map(({ supplierKey, name }) => ({
        authority_id: authorityId,
        supplier_key: supplierKey,
        group_id: group.id,
        supplier_name: name.slice(0, 300),
      })),
    )
    .onConflict((conflict) => conflict.constraint('pk_supplier_group_member').doNothing())
    .execute()
}

/** Takes the whole group back; its members are suppliers of their own again. */
export const deleteGroup = async (tx: Tx, id: string): Promise<void> => {
  await tx.deleteFrom('spend.supplier_group').where('id', '=', id).execute()
}

export const deleteMember = async (tx: Tx, groupId: string, supplierKey: string): Promise<void> => {
  await tx
    .deleteFrom('spend.supplier_group_member')
    .where('group_id', '=', groupId)
    .where('supplier_key', '=', supplierKey)
    .execute()
}

export type GroupSuggestion = {
  readonly names: readonly string[]
  /** The one that is paid most: on its page the others are ticked. */
  readonly supplierKey: string
  readonly suppliers: number
  readonly pence: number
}

/** Suppliers in no group whose names agree but for words of structure, the most money first. Persons are never among them. */
const SUGGESTED = sql`
  select group_key, array_agg(name order by pence desc, supplier_key collate "C") as names,
    (array_agg(supplier_key order by pence desc, supplier_key collate "C"))[1] as supplier_key,
    count(*) as suppliers, sum(pence)::bigint as pence
  from (
    select payee.group_key, payee.supplier_key, min(coalesce(payee.supplier_name, payee.name)) as name,
      sum(summary.amount_pence) as pence
    from spend.payee payee
    join spend.summary summary on summary.authority_id = payee.authority_id and summary.payee_id = payee.id
    where payee.group_key is not null and payee.match_state <> 'individual'
      and not exists (select from spend.supplier_group_member member
        where member.authority_id = payee.authority_id and member.supplier_key = payee.supplier_key)
    group by payee.group_key, payee.supplier_key) supplier
  group by group_key having count(*) > 1`

export const listSuggestions = async (db: Db, limit: number, offset: number): Promise<GroupSuggestion[]> => {
  const { rows } = await sql<GroupSuggestion>`
    select names, supplier_key as "supplierKey", suppliers, pence from (${SUGGESTED}) suggested
    order by pence desc, supplier_key collate "C" limit ${limit} offset ${offset}`.execute(db)
  return rows
}

export const countSuggestions = async (db: Db): Promise<number> => {
  const { rows } = await sql<{ all: number }>`
    select count(*) as "all" from (${SUGGESTED}) suggested`.execute(db)
  return rows[0]?.all ?? 0
}

const MOST_OF_A_NAME = 20

/** Keys of suppliers that a person may mean: by key, number or whole name. */
export const findSuppliersMeant = async (db: Db, words: string): Promise<string[]> => {
  const { rows } = await sql<{ key: string }>`
    select distinct supplier_key as key from spend.payee
    where supplier_key is not null and match_state <> 'individual'
      and (supplier_key = ${words} or register_number = upper(${words}) or lower(supplier_name) = lower(${words})
        or lower(name) = lower(${words}))
    order by key limit ${MOST_OF_A_NAME}`.execute(db)
  return rows.map((row) => row.key)
}
