import { type IdentityTables, listMembers, type OrganisationId } from '#identity'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { Forbidden } from '../../../platform/errors.ts'
import type { ProcurementTables } from '../tables.ts'

export type Who = { readonly authorityId: string; readonly personName: string }

/** Who acts for which authority, by the name that stays beside what they did. Throws Forbidden where none was chosen. */
export const whoActs = async (db: Reader<ProcurementTables>, ctx: Context): Promise<Who> => {
  if (ctx.authorityId === null) throw new Forbidden('Choose for which organisation you act.')
  const { authorityId, actor } = ctx
  if (actor.kind !== 'person') return { authorityId, personName: 'The command line' }
  const members = await listMembers(db as unknown as Reader<IdentityTables>, authorityId as OrganisationId)
  const name = members.find(({ id }) => id === actor.personId)?.name
  return { authorityId, personName: name ?? 'Somebody who has left' }
}
