import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Organisation, OrganisationId } from '../model.ts'
import type { IdentityTables } from '../tables.ts'

const selectOrganisation = (db: Reader<IdentityTables>) =>
  db
    .selectFrom('identity.organisation')
    .select([
      'id',
      'name',
      'slug',
      'kind',
      'is_authority as isAuthority',
      'home_place_id as homePlaceId',
      'org_id as orgId',
    ])

export const findOrganisation = (
  db: Reader<IdentityTables>,
  id: OrganisationId,
): Promise<Organisation | undefined> => selectOrganisation(db).where('id', '=', id).executeTakeFirst()

/** Throws NotFound where there is none. */
export const getOrganisation = async (
  db: Reader<IdentityTables>,
  id: OrganisationId,
): Promise<Organisation> => {
  const found = await findOrganisation(db, id)
  if (!found) throw new NotFound('There is no organisation with this id.')
  return found
}

export const findOrganisationBySlug = (
  db: Reader<IdentityTables>,
  slug: string,
): Promise<Organisation | undefined> => selectOrganisation(db).where('slug', '=', slug).executeTakeFirst()

/** By its name in any case; where several bear it, the one that was made first. */
export const findOrganisationByName = (
  db: Reader<IdentityTables>,
  name: string,
): Promise<Organisation | undefined> =>
  selectOrganisation(db)
    .where((eb) => {
      const asked = name.trim().toLowerCase()
      return eb.or([eb(eb.fn<string>('lower', ['name']), '=', asked), eb('slug', '=', asked)])
    })
    // A name goes before another one's short name.
    .orderBy((eb) => eb(eb.fn<string>('lower', ['name']), '=', name.trim().toLowerCase()), 'desc')
    .orderBy('created_at')
    .orderBy('id')
    .executeTakeFirst()

/** By name. Suppliers are in no such list: who has an account is nobody else's to know. */
export const listOrganisations = (
  db: Reader<IdentityTables>,
  only: { readonly authorities?: boolean } = {},
): Promise<Organisation[]> =>
  selectOrganisation(db)
    .where('kind', '<>', 'supplier')
    .$if(only.authorities === true, (query) => query.where('is_authority', '=', true))
    .orderBy('name')
    .orderBy('id')
    .execute()

export const insertOrganisation = async (
  tx: Writer<IdentityTables>,
  organisation: Organisation,
): Promise<void> => {
  await tx
    .insertInto('identity.organisation')
    .values({
      id: organisation.id,
      name: organisation.name,
      slug: organisation.slug,
      kind: organisation.kind,
      is_authority: organisation.isAuthority,
      home_place_id: organisation.homePlaceId,
      org_id: organisation.orgId,
    })
    .execute()
}

export const setHomePlaceId = async (
  tx: Writer<IdentityTables>,
  id: OrganisationId,
  homePlaceId: string | null,
): Promise<void> => {
  await tx
    .updateTable('identity.organisation')
    .set({ home_place_id: homePlaceId })
    .where('id', '=', id)
    .execute()
}

/** A supplier's name and number, as it gives them itself. */
export const setOrganisationNames = async (
  tx: Writer<IdentityTables>,
  id: OrganisationId,
  names: Pick<Organisation, 'name' | 'orgId'>,
): Promise<void> => {
  await tx
    .updateTable('identity.organisation')
    .set({ name: names.name, org_id: names.orgId })
    .where('id', '=', id)
    .where('kind', '=', 'supplier')
    .execute()
}

/** Makes changes to the members of an authority wait for each other, so that a last administrator stays. */
export const lockMembers = async (tx: Writer<IdentityTables>, authorityId: OrganisationId): Promise<void> => {
  await tx
    .selectFrom('identity.organisation')
    .select('id')
    .where('id', '=', authorityId)
    .forNoKeyUpdate()
    .execute()
}
