import type { Services } from '../../platform/context.ts'
import type { Job } from '../../platform/jobs/queue.ts'
import { remindEverybody } from './actions/reminders.ts'
import { tellOfAward } from './actions/tell-of-award.ts'

/** What the worker does for contracts. */
export const jobs = (services: Services): readonly Job[] => [
  { name: 'remind-of-contracts', retries: 2, cron: '30 6 * * *', run: () => remindEverybody(services) },
  {
    name: 'tell-of-awards',
    retries: 5,
    on: ['tenderAwarded'],
    run: async (data) => void (await tellOfAward(services, String(data.authorityId), String(data.awardId))),
  },
]
