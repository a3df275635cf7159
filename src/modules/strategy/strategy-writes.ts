import { actingForNamed } from '#identity'
import type { Command } from '../../platform/command.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import type { Write } from '../../platform/writes/write.ts'
import { commandOfWrite } from '../../platform/writes/write-command.ts'
import { routeOfWrite } from '../../platform/writes/write-route.ts'
import { documentWrites } from './writes/documents.ts'
import { objectiveWrites } from './writes/objectives.ts'
import { priorityWrites } from './writes/priorities.ts'
import { readingWrites } from './writes/readings.ts'
import { roleWrites } from './writes/roles.ts'
import { threadWrites } from './writes/thread.ts'

/** All that a program may write of a strategy, beside whole files of readings and plans on a page. */
export const STRATEGY_WRITES: readonly Write[] = [
  ...documentWrites,
  ...objectiveWrites,
  ...priorityWrites,
  ...readingWrites,
  ...roleWrites,
  ...threadWrites,
]

export const writesApi: readonly ApiRoute[] = STRATEGY_WRITES.map(routeOfWrite)
export const writeCommands: readonly Command[] = STRATEGY_WRITES.map(commandOfWrite(actingForNamed))
