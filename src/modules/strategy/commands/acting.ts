import { findOrganisationByName, type IdentityTables, type Organisation } from '#identity'
import type { CommandInput } from '../../../platform/command.ts'
import { actingAs, type Context } from '../../../platform/context.ts'
import { Unusable } from '../../../platform/errors.ts'
import { inReading } from '../../../platform/reading.ts'

export const ORGANISATION = { organisation: { type: 'string', description: 'whose strategy it is' } } as const

/** The context of a command for the organisation it names. Throws Unusable where there is none. */
export const actFor = async ({ options, services }: CommandInput): Promise<Context> => {
  const name = options.organisation
  if (typeof name !== 'string' || name.trim() === '')
    throw new Unusable('Name the organisation: --organisation "Northmere City Council".')
  const anyone = actingAs(services, { kind: 'command' }, null)
  const found = await inReading<IdentityTables, Organisation | undefined>(anyone, (db) =>
    findOrganisationByName(db, name),
  )
  if (!found)
    throw new Unusable(
      `There is no organisation "${name}". goldthread organisation list shows those there are.`,
    )
  return actingAs(services, { kind: 'command' }, found.id)
}

/** A lookup that finds nothing ends a command with its sentence. */
export const orUnusable = <Value>(found: Promise<Value>): Promise<Value> =>
  found.catch((error: Error) => {
    throw error.name === 'NotFound' ? new Unusable(error.message) : error
  })
