import { NotFound } from '../../platform/errors.ts'
import { json } from '../../platform/http/answer.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import { isId } from '../../platform/ids.ts'
import { askWrites } from './writes/ask.ts'
import { deliveryModelWrites } from './writes/delivery-model.ts'
import { engagementWrites } from './writes/engagement.ts'
import { impactWrites } from './writes/impact.ts'
import { lawFactsWrites } from './writes/law-facts.ts'
import { purchaseWrites } from './writes/purchase.ts'
import type { PlanningWrite } from './writes/write.ts'

/** All that a program may write of the planning of a purchase. */
export const PLANNING_WRITES: readonly PlanningWrite[] = [
  ...purchaseWrites,
  ...lawFactsWrites,
  ...impactWrites,
  ...deliveryModelWrites,
  ...engagementWrites,
  ...askWrites,
]

const routeOf = ({ command: _command, example: _example, write, ...row }: PlanningWrite): ApiRoute => ({
  ...row,
  path: ['/api/v1/purchases/:purchaseId', ...(row.path === '' ? [] : [row.path])].join('/'),
  page: `procurement/planning-writes#${row.path.replaceAll('/', '-') || 'change'}`,
  handle: async ({ ctx, params: { purchaseId = '' }, body }) => {
    if (!isId(purchaseId)) throw new NotFound('There is no such purchase.')
    const written = await write(ctx, purchaseId, body)
    return written.ok
      ? json(written.value, written.isNew ? 201 : 200)
      : json({ refusal: written.refusal, detail: written.detail }, 422)
  },
})

export const planningWritesApi: readonly ApiRoute[] = PLANNING_WRITES.map(routeOf)
