import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { Email } from '../model.ts'
import type { IdentityTables } from '../tables.ts'

/** Letters to open a supplier's account that an address was sent since a moment; a function counts across suppliers. */
export const countRegistrations = async (
  db: Reader<IdentityTables>,
  email: Email,
  since: Date,
): Promise<number> => {
  const found = await sql<{ sent: number }>`
    select identity.count_registrations(${email}, ${since}) as sent`.execute(db)
  return found.rows[0]?.sent ?? 0
}

/** Suppliers that nobody confirmed; the letters go one night, what is left of them the next. */
export const deleteUnconfirmed = async (tx: Writer<IdentityTables>, now: Date): Promise<void> => {
  await sql`select identity.purge_unconfirmed_suppliers(${now})`.execute(tx)
  await sql`select identity.purge_empty_suppliers()`.execute(tx)
}
