import { z } from 'zod'
import { NotFound } from '../../platform/errors.ts'
import { json } from '../../platform/http/answer.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import { isId } from '../../platform/ids.ts'
import { inReading } from '../../platform/reading.ts'
import { askApi } from './ask-api.ts'
import { describePurchase } from './describe-purchase.ts'
import { explainPurchase } from './law-of-purchase.ts'
import { type Purchase, STAGES } from './model/purchase.ts'
import { overrideApi } from './override-api.ts'
import { planningApi } from './planning-api.ts'
import { planningWritesApi } from './planning-writes.ts'
import { getPurchase, listPurchases } from './store/purchases.ts'
import type { ProcurementTables } from './tables.ts'

const purchaseSchema = z.looseObject({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  stage: z.enum(STAGES),
  wholeValuePence: z.number().nullable(),
})
const explanationSchema = z.looseObject({
  questions: z.array(z.looseObject({ field: z.string(), question: z.string() })),
  answers: z.array(z.looseObject({ id: z.string(), sentence: z.string() })),
})

const name = 'procurement/api'
type Ask = Parameters<ApiRoute['handle']>[0]

const readOne = ({ ctx, params: { purchaseId = '' } }: Pick<Ask, 'ctx' | 'params'>): Promise<Purchase> => {
  if (!isId(purchaseId)) throw new NotFound('There is no such purchase.')
  return inReading<ProcurementTables, Purchase>(ctx, (db) => getPurchase(db, purchaseId))
}

export const api: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/v1/purchases',
    access: 'procurement.read',
    audit: 'PIPELINE_READ',
    page: `${name}#list`,
    summary: 'The pipeline: every purchase with its stage, value and dates',
    answer: z.object({ purchases: z.array(purchaseSchema) }),
    handle: async ({ ctx }) => {
      const purchases = await inReading<ProcurementTables, Purchase[]>(ctx, listPurchases)
      return json({ purchases: purchases.map(describePurchase) })
    },
  },
  {
    method: 'GET',
    path: '/api/v1/purchases/:purchaseId',
    access: 'procurement.read',
    audit: 'PURCHASE_READ',
    page: `${name}#show`,
    summary: 'One purchase',
    answer: purchaseSchema,
    handle: async (request) => json(describePurchase(await readOne(request))),
  },
  {
    method: 'GET',
    path: '/api/v1/purchases/:purchaseId/law',
    access: 'procurement.read',
    audit: 'PURCHASE_LAW_READ',
    page: `${name}#law`,
    summary: 'What the law says of a purchase, or what has to be answered first. Guidance, not advice',
    answer: explanationSchema,
    handle: async (request) => json(explainPurchase(await readOne(request))),
  },
  ...askApi,
  ...planningApi,
  ...planningWritesApi,
  ...overrideApi,
]
