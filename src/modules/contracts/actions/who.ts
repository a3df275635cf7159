import { type IdentityTables, listMembers } from '#identity'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { Forbidden } from '../../../platform/errors.ts'

export type Who = {
  readonly authorityId: string
  readonly personId: string | null
  /** As it is shown beside what they did, also after they left. */
  readonly personName: string
}

/** The authority that acts. Throws Forbidden where none was chosen. */
export const actingAuthority = (ctx: Pick<Context, 'authorityId'>): string => {
  if (ctx.authorityId === null) throw new Forbidden('Choose the organisation you act for first.')
  return ctx.authorityId
}

export const whoActs = async (db: Reader<never>, ctx: Context): Promise<Who> => {
  const authorityId = actingAuthority(ctx)
  if (ctx.actor.kind !== 'person') return { authorityId, personId: null, personName: 'The command line' }
  const { personId } = ctx.actor
  const members = await listMembers(db as unknown as Reader<IdentityTables>, authorityId)
  const name = members.find(({ id }) => id === personId)?.name
  return { authorityId, personId, personName: name ?? 'Somebody who has left' }
}
