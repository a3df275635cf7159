import type { Services } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { deleteExpired } from '../store/sessions.ts'
import type { IdentityTables } from '../tables.ts'

/** Removes sessions, resets and throttles that have run out; returns how many sessions went. */
export const removeExpired = (services: Pick<Services, 'database'>): Promise<number> =>
  inTransaction<IdentityTables, number>(
    { database: services.database, actor: { kind: 'worker' }, authorityId: null },
    deleteExpired,
  )
