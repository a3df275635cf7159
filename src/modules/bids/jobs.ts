import type { News } from '#tenders'
import type { Services } from '../../platform/context.ts'
import type { Job } from '../../platform/jobs/queue.ts'
import { remindSuppliers } from './actions/remind.ts'
import { remindOfDocuments } from './actions/remind-documents.ts'
import { tellBiddersOfNews } from './actions/tell-bidders.ts'

/** Deadlines are looked at every minute, last days of documents each morning. */
export const jobs = (services: Services): readonly Job[] => [
  {
    name: 'bids-tell-news',
    retries: 3,
    on: ['tenderAmended', 'tenderAnswered', 'tenderCancelled'],
    run: async ({ tenderId, what, newsId }) =>
      void (await tellBiddersOfNews(services, {
        tenderId: String(tenderId),
        what: String(what) as News,
        newsId: String(newsId),
      })),
  },
  {
    name: 'bids-remind',
    retries: 1,
    cron: '* * * * *',
    run: async () => void (await remindSuppliers(services)),
  },
  {
    name: 'bids-remind-documents',
    retries: 2,
    cron: '40 7 * * *',
    run: async () => void (await remindOfDocuments(services)),
  },
]
