import {
  type Account,
  addMembership,
  createOrganisation,
  createPerson,
  demonstrationAccounts,
  demonstrationAnchors,
  demonstrationPassword,
  findAccount,
  findOrganisationBySlug,
  type IdentityTables,
  type Organisation,
  type OrganisationId,
  type PersonId,
  type Role,
} from '#identity'
import { actingAs, type Services } from '../../../platform/context.ts'
import { inReading } from '../../../platform/reading.ts'
import { insist } from './insist.ts'
import { ANCHORS, COUNCIL, type MadeUpOrganisation } from './organisations.ts'

export const findCouncil = (services: Services): Promise<Organisation | undefined> =>
  inReading<IdentityTables, Organisation | undefined>(actingAs(services, { kind: 'command' }, null), (db) =>
    findOrganisationBySlug(db, COUNCIL.slug),
  )

/** Finds or makes an organisation at home in the city. */
const seedOrganisation = async (
  services: Services,
  wanted: MadeUpOrganisation,
  homePlaceId: string,
): Promise<OrganisationId> => {
  const operator = actingAs(services, { kind: 'command' }, null)
  const known = await inReading<IdentityTables, Organisation | undefined>(operator, (db) =>
    findOrganisationBySlug(db, wanted.slug),
  )
  if (known) return known.id
  const { name, slug, kind } = wanted
  return insist(
    await createOrganisation(operator, { name, slug, kind, isAuthority: true, homePlaceId }),
    name,
  ).id
}

type Person = { readonly name: string; readonly email: string }

/** Finds or makes a person with the demonstration's password, and gives them a role. */
const seedPerson = async (
  services: Services,
  authorityId: OrganisationId,
  person: Person,
  role: Role,
): Promise<PersonId> => {
  const operator = actingAs(services, { kind: 'command' }, null)
  const known = await inReading<IdentityTables, Account | undefined>(operator, (db) =>
    findAccount(db, person.email),
  )
  const { name, email } = person
  const personId =
    known?.personId ??
    insist(await createPerson(operator, { name, email, password: demonstrationPassword }), email)
  insist(
    await addMembership(actingAs(services, { kind: 'command' }, authorityId), personId, role),
    `the role of ${email}`,
  )
  return personId
}

export type SeededAnchor = {
  readonly slug: string
  readonly anchorId: OrganisationId
  readonly analystId: PersonId
}
export type SeededCouncil = {
  readonly councilId: OrganisationId
  readonly analystId: PersonId
  readonly anchors: readonly SeededAnchor[]
}

/** The council with an account for each role, and the other anchors with an analyst each. */
export const seedPeople = async (services: Services, homePlaceId: string): Promise<SeededCouncil> => {
  const councilId = await seedOrganisation(services, COUNCIL, homePlaceId)
  const people = await Promise.all(
    demonstrationAccounts.map(async (account) => ({
      role: account.role,
      id: await seedPerson(services, councilId, account, account.role),
    })),
  )
  const anchors = await Promise.all(
    ANCHORS.map(async (anchor) => {
      const anchorId = await seedOrganisation(services, anchor, homePlaceId)
      const analyst = demonstrationAnchors.find(({ slug }) => slug === anchor.slug)
      if (!analyst) throw new Error(`The demonstration has no analyst for ${anchor.name}.`)
      return {
        slug: anchor.slug,
        anchorId,
        analystId: await seedPerson(services, anchorId, analyst, 'analyst'),
      }
    }),
  )
  const analyst = people.find((person) => person.role === 'analyst')
  if (!analyst) throw new Error('The demonstration has no analyst to hand payment files in.')
  return { councilId, analystId: analyst.id, anchors }
}
