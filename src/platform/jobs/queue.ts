import type { ClientConfig } from 'pg'
import { fromKysely, PgBoss } from 'pg-boss'
import { APPLICATION_ROLE, type Database, type Writer } from '../database.ts'
import type { Log } from '../log.ts'

/** A job takes ids and plain facts, never content: whoever reads the queue learns nothing else. */
export type JobData = Readonly<Record<string, string | number | boolean | null>>

export type JobQueue = {
  /** Queues a job in the transaction of its cause: rolled back with it, seen by the worker after it. */
  readonly enqueue: <T>(tx: Writer<T>, name: string, data: JobData) => Promise<void>
}

/** What the worker runs. Idempotent: a job whose process died is run again. */
export type Job = {
  readonly name: string
  readonly run: (data: JobData) => Promise<void>
  /** How often a failed job is tried again. */
  readonly retries: number
}

const SCHEMA = 'pgboss'

/** Creates the queue's own tables and one queue a job, as the database's owner. */
export const prepareJobs = async (
  owner: ClientConfig,
  jobs: readonly Pick<Job, 'name' | 'retries'>[],
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
    const options = { retryLimit: job.retries, retryBackoff: true, expireInSeconds: 3600 }
    if (await boss.getQueue(job.name)) await boss.updateQueue(job.name, options)
    else await boss.createQueue(job.name, options)
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
  }
}

/** Runs jobs until stopped. A failure is logged with the job's name and id, and tried again. */
export const runJobs = async (
  database: Database,
  jobs: readonly Job[],
  log: Log,
): Promise<{ stop: () => Promise<void> }> => {
  const boss = new PgBoss({ db: onPool(database), schema: SCHEMA, migrate: false, schedule: false })
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
