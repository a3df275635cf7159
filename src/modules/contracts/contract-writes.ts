import { actingForNamed } from '#identity'
import type { Command } from '../../platform/command.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import type { Write } from '../../platform/writes/write.ts'
import { commandOfWrite } from '../../platform/writes/write-command.ts'
import { routeOfWrite } from '../../platform/writes/write-route.ts'
import { changeApproval, changeWrites } from './writes/changes.ts'
import { commitmentWrites } from './writes/commitments.ts'
import { deliveryWrites } from './writes/deliveries.ts'
import { indicatorWrites } from './writes/indicators.ts'
import { invoiceWrites } from './writes/invoices.ts'
import { noticeApproval, noticeWrites } from './writes/notices.ts'
import { optionWrites } from './writes/options.ts'
import { registerWrites } from './writes/register.ts'
import { reviewWrites } from './writes/reviews.ts'
import { supplierWrites } from './writes/suppliers.ts'

const writes: readonly Write[] = [
  ...registerWrites,
  ...deliveryWrites,
  ...commitmentWrites,
  ...invoiceWrites,
  ...indicatorWrites,
  ...reviewWrites,
  ...changeWrites,
  ...optionWrites,
  ...supplierWrites,
  ...noticeWrites,
]

/** All that a program may write of contracts in their life; approvals by the API alone. */
export const CONTRACT_WRITES: readonly Write[] = [...writes, changeApproval, noticeApproval]

export const writesApi: readonly ApiRoute[] = CONTRACT_WRITES.map(routeOfWrite)
/** `goldthread contracts deliveries decide` and its sisters: what a program may write, as JSON on standard input. */
export const writeCommands: readonly Command[] = writes.map(commandOfWrite(actingForNamed))
