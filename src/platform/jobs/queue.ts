import type { ClientConfig } from 'pg'
import { fromKysely, PgBoss } from 'pg-boss'
import { APPLICATION_ROLE, type Database, type Writer } from '../database.ts'
import type { Log } from '../log.ts'

/** A job takes ids and plain facts, never content: whoever reads the queue learns nothing else. */
export type JobData = Readonly<Record<string, string | number | boolean | null>>

/**
 * Something that happened, told to whoever wants to know: a lower module never imports the one that listens.
 * Names are past tense (ADR 5).
 */
export const EVENTS = [
  'registerChanged',
  'lookupChanged',
  'placesChanged',
  'homePlaceChanged',
  'payeesPlaced',
  'tenderPublished',
  'tenderAmended',
  'awardAnnounced',
  'tenderAnswered',
  'tenderClosed',
  'tenderCancelled',
  'bidsOpened',
  'tenderAwarded',
] as const
export type EventName = (typeof EVENTS)[number]

export type JobQueue = {
  /** Queues a job in the transaction of its cause: rolled back with it, seen by the worker after it. */
  readonly enqueue: <T>(tx: Writer<T>, name: string, data: JobData) => Promise<void>
  /** Queues every job that listens to an event, in the transaction of the change. */
  readonly publish: <T>(tx: Writer<T>, event: EventName, data: JobData) => Promise<void>
}

/** What the worker runs. Idempotent: a job whose process died is run again. */
export type Job = {
  readonly name: string
  readonly run: (data: JobData) => Promise<void>
  /** How often a failed job is tried again. */
  readonly retries: number
  /** The pause before the second try; each further one is twice as long. Without it, a second. */
  readonly pauseSeconds?: number
  /** When it runs by itself, as cron has it, in UTC. */
  readonly cron?: string
  /** The events that queue it. */
  readonly on?: readonly EventName[]
  /** Whether it takes too long for a command to wait for: it is left to the worker then. */
  readonly isForWorker?: () => Promise<boolean>
}

const SCHEMA = 'pgboss'
const LONGEST_PAUSE = 4 * 60 * 60

/** Creates the queue's own tables and one queue a job, as the database's owner. */
export const prepareJobs = async (
  owner: ClientConfig,
  jobs: readonly Pick<Job, 'name' | 'retries' | 'pauseSeconds' | 'on' | 'cron'>[],
): Promise<void> => {
  const boss = new PgBoss({
    ...owner,
    schema: SCHEMA,
    supervise: false,
    schedule: false,
  } as ConstructorParameters<typeof PgBoss>[0])
  boss.on('error', () => undefined)
  await boss.start()
  for (const job of jobs) {
    // A worker that was killed sends no heartbeat; its job is taken up again within a minute.
    const options = {
      retryLimit: job.retries,
      retryBackoff: true,
      retryDelay: job.pauseSeconds ?? 1,
      retryDelayMax: LONGEST_PAUSE,
      expireInSeconds: 3600,
      heartbeatSeconds: 30,
    }
    if (await boss.getQueue(job.name)) await boss.updateQueue(job.name, options)
    else await boss.createQueue(job.name, options)
    for (const event of job.on ?? []) await boss.subscribe(event, job.name)
    if (job.cron) await boss.schedule(job.name, job.cron)
  }
  const db = boss.getDb()
  await db.executeSql(`grant usage on schema ${SCHEMA} to ${APPLICATION_ROLE}`)
  await db.executeSql(`grant all on all tables in schema ${SCHEMA} to ${APPLICATION_ROLE}`)
  await db.executeSql(`grant execute on all functions in schema ${SCHEMA} to ${APPLICATION_ROLE}`)
  await boss.stop({ graceful: false })
}

const onPool = (database: Database) => ({
  executeSql: (text: string, values?: unknown[]) => database.pool.query(text, values),
})

/** Opens the sending side. */
export const openQueue = (database: Database): JobQueue => {
  const boss = new PgBoss({
    db: onPool(database),
    schema: SCHEMA,
    migrate: false,
    supervise: false,
    schedule: false,
  })
  return {
    enqueue: async (tx, name, data) => {
      const sent = await boss.send(name, data, { db: fromKysely(tx as never) })
      if (sent === null) throw new Error(`the queue took no job ${name}`)
    },
    publish: async (tx, event, data) => {
      await boss.publish(event, data, { db: fromKysely(tx as never) })
    },
  }
}

/** Runs jobs until stopped. A failure is logged with the job's name and id, and tried again. */
export const runJobs = async (
  database: Database,
  jobs: readonly Job[],
  log: Log,
): Promise<{ stop: () => Promise<void> }> => {
  const boss = new PgBoss({ db: onPool(database), schema: SCHEMA, migrate: false })
  boss.on('error', (error: Error) => log.error({ error: error.message }, 'queue'))
  await boss.start()
  for (const job of jobs) {
    await boss.work<JobData>(job.name, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async ([taken]) => {
      if (!taken) return
      try {
        await job.run(taken.data)
      } catch (error) {
        log.error({ job: job.name, id: taken.id, error: (error as Error).stack }, 'job failed')
        throw error
      }
    })
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 5000 }) }
}

/**
 * Runs, here and now, the jobs that events of a command have queued: on the command line no worker may be
 * running, and the next command should see the effect.
 */
export const runListeners = async (database: Database, jobs: readonly Job[]): Promise<void> => {
  const boss = new PgBoss({
    db: onPool(database),
    schema: SCHEMA,
    migrate: false,
    supervise: false,
    schedule: false,
  })
  for (const job of jobs.filter((candidate) => candidate.on)) {
    if (await job.isForWorker?.()) continue
    for (
      let taken = await boss.fetch<JobData>(job.name);
      taken.length > 0;
      taken = await boss.fetch<JobData>(job.name)
    ) {
      const [first] = taken
      if (!first) break
      await job.run(first.data)
      await boss.complete(job.name, first.id)
    }
  }
}
