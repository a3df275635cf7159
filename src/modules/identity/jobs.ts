import type { Services } from '../../platform/context.ts'
import type { Job } from '../../platform/jobs/queue.ts'
import { removeExpired } from './actions/remove-expired.ts'

/** To be run daily: expired sessions, used-up resets and old throttles go. */
export const jobs = (services: Services): readonly Job[] => [
  { name: 'identity-remove-expired', retries: 1, run: async () => void (await removeExpired(services)) },
]
