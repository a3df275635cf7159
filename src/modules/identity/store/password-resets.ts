import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { PasswordReset, PersonId } from '../model.ts'
import type { IdentityTables } from '../tables.ts'

/** By the hash of the link's secret, before anybody is known; none for a closed account. */
export const findResetByToken = async (
  db: Reader<IdentityTables>,
  tokenHash: string,
): Promise<PasswordReset | undefined> => {
  const found = await sql<PasswordReset>`
    select id, person_id as "personId", email, name, expires_at as "expiresAt", used_at as "usedAt"
    from identity.find_password_reset(${tokenHash})`.execute(db)
  return found.rows[0]
}

/** When the acting person asked for a new password, so far as it is still remembered. */
export const listResetTimes = async (db: Reader<IdentityTables>, personId: PersonId): Promise<Date[]> => {
  const rows = await db
    .selectFrom('identity.password_reset')
    .select('created_at')
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map((row) => row.created_at)
}

export const insertReset = async (
  tx: Writer<IdentityTables>,
  reset: Pick<PasswordReset, 'id' | 'personId' | 'expiresAt'> & {
    readonly tokenHash: string
    readonly createdAt: Date
  },
): Promise<void> => {
  await tx
    .insertInto('identity.password_reset')
    .values({
      id: reset.id,
      person_id: reset.personId,
      token_hash: reset.tokenHash,
      created_at: reset.createdAt,
      expires_at: reset.expiresAt,
    })
    .execute()
}

/** Uses a reset up; false where somebody was faster. */
export const setResetUsed = async (tx: Writer<IdentityTables>, id: string, at: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('identity.password_reset')
    .set({ used_at: at })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Every other link of the acting person stops working. */
export const setOtherResetsUsed = async (
  tx: Writer<IdentityTables>,
  personId: PersonId,
  at: Date,
): Promise<void> => {
  await tx
    .updateTable('identity.password_reset')
    .set({ used_at: at })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute()
}
