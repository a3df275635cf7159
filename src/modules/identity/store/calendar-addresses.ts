import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { CalendarOwner } from '../model/notes.ts'
import type { IdentityTables } from '../tables.ts'

/** When the acting person's address at the acting organisation was made; undefined where there is none. */
export const findCalendarAddress = async (
  db: Reader<IdentityTables>,
  owner: CalendarOwner,
): Promise<Date | undefined> => {
  const found = await db
    .selectFrom('identity.calendar_address')
    .select('created_at')
    .where('authority_id', '=', owner.authorityId)
    .where('person_id', '=', owner.personId)
    .executeTakeFirst()
  return found?.created_at
}

/** Whose calendar an address opens. */
export const findCalendarOwner = async (
  db: Reader<IdentityTables>,
  tokenHash: string,
): Promise<CalendarOwner | undefined> => {
  const found = await sql<CalendarOwner>`
    select authority_id as "authorityId", person_id as "personId" from identity.find_calendar(${tokenHash})`.execute(
    db,
  )
  return found.rows[0]
}

/** False where there was none. */
export const deleteCalendarAddress = async (
  tx: Writer<IdentityTables>,
  owner: CalendarOwner,
): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('identity.calendar_address')
    .where('authority_id', '=', owner.authorityId)
    .where('person_id', '=', owner.personId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export const insertCalendarAddress = async (
  tx: Writer<IdentityTables>,
  owner: CalendarOwner,
  tokenHash: string,
  at: Date,
): Promise<void> => {
  await tx
    .insertInto('identity.calendar_address')
    .values({
      authority_id: owner.authorityId,
      person_id: owner.personId,
      token_hash: tokenHash,
      created_at: at,
    })
    .execute()
}
