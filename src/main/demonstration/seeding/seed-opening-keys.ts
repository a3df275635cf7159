import {
  type Account,
  demonstrationPassword,
  findAccount,
  type IdentityTables,
  type OrganisationId,
  type PersonId,
} from '#identity'
import { createOpeningKey, listOfficerKeys, type SealingTables } from '#sealing'
import { actingAs, type Services } from '../../../platform/context.ts'
import { inReading } from '../../../platform/reading.ts'
import { insist } from './insist.ts'

/** The two who open bids, and who stands in. */
const HOLDERS = ['procurement-officer', 'commissioner', 'senior-owner'] as const

/** The passphrase is public, so that hard work would protect nothing and only make the demonstration slow. */
const WORK = 10

/** Opening keys of three officers; the passphrase is the demonstration's password. */
export const seedOpeningKeys = async (
  services: Services,
  councilId: OrganisationId,
): Promise<[PersonId, PersonId, PersonId]> => {
  const operator = actingAs(services, { kind: 'command' }, councilId)
  const keys = await inReading<SealingTables, Awaited<ReturnType<typeof listOfficerKeys>>>(operator, (db) =>
    listOfficerKeys(db, councilId),
  )
  const holders = await Promise.all(
    HOLDERS.map(async (role) => {
      const email = `${role}@northmere.example`
      const account = await inReading<IdentityTables, Account | undefined>(operator, (db) =>
        findAccount(db, email),
      )
      if (!account) throw new Error(`The demonstration has no ${role}.`)
      const { personId } = account
      if (!keys.some((key) => key.personId === personId)) {
        const officer = actingAs(services, { kind: 'person', personId }, councilId)
        insist(
          await createOpeningKey(officer, demonstrationPassword, demonstrationPassword, WORK),
          `the opening key of ${email}`,
        )
      }
      return personId
    }),
  )
  return holders as [PersonId, PersonId, PersonId]
}
