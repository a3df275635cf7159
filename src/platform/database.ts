import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import { type ClientConfig, Pool, types } from 'pg'
import Cursor from 'pg-cursor'

/** Reads work on the pool or inside a transaction. */
export type Reader<T> = Kysely<T> | Transaction<T>
/** Writes compile only inside a transaction (house style 6.7). */
export type Writer<T> = Transaction<T>

/** The application's role. It owns no table, so row-level security binds it (ADR 2). */
export const APPLICATION_ROLE = 'goldthread_app'

export type Database = {
  /** Untyped on purpose: a module narrows it to its own tables through `inReading` and `inTransaction`. */
  readonly kysely: Kysely<unknown>
  readonly pool: Pool
  readonly close: () => Promise<void>
}

const DATE = 1082
const BIGINT = 20
// Plain dates stay text; counts and pence fit a JavaScript number exactly (kernel/money.ts).
types.setTypeParser(DATE, (text) => text)
types.setTypeParser(BIGINT, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new RangeError(`${text} is beyond what a whole number can hold exactly`)
  return value
})

/** Opens a database as its owner, whom row-level security does not bind: for migrations, proofs and back-ups only. */
export const openAsOwner = <Tables>(connection: ClientConfig): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: new Pool({ ...connection, max: 1 }), cursor: Cursor }),
  })

/** Opens a pool whose sessions are the application's role from their first moment. */
export const openDatabase = (connection: ClientConfig, size = 10): Database => {
  const pool = new Pool({
    ...connection,
    max: size,
    application_name: 'goldthread',
    options: `-c role=${APPLICATION_ROLE} -c timezone=Europe/London`,
  })
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined)
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool, cursor: Cursor }) })
  return { kysely, pool, close: () => kysely.destroy() }
}
