import type { Services } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { deleteUnconfirmed } from '../store/registrations.ts'
import { deleteExpired } from '../store/sessions.ts'
import type { IdentityTables } from '../tables.ts'

/** Removes sessions, resets, throttles and suppliers' registrations that have run out; returns how many sessions went. */
export const removeExpired = (services: Pick<Services, 'database' | 'clock'>): Promise<number> =>
  inTransaction<IdentityTables, number>(
    { database: services.database, actor: { kind: 'worker' }, authorityId: null },
    async (tx) => {
      await deleteUnconfirmed(tx, services.clock.now())
      return deleteExpired(tx)
    },
  )
