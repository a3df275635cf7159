import { type IdentityTables, listMembers } from '#identity'
import type { Actor, Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { Forbidden } from '../../../platform/errors.ts'
import type { MeasuresTables } from '../tables.ts'

/** Who did it, as it stands beside a row. */
export const actorText = (actor: Actor): string =>
  actor.kind === 'person' ? `person:${actor.personId}` : actor.kind

const OTHERS: Readonly<Record<string, string>> = {
  command: 'The command line',
  worker: 'The system',
}

/** The name of whoever stands beside a row as `actorText` wrote it; empty where they are not here any more. */
export const nameOfActor = async (
  db: Reader<MeasuresTables>,
  authorityId: string,
  actor: string,
): Promise<string> => {
  const [kind = '', personId] = actor.split(':')
  if (kind !== 'person') return OTHERS[kind] ?? ''
  const people = await listMembers(db as unknown as Reader<IdentityTables>, authorityId)
  return people.find(({ id }) => id === personId)?.name ?? ''
}

/** The authority whose measures are changed. What all share is changed by publishing a new version, never in place. */
export const authorityOf = (ctx: Context): string => {
  if (ctx.authorityId === null) throw new Forbidden('Only an organisation changes measures: say for which.')
  return ctx.authorityId
}

/** The operator is whoever runs the product: the command line and the worker, acting for no authority. */
export const isOperator = (ctx: Pick<Context, 'actor' | 'authorityId'>): boolean =>
  ctx.authorityId === null && (ctx.actor.kind === 'command' || ctx.actor.kind === 'worker')
