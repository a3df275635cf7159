import type { Services } from '../../platform/context.ts'
import type { Job } from '../../platform/jobs/queue.ts'
import { endWithTender } from './actions/end-with-tender.ts'
import { tellBidders } from './actions/tell-bidders.ts'

export const jobs = (services: Services): readonly Job[] => [
  {
    name: 'tell-bidders',
    on: ['awardAnnounced'],
    retries: 5,
    run: (data) => tellBidders(services, String(data.authorityId), String(data.evaluationId)),
  },
  {
    name: 'end-evaluation',
    on: ['tenderCancelled'],
    retries: 5,
    run: (data) => endWithTender(services, String(data.authorityId), String(data.tenderId)),
  },
]
