import { actingAuthority } from '#identity'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import type { EventName } from '../../../platform/jobs/queue.ts'
import type { News } from '../letters.ts'
import type { TendersTables } from '../tables.ts'

const EVENTS = {
  published: 'tenderPublished',
  amended: 'tenderAmended',
  extended: 'tenderAmended',
  answered: 'tenderAnswered',
  cancelled: 'tenderCancelled',
} as const satisfies Record<News, EventName>

/** Says what became of a tender, in the transaction of the change; `newsId` keeps its letters from being written twice. */
export const announce = (
  tx: Writer<TendersTables>,
  ctx: Context,
  tenderId: string,
  what: News,
): Promise<void> =>
  ctx.jobs.publish(tx, EVENTS[what], {
    authorityId: actingAuthority(ctx),
    tenderId,
    what,
    newsId: newId(),
  })
