import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import type { OrganisationId, PersonId } from '../model.ts'
import { listMembers } from '../store/people.ts'
import type { IdentityTables } from '../tables.ts'
import { actingAuthority } from './acting.ts'

export type Who = {
  readonly authorityId: OrganisationId
  /** Null for a command and the worker. */
  readonly personId: PersonId | null
  /** As it stands beside what they did, also after they left. */
  readonly personName: string
}

/** Who acts for which authority, in whatever transaction the caller has. Throws Forbidden where none was chosen. */
export const whoActs = async <Tables>(db: Reader<Tables>, ctx: Context): Promise<Who> => {
  const authorityId = actingAuthority(ctx)
  if (ctx.actor.kind !== 'person') return { authorityId, personId: null, personName: 'The command line' }
  const { personId } = ctx.actor
  const members = await listMembers(db as unknown as Reader<IdentityTables>, authorityId)
  const name = members.find(({ id }) => id === personId)?.name
  return { authorityId, personId, personName: name ?? 'Somebody who has left' }
}
