import { z } from 'zod'
import { today } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { NotFound } from '../../platform/errors.ts'
import { json } from '../../platform/http/answer.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import { isId } from '../../platform/ids.ts'
import { inReading } from '../../platform/reading.ts'
import { describeAsk } from './describe-ask.ts'
import { ASK_METHODS, ASK_STATUSES, CRITERION_KINDS, EXISTING_CREDITS, INDEXATIONS } from './model/ask.ts'
import { readAsk } from './read-ask.ts'
import type { ProcurementTables } from './tables.ts'

const decimal = z.string().describe('a decimal, exactly as it was written')
const askSchema = z.object({
  purchaseId: z.string(),
  number: z.number(),
  title: z.string(),
  status: z.enum([...ASK_STATUSES, 'not-begun']),
  revision: z.number(),
  fingerprint: z.string().nullable().describe('SHA-256 of the criteria, as goldthread score works it out'),
  introduction: z.string(),
  lines: z.array(
    z.looseObject({
      framework: z.string(),
      measure: z.string(),
      name: z.string(),
      minimum: decimal.nullable(),
      existing: z.enum(EXISTING_CREDITS),
      indexation: z.enum(INDEXATIONS),
    }),
  ),
  criteria: z.array(
    z.looseObject({
      name: z.string(),
      kind: z.enum(CRITERION_KINDS),
      weight: decimal,
      method: z.enum(ASK_METHODS),
    }),
  ),
  lots: z.array(z.looseObject({ name: z.string(), valuePence: z.number().nullable() })),
  missing: z.array(z.object({ code: z.string(), severity: z.enum(['stops', 'asks']), sentence: z.string() })),
})

export const askApi: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/v1/purchases/:purchaseId/ask',
    access: 'procurement.read',
    audit: 'ASK_READ',
    page: 'procurement/api#ask',
    summary: 'What a purchase asks for, how bids are compared, and what is missing before it is ready',
    answer: askSchema,
    handle: async ({ ctx, params: { purchaseId = '' } }) => {
      if (!isId(purchaseId)) throw new NotFound('There is no such purchase.')
      const seen = await inReading(ctx, (db: Reader<ProcurementTables>) =>
        readAsk(db, purchaseId, today(ctx)),
      )
      return json(describeAsk(seen))
    },
  },
]
