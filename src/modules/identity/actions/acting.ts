import { type Context } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/errors.ts'
import type { OrganisationId, PersonId } from '../model.ts'

/** The authority that acts. Throws Forbidden where none was chosen. */
export const actingAuthority = (ctx: Pick<Context, 'authorityId'>): OrganisationId => {
  if (ctx.authorityId === null) throw new Forbidden('Choose the organisation you act for first.')
  return ctx.authorityId
}

/** The person who acts. Throws Forbidden for a command, the worker and nobody. */
export const actingPerson = (ctx: Context): PersonId => {
  if (ctx.actor.kind !== 'person') throw new Forbidden('Sign in first.')
  return ctx.actor.personId
}

/** The same context in the name of a person who has just proved who they are. */
export const asPerson = (
  ctx: Context,
  personId: PersonId,
  authorityId: OrganisationId | null = ctx.authorityId,
): Context => ({ ...ctx, actor: { kind: 'person', personId }, authorityId })
