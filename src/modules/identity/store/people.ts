import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { Email, Member, OrganisationId, Person, PersonId, Role } from '../model.ts'
import type { IdentityTables } from '../tables.ts'

export type Account = {
  readonly personId: PersonId
  readonly name: string
  readonly hasPassword: boolean
  readonly isDisabled: boolean
}

/** Whether an address has an account. Row-level security hides people of other authorities, so a function answers. */
export const findAccount = async (db: Reader<IdentityTables>, email: Email): Promise<Account | undefined> => {
  const found = await sql<Account>`
    select person_id as "personId", name, has_password as "hasPassword", is_disabled as "isDisabled"
    from identity.find_person(${email})`.execute(db)
  return found.rows[0]
}

export type Credentials = {
  readonly personId: PersonId
  readonly passwordHash: string | null
  readonly isDisabled: boolean
}

/** What a password is compared with. The only read of a password's hash there is. */
export const findCredentials = async (
  db: Reader<IdentityTables>,
  email: Email,
): Promise<Credentials | undefined> => {
  const found = await sql<Credentials>`
    select person_id as "personId", password_hash as "passwordHash", is_disabled as "isDisabled"
    from identity.find_credentials(${email})`.execute(db)
  return found.rows[0]
}

/** A person whom the acting person may see: themself, or somebody who works for the acting authority. */
export const findPerson = (db: Reader<IdentityTables>, id: PersonId): Promise<Person | undefined> =>
  db.selectFrom('identity.person').select(['id', 'name', 'email']).where('id', '=', id).executeTakeFirst()

export const insertPerson = async (
  tx: Writer<IdentityTables>,
  person: Person & { readonly passwordHash: string | null },
): Promise<void> => {
  await tx
    .insertInto('identity.person')
    .values({ id: person.id, email: person.email, name: person.name, password_hash: person.passwordHash })
    .execute()
}

export const setName = async (tx: Writer<IdentityTables>, id: PersonId, name: string): Promise<void> => {
  await tx.updateTable('identity.person').set({ name }).where('id', '=', id).execute()
}

/** Works only where that person acts: row-level security hides everybody else from the change. */
export const setPasswordHash = async (
  tx: Writer<IdentityTables>,
  id: PersonId,
  passwordHash: string,
): Promise<void> => {
  await tx.updateTable('identity.person').set({ password_hash: passwordHash }).where('id', '=', id).execute()
}

/** Closes or opens an account everywhere, and ends its sessions. */
export const setDisabled = async (
  tx: Writer<IdentityTables>,
  id: PersonId,
  since: Date | null,
): Promise<void> => {
  await sql`select identity.set_disabled(${id}, ${since})`.execute(tx)
}

type MemberRow = { id: PersonId; name: string; email: Email; disabled_at: Date | null; role: Role }

const byPerson = (rows: readonly MemberRow[]): Member[] => {
  const members = new Map<PersonId, Member>()
  for (const { id, name, email, disabled_at, role } of rows) {
    const roles = [...(members.get(id)?.roles ?? []), role]
    members.set(id, { id, name, email, isDisabled: disabled_at !== null, roles })
  }
  return [...members.values()]
}

/** Everybody who works for an authority, by name, each with their roles there. */
export const listMembers = async (
  db: Reader<IdentityTables>,
  authorityId: OrganisationId,
): Promise<Member[]> => {
  const rows = await db
    .selectFrom('identity.membership as m')
    .innerJoin('identity.person as p', 'p.id', 'm.person_id')
    .select(['p.id', 'p.name', 'p.email', 'p.disabled_at', 'm.role'])
    .where('m.authority_id', '=', authorityId)
    .orderBy('p.name')
    .orderBy('p.id')
    .orderBy('m.role')
    .execute()
  return byPerson(rows)
}
