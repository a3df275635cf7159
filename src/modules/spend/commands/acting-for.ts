import { findOrganisationByName } from '#identity'
import { actingAs, type Context, type Services } from '../../../platform/context.ts'
import { Unusable } from '../../../platform/errors.ts'
import { inReading } from '../../../platform/reading.ts'

/** A command acting for the organisation of this name; a clear sentence where there is none. */
export const actingFor = async (services: Services, name: unknown): Promise<Context> => {
  const anyone = actingAs(services, { kind: 'command' }, null)
  const organisation = await inReading(anyone, (db) =>
    findOrganisationByName(db as never, typeof name === 'string' ? name : ''),
  )
  if (!organisation)
    throw new Unusable(
      `There is no organisation "${String(name ?? '')}". goldthread organisation list shows those there are.`,
    )
  return actingAs(services, { kind: 'command' }, organisation.id)
}
