import { actingAs, type Services } from '../../platform/context.ts'
import type { Job } from '../../platform/jobs/queue.ts'
import { LOAD_REGISTER_JOB } from './actions/ask-for-import.ts'
import { loadQueuedRegister } from './actions/load-queued-register.ts'

/** What the worker does for suppliers. */
export const jobs = (services: Services): readonly Job[] => [
  {
    name: LOAD_REGISTER_JOB,
    retries: 2,
    run: (data) => {
      const personId = data.personId
      const actor =
        typeof personId === 'string' ? ({ kind: 'person', personId } as const) : ({ kind: 'worker' } as const)
      const authorityId = typeof data.authorityId === 'string' ? data.authorityId : null
      return loadQueuedRegister(
        actingAs(services, actor, authorityId),
        String(data.loadId),
        data.mayShrink === true,
      )
    },
  },
]
