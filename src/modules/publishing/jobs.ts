import { actingAs, type Services } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import type { Job } from '../../platform/jobs/queue.ts'
import { inReading } from '../../platform/reading.ts'
import { lookForNotices } from './actions/notices.ts'
import { publishAll } from './actions/publish.ts'
import { listPublishers } from './store/publishers.ts'
import type { PublishingTables } from './tables.ts'

/** Publishes what is new of one authority, or of every authority that publishes. */
const publish = async (services: Services, authorityId: unknown): Promise<void> => {
  if (typeof authorityId === 'string')
    return void (await publishAll(actingAs(services, { kind: 'worker' }, authorityId)))
  const worker = actingAs(services, { kind: 'worker' }, null)
  const publishers = await inReading(worker, (db: Reader<PublishingTables>) => listPublishers(db))
  for (const publisher of publishers) await publishAll({ ...worker, authorityId: publisher.authorityId })
}

/** Which notices are due changes with the day, and with what people write down. */
const lookForAll = async (services: Services): Promise<void> => {
  const worker = actingAs(services, { kind: 'worker' }, null)
  const publishers = await inReading(worker, (db: Reader<PublishingTables>) => listPublishers(db))
  for (const { authorityId } of publishers) await lookForNotices({ ...worker, authorityId })
}

export const jobs = (services: Services): readonly Job[] => [
  // Everything that tells nobody is picked up within the hour.
  {
    name: 'publish-releases',
    retries: 3,
    on: ['payeesPlaced', 'tenderPublished', 'tenderAmended', 'tenderCancelled', 'tenderAwarded'],
    run: (data) => publish(services, data.authorityId),
  },
  { name: 'publish-what-is-new', retries: 2, cron: '17 * * * *', run: () => publish(services, null) },
  { name: 'look-for-notices', retries: 2, cron: '37 * * * *', run: () => lookForAll(services) },
]
