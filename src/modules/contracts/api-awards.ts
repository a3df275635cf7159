import { z } from 'zod'
import { parsePlainDate } from '../../kernel/plain-date.ts'
import type { Reader } from '../../platform/database.ts'
import { NotFound } from '../../platform/errors.ts'
import { json } from '../../platform/http/answer.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import { isId } from '../../platform/ids.ts'
import { inReading } from '../../platform/reading.ts'
import { takingSentence } from './messages/awards.ts'
import { listWaitingAwards } from './read-awards.ts'
import type { ContractsTables } from './tables.ts'
import { takeAward } from './take-award.ts'

const isDay = (text: string): boolean => parsePlainDate(text) !== undefined
const day = z.string().refine(isDay, 'Enter a day as 2026-03-31').describe('2026-03-31')

const takeBody = z.object({
  reference: z.string().trim().min(1).max(100).optional().describe('that of the tender where it is left out'),
  startsOn: day,
  endsOn: day.nullable().describe('null for a contract that rolls on'),
  manager: z.string().trim().min(1).max(200),
})

/** Awards that wait for a contract, and the contract made of one, with what tender and purchase know already. */
export const awardRoutes: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/v1/contracts/awards',
    access: 'contracts.read',
    audit: 'WAITING_AWARDS_READ',
    page: 'contracts/api-awards#list',
    summary: 'Final awards that no contract was made of',
    answer: z.object({
      awards: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          reference: z.string(),
          supplierName: z.string(),
          pricePence: z.number().nullable().describe('as bid, without VAT'),
          signedOn: z.string(),
        }),
      ),
    }),
    handle: async ({ ctx }) =>
      json({ awards: await inReading(ctx, (db: Reader<ContractsTables>) => listWaitingAwards(db)) }),
  },
  {
    method: 'POST',
    path: '/api/v1/contracts/awards/:awardId',
    access: 'contracts.manage',
    audit: 'CONTRACT_MADE_OF_AWARD',
    page: 'contracts/api-awards#take',
    summary: 'Make the contract of an award: supplier, price and promises are taken over as they were bid',
    body: takeBody,
    answer: z.object({ contractId: z.string() }),
    handle: async ({ ctx, params, body }) => {
      const id = params.awardId ?? ''
      if (!isId(id)) throw new NotFound('There is no final award here of this address.')
      const made = await takeAward(ctx, id, body as z.infer<typeof takeBody>)
      if (made.ok) return json({ contractId: made.value }, 201)
      const title = takingSentence(made).message
      return json({ type: 'about:blank', title, status: 422, code: made.refusal }, 422)
    },
  },
]
