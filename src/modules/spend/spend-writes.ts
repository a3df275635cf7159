import { actingForNamed } from '#identity'
import type { Command } from '../../platform/command.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import type { Write } from '../../platform/writes/write.ts'
import { commandOfWrite } from '../../platform/writes/write-command.ts'
import { routeOfWrite } from '../../platform/writes/write-route.ts'
import { bookWrites } from './writes/books.ts'
import { networkWrites } from './writes/networks.ts'
import { scenarioWrites } from './writes/scenarios.ts'

/** What a program may write as the pages do, beside files, decisions, groups, surveys and studies. */
export const SPEND_WRITES: readonly Write[] = [...bookWrites, ...networkWrites, ...scenarioWrites]

export const writesApi: readonly ApiRoute[] = SPEND_WRITES.map(routeOfWrite)
export const writeCommands: readonly Command[] = SPEND_WRITES.map(commandOfWrite(actingForNamed))
