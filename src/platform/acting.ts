import { sql, type Transaction } from 'kysely'
import type { Context } from './context.ts'

export type Who = Pick<Context, 'database' | 'actor' | 'authorityId'>

/** Tells row-level security who acts; the two settings end with the transaction, and cost one round trip. */
export const setActing = (tx: Transaction<unknown>, who: Who) =>
  sql`select set_config('app.authority', ${who.authorityId ?? ''}, true),
             set_config('app.person', ${who.actor.kind === 'person' ? who.actor.personId : ''}, true)`.execute(
    tx,
  )
