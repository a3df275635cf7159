import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import { afterAll, inject } from 'vitest'
import { type Clock } from '../clock.ts'
import { folderColumnar } from '../columnar/columnar.ts'
import type { Actor, Context, Services } from '../context.ts'
import { actingAs } from '../context.ts'
import { type Database, openDatabase } from '../database.ts'
import { folderFileStore } from '../files.ts'
import { newId } from '../ids.ts'
import { openQueue, prepareJobs } from '../jobs/queue.ts'
import { mailboxMailer } from '../mail.ts'
import { onDatabase } from './global-setup.ts'

export type TestDatabase = {
  readonly services: Services
  readonly database: Database
  /** The owner's connection: what only migrations and operators hold. */
  readonly owner: ClientConfig
  readonly query: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>
  readonly context: (actor: Actor, authorityId: string | null) => Context
  readonly dataFolder: string
}

/** Tests stand on one day unless they say otherwise. */
export const testClock: Clock = { now: () => new Date('2026-11-22T12:00:00Z') }

const NOT_ALLOWED = '42501'

/** A worker of the server's own that tidies the database up may not be ended by a plain role; it is gone in a moment. */
const dropDatabase = async (client: Client, name: string): Promise<void> => {
  for (let tries = 1; ; tries++)
    try {
      await client.query(`drop database if exists ${name} with (force)`)
      return
    } catch (error) {
      if ((error as { code?: string }).code !== NOT_ALLOWED || tries === 20) throw error
      await sleep(250)
    }
}

/**
 * A database of this test file's own, copied from the migrated template, with real services around it.
 * Dropped when the file is done. `jobs` are the queues that the code under test enqueues to.
 */
export const openTestDatabase = async (jobs: readonly string[] = []): Promise<TestDatabase> => {
  const server = inject('connection')
  const name = `test_${newId().replaceAll('-', '')}`
  const admin = new Client(server)
  await admin.connect()
  await admin.query(`create database ${name} template ${inject('template')}`)
  await admin.end()
  const owner = onDatabase(server, name)
  if (jobs.length > 0)
    await prepareJobs(
      owner,
      jobs.map((job) => ({ name: job, retries: 0 })),
    )
  const database = openDatabase(owner, 5)
  const dataFolder = mkdtempSync(join(tmpdir(), 'goldthread-files-'))
  const services: Services = {
    database,
    files: folderFileStore(join(dataFolder, 'files')),
    dataFolder,
    columnar: folderColumnar(join(dataFolder, 'calculator'), { memory: '256MB', threads: 1, mostOpen: 4 }),
    jobs: openQueue(database),
    mailer: mailboxMailer,
    clock: testClock,
    siteUrl: 'http://localhost:3000',
    secret: 'a secret of the tests, of thirty-two characters or more',
  }
  const ownerClient = new Client(owner)
  await ownerClient.connect()
  afterAll(async () => {
    await services.columnar.close()
    await database.close()
    await ownerClient.end()
    const cleaner = new Client(server)
    await cleaner.connect()
    await dropDatabase(cleaner, name)
    await cleaner.end()
    rmSync(dataFolder, { recursive: true, force: true })
  })
  return {
    services,
    database,
    owner,
    dataFolder,
    query: async (text, values) => (await ownerClient.query(text, values)).rows,
    context: (actor, authorityId) => actingAs(services, actor, authorityId),
  }
}
