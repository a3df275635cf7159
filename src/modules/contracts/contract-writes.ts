import { actingForNamed } from '#identity'
import type { Command } from '../../platform/command.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import type { Write } from '../../platform/writes/write.ts'
import { commandOfWrite } from '../../platform/writes/write-command.ts'
import { routeOfWrite } from '../../platform/writes/write-route.ts'
import { commitmentWrites } from './writes/commitments.ts'
import { deliveryWrites } from './writes/deliveries.ts'
import { invoiceWrites } from './writes/invoices.ts'

/** All that a program may write of contracts in their life. */
export const CONTRACT_WRITES: readonly Write[] = [...deliveryWrites, ...commitmentWrites, ...invoiceWrites]

export const writesApi: readonly ApiRoute[] = CONTRACT_WRITES.map(routeOfWrite)
/** `goldthread contracts deliveries decide` and its sisters: what a program may write, as JSON on standard input. */
export const writeCommands: readonly Command[] = CONTRACT_WRITES.map(commandOfWrite(actingForNamed))
