import type { Services } from '../../platform/context.ts'
import type { Job } from '../../platform/jobs/queue.ts'
import { sendDigests } from './actions/notes.ts'
import { removeExpired } from './actions/remove-expired.ts'

/** Expired sessions, used-up resets, old throttles and unconfirmed suppliers go each night; digests of notes leave each morning. */
export const jobs = (services: Services): readonly Job[] => [
  {
    name: 'identity-remove-expired',
    retries: 1,
    cron: '17 3 * * *',
    run: async () => void (await removeExpired(services)),
  },
  {
    name: 'identity-send-digests',
    retries: 3,
    pauseSeconds: 60,
    cron: '0 7 * * *',
    run: async () => void (await sendDigests(services)),
  },
]
