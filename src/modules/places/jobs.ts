import type { Services } from '../../platform/context.ts'
import type { Job } from '../../platform/jobs/queue.ts'
import { LOAD_JOB, runQueuedLoad } from './actions/load-file.ts'

export const jobs = (services: Services): readonly Job[] => [
  { name: LOAD_JOB, retries: 2, run: (data) => runQueuedLoad(services, data) },
]
