import { actingAs, type Services } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import type { Job } from '../../platform/jobs/queue.ts'
import { tellReaders } from './actions/tell-readers.ts'
import { closeTenders, watchForOutages } from './actions/watch.ts'
import type { News } from './letters.ts'

export const jobs = (services: Services): readonly Job[] => [
  {
    name: 'tell-tender-readers',
    retries: 3,
    on: ['tenderPublished', 'tenderAmended', 'tenderAnswered', 'tenderCancelled'],
    run: async ({ authorityId, tenderId, what, newsId }) => {
      const ctx = actingAs(services, { kind: 'worker' }, String(authorityId))
      // What was queued before letters had a name is told as new.
      await tellReaders(ctx, String(tenderId), String(what) as News, String(newsId ?? newId()))
    },
  },
  {
    name: 'watch-tenders',
    retries: 0,
    cron: '* * * * *',
    run: async () => {
      await watchForOutages(services)
      await closeTenders(services)
    },
  },
]
