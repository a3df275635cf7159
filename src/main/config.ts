import { existsSync, readdirSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { Unusable } from '../platform/errors.ts'

const onOff = (name: string) => z.enum(['on', 'off'], { error: `${name} is "on" or "off"` })

const Environment = z.object({
  PORT: z.coerce
    .number({ error: 'PORT is a number, for example 3000' })
    .int('PORT is a whole number')
    .min(0, 'PORT is between 0 and 65535')
    .max(65535, 'PORT is between 0 and 65535')
    .default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  GOLDTHREAD_DATA: z.string().min(1, 'GOLDTHREAD_DATA is the path of a folder').default('./data'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'DATABASE_URL looks like postgres://user:password@host:5432/name',
    })
    .optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'SMTP_URL looks like smtp://user:password@host:587' })
    .optional(),
  MAIL_FROM: z.string().default('Goldthread <no-reply@localhost>'),
  GOLDTHREAD_URL: z
    .url({ protocol: /^https?$/, error: 'GOLDTHREAD_URL looks like https://goldthread.example.gov.uk' })
    .optional(),
  GOLDTHREAD_SECRET: z.string().min(32, 'GOLDTHREAD_SECRET has at least 32 characters').optional(),
  CLAMD_URL: z.url({ protocol: /^tcp$/, error: 'CLAMD_URL looks like tcp://clamd:3310' }).optional(),
  NOTICES_URL: z
    .url({
      protocol: /^https$/,
      error: 'NOTICES_URL looks like https://www.find-tender.service.gov.uk/api/latest',
    })
    .optional(),
  NOTICES_KEY: z.string().min(8, 'NOTICES_KEY is the key made on the platform').optional(),
  GOLDTHREAD_DEMONSTRATION: onOff('GOLDTHREAD_DEMONSTRATION').optional(),
})

export type Config = Readonly<{
  port: number
  host: string
  /** Folder of the embedded database and of stored files. */
  dataFolder: string
  /** A PostgreSQL server; undefined means the embedded one. */
  databaseUrl: string | undefined
  smtpUrl: string | undefined
  mailFrom: string
  /** The address people reach the site under, for links in mail. */
  siteUrl: string
  /** Signs session cookies; undefined means one kept in the data folder. */
  secret: string | undefined
  /** The virus scanner that looks at evidence; undefined means none. */
  scannerUrl: string | undefined
  /** Where notices are sent, and the authority's key there; undefined means that they are entered by hand. */
  noticePlatform: { readonly address: string; readonly key: string } | undefined
  isDemonstration: boolean
}>

/** Reads the settings, or throws Unusable with one sentence for each wrong one. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(present)
  if (!parsed.success) {
    throw new Unusable(
      parsed.error.issues.map((issue) => `Setting ${issue.path.join('.')}: ${issue.message}.`).join('\n'),
    )
  }
  const e = parsed.data
  if ((e.NOTICES_URL === undefined) !== (e.NOTICES_KEY === undefined))
    throw new Unusable('Settings NOTICES_URL and NOTICES_KEY: set both, or neither.')
  return Object.freeze({
    port: e.PORT,
    host: e.HOST,
    dataFolder: resolve(e.GOLDTHREAD_DATA),
    databaseUrl: e.DATABASE_URL,
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM,
    siteUrl: e.GOLDTHREAD_URL ?? `http://localhost:${e.PORT}`,
    secret: e.GOLDTHREAD_SECRET,
    scannerUrl: e.CLAMD_URL,
    noticePlatform:
      e.NOTICES_URL && e.NOTICES_KEY ? { address: e.NOTICES_URL, key: e.NOTICES_KEY } : undefined,
    isDemonstration: (e.GOLDTHREAD_DEMONSTRATION ?? (e.DATABASE_URL ? 'off' : 'on')) === 'on',
  })
}

const OURS = new Set(['postgres', 'postgres.log', 'files', 'matching', 'calculator', 'assets', 'secret'])

/** Refuses a data folder that is a file or holds somebody else's things, before anything is written there. */
export const checkDataFolder = (folder: string): void => {
  if (!existsSync(folder)) return
  if (!statSync(folder).isDirectory()) {
    throw new Unusable(`The data folder ${folder} is a file. Set GOLDTHREAD_DATA to a folder.`)
  }
  const names = readdirSync(folder)
  if (names.length > 0 && !names.some((name) => OURS.has(name))) {
    throw new Unusable(
      `The folder ${folder} holds something that is not Goldthread's. Set GOLDTHREAD_DATA to an empty or new folder.`,
    )
  }
}
