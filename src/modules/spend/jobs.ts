import { actingAs, type Services } from '../../platform/context.ts'
import type { Job } from '../../platform/jobs/queue.ts'
import { matchPlacedPayees, takesLong } from './actions/match-payees.ts'
import { placeAllPayees } from './actions/place-payees.ts'
import { runQueuedImport } from './actions/run-queued-import.ts'
import { tendSurveys } from './actions/survey/run-survey.ts'
import { makeFactCopy } from './calculator.ts'

export const jobs = (services: Services): readonly Job[] => [
  { name: 'import-payments', retries: 2, run: (data) => runQueuedImport(services, data) },
  { name: 'tend-surveys', retries: 2, cron: '0 7 * * *', run: () => tendSurveys(services) },
  {
    name: 'place-payees',
    retries: 3,
    on: ['registerChanged', 'lookupChanged', 'placesChanged', 'homePlaceChanged'],
    run: async () => void (await placeAllPayees(services)),
  },
  {
    name: 'match-payees',
    retries: 3,
    on: ['payeesPlaced'],
    isForWorker: () => takesLong(services),
    run: async (data) => {
      const authorityId = String(data.authorityId)
      await matchPlacedPayees(services, authorityId)
      // Whoever looks first after a large file should not be the one who waits for the copy.
      await makeFactCopy(actingAs(services, { kind: 'worker' }, authorityId))
    },
  },
]
