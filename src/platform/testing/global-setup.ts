import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, type ClientConfig } from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../embedded-postgres.ts'
import { prepareJobs } from '../jobs/queue.ts'
import { migrate } from '../migrations.ts'

declare module 'vitest' {
  interface ProvidedContext {
    connection: ClientConfig
    template: string
    /** Where the first browser test puts the demonstration that the others copy; not there until then. */
    seeded: string
  }
}

const onServer = async (connection: ClientConfig, ...statements: string[]): Promise<void> => {
  const client = new Client(connection)
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The server the tests run on: DATABASE_URL where set, else an embedded one of their own that is thrown away. */
const testServer = async (): Promise<{ connection: ClientConfig; stop: () => Promise<void> }> => {
  const url = process.env.DATABASE_URL
  if (url) return { connection: { connectionString: url }, stop: async () => undefined }
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-test-'))
  const server = await startEmbeddedPostgres(folder, {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  })
  return {
    connection: server.connection,
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The same server, another database on it. */
export const onDatabase = (connection: ClientConfig, database: string): ClientConfig => {
  if (!connection.connectionString) return { ...connection, database }
  const url = new URL(connection.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}

/** Migrates one template database; each test file copies it in some 70 ms. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await testServer()
  const template = `goldthread_template_${process.pid}`
  await onServer(server.connection, `create database ${template} template template0`)
  await migrate(onDatabase(server.connection, template))
  await prepareJobs(onDatabase(server.connection, template), [])
  project.provide('connection', server.connection)
  project.provide('template', template)
  const ofRun = mkdtempSync(join(tmpdir(), 'goldthread-run-'))
  project.provide('seeded', join(ofRun, 'seeded'))
  return async () => {
    rmSync(ofRun, { recursive: true, force: true })
    await onServer(server.connection, `drop database if exists ${template} with (force)`)
    await server.stop()
  }
}
