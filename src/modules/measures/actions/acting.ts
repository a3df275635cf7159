import type { Actor, Context } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/errors.ts'

/** Who did it, as it stands beside a row. */
export const actorText = (actor: Actor): string =>
  actor.kind === 'person' ? `person:${actor.personId}` : actor.kind

/** The authority whose measures are changed. What all share is changed by publishing a new version, never in place. */
export const authorityOf = (ctx: Context): string => {
  if (ctx.authorityId === null) throw new Forbidden('Only an organisation changes measures: say for which.')
  return ctx.authorityId
}

/** The operator is whoever runs the product: the command line and the worker, acting for no authority. */
export const isOperator = (ctx: Pick<Context, 'actor' | 'authorityId'>): boolean =>
  ctx.authorityId === null && (ctx.actor.kind === 'command' || ctx.actor.kind === 'worker')
