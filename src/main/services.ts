import { join } from 'node:path'
import { Client, type ClientConfig } from 'pg'
import { installShippedFrameworks } from '#measures'
import { systemClock } from '../platform/clock.ts'
import { folderColumnar } from '../platform/columnar/columnar.ts'
import type { Services } from '../platform/context.ts'
import { openDatabase } from '../platform/database.ts'
import { type EmbeddedServer, startEmbeddedPostgres } from '../platform/embedded-postgres.ts'
import { Unusable } from '../platform/errors.ts'
import { folderFileStore } from '../platform/files.ts'
import { type Job, openQueue, prepareJobs } from '../platform/jobs/queue.ts'
import { type Mailer, mailboxMailer, noMailer, smtpMailer } from '../platform/mail.ts'
import { migrate } from '../platform/migrations.ts'
import { type Config, checkDataFolder } from './config.ts'
import { sessionSecret } from './secret.ts'

export type OpenServices = {
  readonly services: Services
  /** The owner's connection; only migrations, proofs and back-ups use it. */
  readonly owner: ClientConfig
  readonly close: () => Promise<void>
}

const DATABASE_NAME = 'goldthread'
const DUPLICATE_DATABASE = '42P04'

const createDatabase = async (server: EmbeddedServer): Promise<ClientConfig> => {
  const client = new Client(server.connection)
  await client.connect()
  try {
    await client.query(`create database ${DATABASE_NAME}`)
  } catch (error) {
    if ((error as { code?: string }).code !== DUPLICATE_DATABASE) throw error
  } finally {
    await client.end()
  }
  return { ...server.connection, database: DATABASE_NAME }
}

/** The database to work on: the server that DATABASE_URL names, or the embedded one, started where it sleeps. */
export const openOwner = async (
  config: Config,
): Promise<{ owner: ClientConfig; stop: () => Promise<void> }> => {
  checkDataFolder(config.dataFolder)
  if (config.databaseUrl)
    return { owner: { connectionString: config.databaseUrl }, stop: async () => undefined }
  const server = await startEmbeddedPostgres(config.dataFolder)
  return { owner: await createDatabase(server), stop: server.stop }
}

const explainConnection = (error: unknown): never => {
  const { code, message } = error as { code?: string; message: string }
  const unreachable =
    code?.startsWith('ECONN') || code === 'ENOTFOUND' || code?.startsWith('28') || code === '3D000'
  if (unreachable)
    throw new Unusable(`The PostgreSQL server that DATABASE_URL names cannot be used: ${message}.`)
  throw error
}

const mailerFor = (config: Config): Mailer => {
  if (config.smtpUrl) return smtpMailer(config.smtpUrl, config.mailFrom)
  return config.isDemonstration ? mailboxMailer : noMailer
}

/** Opens everything that a process needs, with the database brought up to date. */
export const openServices = async (
  config: Config,
  jobs: (services: Services) => readonly Job[],
): Promise<OpenServices> => {
  const { owner, stop } = await openOwner(config)
  try {
    await migrate(owner)
  } catch (error) {
    await stop()
    return explainConnection(error)
  }
  const database = openDatabase(owner)
  const mailer = mailerFor(config)
  const services: Services = {
    database,
    files: folderFileStore(join(config.dataFolder, 'files')),
    dataFolder: config.dataFolder,
    columnar: folderColumnar(join(config.dataFolder, 'calculator')),
    jobs: openQueue(database),
    mailer,
    clock: systemClock,
    siteUrl: config.siteUrl,
    secret: sessionSecret(config),
    ...(config.scannerUrl === undefined ? {} : { scannerUrl: config.scannerUrl }),
    ...(config.noticePlatform === undefined ? {} : { noticePlatform: config.noticePlatform }),
  }
  await prepareJobs(owner, jobs(services))
  await installShippedFrameworks(services)
  const close = async (): Promise<void> => {
    mailer.close()
    await services.columnar.close()
    await database.close()
    await stop()
  }
  return { services, owner, close }
}
