import type { Services } from '../../platform/context.ts'
import type { Job } from '../../platform/jobs/queue.ts'
import { remindSuppliers } from './actions/remind.ts'

/** Reminders are looked for every minute. */
export const jobs = (services: Services): readonly Job[] => [
  {
    name: 'bids-remind',
    retries: 1,
    cron: '* * * * *',
    run: async () => void (await remindSuppliers(services)),
  },
]
