import { actingForNamed } from '#identity'
import type { Command } from '../../platform/command.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import type { Write } from '../../platform/writes/write.ts'
import { commandOfWrite } from '../../platform/writes/write-command.ts'
import { routeOfWrite } from '../../platform/writes/write-route.ts'
import { listOthersRoute, otherWrites } from './writes/others.ts'
import { ownStatementsRoute, statementWrites } from './writes/statements.ts'

/** All that a program may write of a budget, beside whole files. */
export const BUDGET_WRITES: readonly Write[] = [...otherWrites, ...statementWrites]

export const writesApi: readonly ApiRoute[] = [
  listOthersRoute,
  ownStatementsRoute,
  ...BUDGET_WRITES.map(routeOfWrite),
]
export const writeCommands: readonly Command[] = otherWrites.map(commandOfWrite(actingForNamed))
