import type { Context } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/errors.ts'

/** The authority that somebody acts for; without one, nothing can be planned. */
export const authorityOf = (ctx: Pick<Context, 'authorityId'>): string => {
  if (ctx.authorityId === null) throw new Forbidden('Choose for which organisation you act.')
  return ctx.authorityId
}

/** Where two people have to be told apart, only people may act. */
export const personOf = (ctx: Pick<Context, 'actor'>): string => {
  if (ctx.actor.kind !== 'person') throw new Forbidden('Only a person who is signed in can do this.')
  return ctx.actor.personId
}

export const actorText = (ctx: Pick<Context, 'actor'>): string =>
  ctx.actor.kind === 'person' ? ctx.actor.personId : ctx.actor.kind
