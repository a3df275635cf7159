import { actingAs, type Context, type Services } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { Unusable } from '../../../platform/errors.ts'
import { inReading } from '../../../platform/reading.ts'
import type { Organisation } from '../model.ts'
import { findOrganisationByName } from '../store/organisations.ts'
import type { IdentityTables } from '../tables.ts'

/** The organisation that `--organisation` names. Throws Unusable where nothing is named, or nobody bears the name. */
export const namedOrganisation = async (services: Services, name: unknown): Promise<Organisation> => {
  if (typeof name !== 'string' || name.trim() === '')
    throw new Unusable('Name the organisation: --organisation "Northmere City Council".')
  const anyone = actingAs(services, { kind: 'command' }, null)
  const found = await inReading(anyone, (db: Reader<IdentityTables>) =>
    findOrganisationByName(db, name.trim()),
  )
  if (!found)
    throw new Unusable(
      `There is no organisation "${name.trim()}". goldthread organisation list shows those there are.`,
    )
  return found
}

/** The context of a command that acts for the organisation it names. Throws as `namedOrganisation`. */
export const actingForNamed = async (services: Services, name: unknown): Promise<Context> =>
  actingAs(services, { kind: 'command' }, (await namedOrganisation(services, name)).id)
