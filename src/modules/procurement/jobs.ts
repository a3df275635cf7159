import type { Services } from '../../platform/context.ts'
import type { Job } from '../../platform/jobs/queue.ts'
import { remindRetests } from './actions/remind-retests.ts'

/** Each morning: letters about tests of Schedule 2 that are due again. */
export const jobs = (services: Services): readonly Job[] => [
  {
    name: 'remind-retests',
    retries: 2,
    cron: '20 7 * * *',
    run: async () => void (await remindRetests(services)),
  },
]
