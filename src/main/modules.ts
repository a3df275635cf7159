import * as bids from '#bids'
import * as budget from '#budget'
import * as contracts from '#contracts'
import * as evaluation from '#evaluation'
import * as identity from '#identity'
import * as measures from '#measures'
import * as places from '#places'
import * as procurement from '#procurement'
import * as publishing from '#publishing'
import * as scoring from '#scoring'
import * as sealing from '#sealing'
import * as spend from '#spend'
import * as strategy from '#strategy'
import * as suppliers from '#suppliers'
import * as tenders from '#tenders'
import type { Command } from '../platform/command.ts'
import type { Services } from '../platform/context.ts'
import type { ApiRoute, PageRoute } from '../platform/http/route.ts'
import type { Job } from '../platform/jobs/queue.ts'
import { sendMailJob } from '../platform/jobs/send-mail.ts'
import { sitePages } from './site/routes.ts'

/** What a module puts on the site, into the worker and on the command line. */
type Module = {
  readonly pages?: readonly PageRoute[]
  readonly api?: readonly ApiRoute[]
  readonly commands?: readonly Command[]
  readonly jobs?: (services: Services) => readonly Job[]
}

/** Every module, in the order of the map. */
const MODULES: readonly Module[] = [
  identity,
  places,
  suppliers,
  spend,
  measures,
  strategy,
  scoring,
  procurement,
  sealing,
  tenders,
  bids,
  evaluation,
  contracts,
  budget,
  publishing,
]

export const allApi: readonly ApiRoute[] = MODULES.flatMap((module) => module.api ?? [])
export const allPages = (isDemonstration: boolean): readonly PageRoute[] => [
  ...sitePages(allApi, isDemonstration),
  ...MODULES.flatMap((module) => module.pages ?? []),
]
export const moduleCommands: readonly Command[] = MODULES.flatMap((module) => module.commands ?? [])
export const allJobs = (services: Services): readonly Job[] => [
  sendMailJob(services),
  ...MODULES.flatMap((module) => module.jobs?.(services) ?? []),
]
