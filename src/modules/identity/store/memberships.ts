import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { OrganisationId, PersonId, Role } from '../model.ts'
import type { IdentityTables } from '../tables.ts'

export type Standing = {
  readonly personName: string
  readonly authorityId: OrganisationId | null
  readonly authorityName: string | null
  readonly role: Role | null
  /** Notes in the person's inbox that are not read; the same in each row. */
  readonly unread: number
}

/**
 * Who a person is and what they do where, by the authority's name; one row for each role, or one without a role.
 * No row for a person whose account is closed. Reads as that person, whoever acts.
 */
export const listStandings = async (db: Reader<IdentityTables>, personId: PersonId): Promise<Standing[]> => {
  const found = await sql<Standing>`
    select person_name as "personName", authority_id as "authorityId", authority_name as "authorityName", role, unread
    from identity.list_standings(${personId})`.execute(db)
  return found.rows
}

/** The first authority, by name, that a person works for. */
export const findFirstAuthority = async (
  db: Reader<IdentityTables>,
  personId: PersonId,
): Promise<OrganisationId | null> => (await listStandings(db, personId))[0]?.authorityId ?? null

export const insertMembership = async (
  tx: Writer<IdentityTables>,
  authorityId: OrganisationId,
  personId: PersonId,
  role: Role,
): Promise<void> => {
  await tx
    .insertInto('identity.membership')
    .values({ authority_id: authorityId, person_id: personId, role })
    .execute()
}

export const deleteMemberships = async (
  tx: Writer<IdentityTables>,
  authorityId: OrganisationId,
  personId: PersonId,
  roles: readonly Role[],
): Promise<void> => {
  await tx
    .deleteFrom('identity.membership')
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .where('role', 'in', roles)
    .execute()
}
