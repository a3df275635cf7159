import {
  type Account,
  demonstrationPassword,
  demonstrationSuppliers,
  findAccount,
  findFirstAuthority,
  type IdentityTables,
  type OrganisationId,
  type PersonId,
  registerSupplier,
} from '#identity'
import { actingAs, type Services } from '../../../platform/context.ts'
import { inReading } from '../../../platform/reading.ts'
import { insist } from './insist.ts'

export type SeededBidder = {
  readonly email: string
  readonly name: string
  readonly organisationId: OrganisationId
  readonly personId: PersonId
}

const findBidder = (services: Services, email: string) =>
  inReading<IdentityTables, { account: Account; organisationId: OrganisationId | null } | undefined>(
    actingAs(services, { kind: 'command' }, null),
    async (db) => {
      const account = await findAccount(db, email)
      return account && { account, organisationId: await findFirstAuthority(db, account.personId) }
    },
  )

/** Finds or makes the suppliers that bid, each with one person. */
export const seedBidders = async (services: Services): Promise<SeededBidder[]> => {
  const bidders: SeededBidder[] = []
  for (const { organisation, orgId, name, email } of demonstrationSuppliers) {
    const known = await findBidder(services, email)
    const made =
      known?.organisationId != null
        ? { organisationId: known.organisationId, personId: known.account.personId }
        : insist(
            await registerSupplier(services, {
              name: organisation,
              orgId,
              email,
              personName: name,
              password: demonstrationPassword,
            }),
            email,
          )
    bidders.push({ ...made, email, name: organisation })
  }
  return bidders
}
