import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { OpenSession, PersonId } from '../model.ts'
import type { IdentityTables } from '../tables.ts'

export type SessionRecord = {
  readonly sidHash: string
  readonly personId: PersonId | null
  readonly data: unknown
  readonly userAgent: string
  readonly expiresAt: Date
  /** Whether the session was read in this request: then it is changed, and not made again if it has ended since. */
  readonly wasRead: boolean
}

/** What a session holds, or undefined where it has ended. Notes that it was used. */
export const findSessionData = async (
  db: Reader<IdentityTables>,
  sidHash: string,
): Promise<Record<string, unknown> | undefined> => {
  const found = await sql<{ data: Record<string, unknown> | null }>`
    select identity.read_session(${sidHash}) as data`.execute(db)
  return found.rows[0]?.data ?? undefined
}

export const setSessionData = async (db: Reader<IdentityTables>, record: SessionRecord): Promise<void> => {
  await sql`select identity.write_session(${record.sidHash}, ${record.personId}, ${JSON.stringify(record.data)},
    ${record.userAgent}, ${record.expiresAt}, ${record.wasRead})`.execute(db)
}

export const deleteSession = async (db: Reader<IdentityTables>, sidHash: string): Promise<void> => {
  await sql`select identity.end_session(${sidHash})`.execute(db)
}

/** Where a person is signed in now, the latest used first. To be read as that person. */
export const listSessions = (
  db: Reader<IdentityTables>,
  personId: PersonId,
  now: Date,
): Promise<OpenSession[]> =>
  db
    .selectFrom('identity.session')
    .select(['user_agent as userAgent', 'created_at as createdAt', 'last_seen_at as lastSeenAt'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .orderBy('created_at', 'desc')
    .execute()

/** Ends every session of the acting person; returns how many there were. */
export const deleteSessionsOf = async (tx: Writer<IdentityTables>, personId: PersonId): Promise<number> => {
  const { numDeletedRows } = await tx
    .deleteFrom('identity.session')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Removes sessions, resets and throttles that have run out; returns how many sessions went. */
export const deleteExpired = async (tx: Writer<IdentityTables>): Promise<number> => {
  const done = await sql<{ sessions: number }>`select identity.purge_expired() as sessions`.execute(tx)
  return done.rows[0]?.sessions ?? 0
}
