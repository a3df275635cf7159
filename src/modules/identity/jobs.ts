import type { Services } from '../../platform/context.ts'
import type { Job } from '../../platform/jobs/queue.ts'
import { removeExpired } from './actions/remove-expired.ts'

/** Expired sessions, used-up resets, old throttles and unconfirmed suppliers go each night. */
export const jobs = (services: Services): readonly Job[] => [
  {
    name: 'identity-remove-expired',
    retries: 1,
    cron: '17 3 * * *',
    run: async () => void (await removeExpired(services)),
  },
]
