import type { Writer } from '../../../platform/database.ts'
import type { Throttle } from '../model.ts'
import type { IdentityTables } from '../tables.ts'

/** What is remembered of an address; attempts for the same address wait for each other until the end of the change. */
export const lockThrottle = async (
  tx: Writer<IdentityTables>,
  emailHash: string,
  now: Date,
): Promise<Throttle | undefined> => {
  await tx
    .insertInto('identity.sign_in_throttle')
    .values({ email_hash: emailHash, failures: 0, first_failed_at: now, last_failed_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await tx
    .selectFrom('identity.sign_in_throttle')
    .select(['failures', 'first_failed_at as firstFailedAt', 'last_failed_at as lastFailedAt'])
    .where('email_hash', '=', emailHash)
    .forUpdate()
    .executeTakeFirst()
  return row && row.failures > 0 ? row : undefined
}

export const setThrottle = async (
  tx: Writer<IdentityTables>,
  emailHash: string,
  throttle: Throttle,
): Promise<void> => {
  const values = {
    failures: throttle.failures,
    first_failed_at: throttle.firstFailedAt,
    last_failed_at: throttle.lastFailedAt,
  }
  await tx
    .insertInto('identity.sign_in_throttle')
    .values({ email_hash: emailHash, ...values })
    .onConflict((conflict) => conflict.column('email_hash').doUpdateSet(values))
    .execute()
}

export const deleteThrottle = async (tx: Writer<IdentityTables>, emailHash: string): Promise<void> => {
  await tx.deleteFrom('identity.sign_in_throttle').where('email_hash', '=', emailHash).execute()
}
