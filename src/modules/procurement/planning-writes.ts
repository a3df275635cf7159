import { actingForNamed } from '#identity'
import type { Command } from '../../platform/command.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import type { Write } from '../../platform/writes/write.ts'
import { commandOfWrite } from '../../platform/writes/write-command.ts'
import { routeOfWrite } from '../../platform/writes/write-route.ts'
import { askWrites } from './writes/ask.ts'
import { deliveryModelWrites } from './writes/delivery-model.ts'
import { engagementWrites } from './writes/engagement.ts'
import { impactWrites } from './writes/impact.ts'
import { lawFactsWrites } from './writes/law-facts.ts'
import { newPurchaseWrite, purchaseWrites } from './writes/purchase.ts'
import { weightPolicyWrite } from './writes/weight-policy.ts'

/** All that a program may write of the planning of a purchase that is there. */
export const PLANNING_WRITES: readonly Write[] = [
  ...purchaseWrites,
  ...lawFactsWrites,
  ...impactWrites,
  ...deliveryModelWrites,
  ...engagementWrites,
  ...askWrites,
]

const all = [newPurchaseWrite, weightPolicyWrite, ...PLANNING_WRITES]
export const planningWritesApi: readonly ApiRoute[] = all.map(routeOfWrite)
/** `goldthread pipeline delivery-model set` and its sisters: what a program may write, as JSON on standard input. */
export const writeCommands: readonly Command[] = all.map(commandOfWrite(actingForNamed))
