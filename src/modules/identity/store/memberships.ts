import type { Reader, Writer } from '../../../platform/database.ts'
import type { OrganisationId, PersonId, Role } from '../model.ts'
import type { IdentityTables } from '../tables.ts'

export type Standing = {
  readonly personName: string
  readonly authorityId: OrganisationId | null
  readonly authorityName: string | null
  readonly role: Role | null
}

/**
 * Who a person is and what they do where; one row for each role, or one without a role. No row for a person
 * whose account is closed. To be read as that person.
 */
export const listStandings = (db: Reader<IdentityTables>, personId: PersonId): Promise<Standing[]> =>
  db
    .selectFrom('identity.person as p')
    .leftJoin('identity.membership as m', 'm.person_id', 'p.id')
    .leftJoin('identity.organisation as o', 'o.id', 'm.authority_id')
    .select([
      'p.name as personName',
      'm.authority_id as authorityId',
      'o.name as authorityName',
      'm.role as role',
    ])
    .where('p.id', '=', personId)
    .where('p.disabled_at', 'is', null)
    .orderBy('o.name')
    .orderBy('o.id')
    .orderBy('m.role')
    .execute()

/** The first authority, by name, that a person works for. To be read as that person. */
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
