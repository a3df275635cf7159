import { type PlainDate } from '../kernel/plain-date.ts'
import { type Clock, todayInLondon } from './clock.ts'
import type { Columnar } from './columnar/columnar.ts'
import type { Database } from './database.ts'
import type { FileStore } from './files.ts'
import type { JobQueue } from './jobs/queue.ts'
import type { Mailer } from './mail.ts'

/** Who acts: a person signed in, somebody at the command line, the worker, or nobody (public pages). */
export type Actor =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'command' }
  | { readonly kind: 'worker' }
  | { readonly kind: 'nobody' }

/** What the whole process shares. */
export type Services = {
  readonly database: Database
  readonly files: FileStore
  /** Folder for what can be made again from the database. */
  readonly dataFolder: string
  readonly columnar: Columnar
  readonly jobs: JobQueue
  readonly mailer: Mailer
  readonly clock: Clock
  readonly siteUrl: string
  /** The installation's secret; what is encrypted with a key derived from it cannot be read from the database alone. */
  readonly secret: string
  /** Where a virus scanner (clamd) listens, `tcp://host:3310`; without it, files are kept and marked as not scanned. */
  readonly scannerUrl?: string
  /** Where notices are sent by the client, with the key for it; without it, people enter them there. */
  readonly noticePlatform?: { readonly address: string; readonly key: string }
}

/** What an action or a read is given: the services, and who acts for which authority. */
export type Context = Services & {
  readonly actor: Actor
  readonly authorityId: string | null
}

export const today = (ctx: Pick<Context, 'clock'>): PlainDate => todayInLondon(ctx.clock)

export const actingAs = (services: Services, actor: Actor, authorityId: string | null): Context => ({
  ...services,
  actor,
  authorityId,
})
