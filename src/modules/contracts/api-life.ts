import { z } from 'zod'
import { today } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { json } from '../../platform/http/answer.ts'
import { idOf, optionalText } from '../../platform/http/fields.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import { inReading } from '../../platform/reading.ts'
import { deliveryQuestion, listedDeliveryJson } from './delivery-list.ts'
import { invoicesAnswer, reportInvoices } from './invoice-report.ts'
import { DELIVERY_FILTERS, type DeliveryFilter } from './messages/deliveries.ts'
import { contractNamed } from './named-contract.ts'
import { changeAnswer, changeJson, readChange } from './read-change.ts'
import { deliveryJson, readDelivery } from './read-delivery.ts'
import { readLife } from './read-life.ts'
import { noticeAnswer, noticeJson, readNotice } from './read-notice.ts'
import { countDeliveries, findDeliveries } from './store/list-deliveries.ts'
import type { ContractsTables } from './tables.ts'
import { deliveryAnswer } from './writes/deliveries.ts'

const day = z.string().describe('2026-03-31')
const PAGE_SIZE = 100
const FILTERS = Object.keys(DELIVERY_FILTERS) as [DeliveryFilter, ...DeliveryFilter[]]

const deliveriesQuery = z.object({
  status: z
    .enum(FILTERS)
    .optional()
    .describe('waiting, unless it is said or all of one contract is asked for'),
  contract: z.string().max(100).optional().describe('by id or reference'),
  search: optionalText('words', 200),
  from: day.optional().describe('ended on this day or later'),
  to: day.optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1).describe(`${PAGE_SIZE} at a time`),
})

/** What happened to contracts: deliveries, invoices, indicators, reviews and changes. */
export const lifeRoutes: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/v1/deliveries',
    access: 'contracts.read',
    audit: 'DELIVERIES_READ',
    page: 'contracts/api-life#deliveries',
    summary: 'Deliveries that wait for a decision, or others, oldest report first',
    query: deliveriesQuery,
    answer: z.object({ total: z.number(), page: z.number(), deliveries: z.array(deliveryAnswer) }),
    handle: async ({ ctx, query }) => {
      const { page, contract, ...asked } = query as unknown as z.output<typeof deliveriesQuery>
      const named = contract === undefined ? undefined : (await contractNamed(ctx, contract)).id
      const question = deliveryQuestion({ ...asked, contract: named })
      const part = {
        order: 'since',
        isDown: false,
        limit: PAGE_SIZE,
        offset: (page - 1) * PAGE_SIZE,
      } as const
      return json(
        await inReading(ctx, async (db: Reader<ContractsTables>) => ({
          total: await countDeliveries(db, question),
          page,
          deliveries: (await findDeliveries(db, question, part)).map(listedDeliveryJson),
        })),
      )
    },
  },
  {
    method: 'GET',
    path: '/api/v1/deliveries/:deliveryId',
    access: 'contracts.read',
    audit: 'DELIVERY_READ',
    page: 'contracts/api-life#delivery',
    summary: 'One delivery with its steps and evidence, and what is counted already that may be the same',
    answer: deliveryAnswer,
    handle: async (request) => {
      const id = idOf(request, 'deliveryId')
      return json(
        await inReading(request.ctx, async (db: Reader<ContractsTables>) =>
          deliveryJson(await readDelivery(db, id)),
        ),
      )
    },
  },
  {
    method: 'GET',
    path: '/api/v1/contracts/:contractId/invoices',
    access: 'contracts.read',
    audit: 'INVOICES_READ',
    page: 'contracts/api-life#invoices',
    summary: 'How the invoices of a contract were paid, with what payment files say of each',
    answer: invoicesAnswer,
    handle: async ({ ctx, params }) => {
      const contract = await contractNamed(ctx, params.contractId ?? '')
      return json(
        await inReading(ctx, (db: Reader<ContractsTables>) => reportInvoices(db, contract, today(ctx))),
      )
    },
  },
  {
    method: 'GET',
    path: '/api/v1/contracts/:contractId/life',
    access: 'contracts.read',
    audit: 'CONTRACT_LIFE_READ',
    page: 'contracts/api-life#life',
    summary:
      'Indicators with their assessments, reviews with their actions, changes and notices of a contract',
    answer: z.object({
      indicators: z.array(z.looseObject({ id: z.string(), title: z.string(), nextDueOn: day.nullable() })),
      reviews: z.array(z.looseObject({ id: z.string(), title: z.string(), plannedOn: day })),
      notices: z.array(z.looseObject({ id: z.string(), kind: z.string(), status: z.string() })),
      changes: z.array(z.looseObject({ id: z.string(), title: z.string(), status: z.string() })),
    }),
    handle: async ({ ctx, params }) => {
      const { id } = await contractNamed(ctx, params.contractId ?? '')
      return json(await inReading(ctx, (db: Reader<ContractsTables>) => readLife(db, id)))
    },
  },
  {
    method: 'GET',
    path: '/api/v1/contracts/:contractId/changes/:adjustmentId',
    access: 'contracts.read',
    audit: 'ADJUSTMENT_READ',
    page: 'contracts/api-life#change',
    summary: 'A change with every way of section 74, its cap, the running totals and who has approved it',
    answer: changeAnswer,
    handle: async (request) => {
      const { ctx, params } = request
      const { id } = await contractNamed(ctx, params.contractId ?? '')
      return json(
        await inReading(ctx, async (db: Reader<ContractsTables>) =>
          changeJson(await readChange(db, id, idOf(request, 'adjustmentId'), today(ctx))),
        ),
      )
    },
  },
  {
    method: 'GET',
    path: '/api/v1/contracts/:contractId/performance-notices/:noticeId',
    access: 'contracts.read',
    audit: 'PERFORMANCE_NOTICE_READ',
    page: 'contracts/api-life#notice',
    summary: 'A notice of performance on its way: the chance to improve, the law and who has approved it',
    answer: noticeAnswer,
    handle: async (request) => {
      const { ctx, params } = request
      const { id } = await contractNamed(ctx, params.contractId ?? '')
      return json(
        await inReading(ctx, async (db: Reader<ContractsTables>) =>
          noticeJson(await readNotice(db, id, idOf(request, 'noticeId'))),
        ),
      )
    },
  },
]
