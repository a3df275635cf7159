import { z } from 'zod'
import type { Reader } from '../../../platform/database.ts'
import { json } from '../../../platform/http/answer.ts'
import type { ApiRoute } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { searchQuery, tenderAnswer } from '../api-schemas.ts'
import { fitsJson, opportunityJson, tenderJson } from '../describe-tender.ts'
import { readFits } from '../read-fits.ts'
import { readOpportunity } from '../read-opportunity.ts'
import { readSearch } from '../read-search.ts'
import { countOpportunities, searchOpportunities } from '../store/search.ts'
import type { TendersTables } from '../tables.ts'

const PAGE_SIZE = 20

export const opportunityRoutes: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/v1/opportunities',
    access: 'public',
    audit: 'OPPORTUNITIES_READ',
    page: 'tenders/api/opportunities#list',
    summary: 'Search published tenders of all authorities, 20 a page',
    query: searchQuery,
    answer: z.object({
      serverTime: z.string(),
      total: z.number(),
      page: z.number(),
      opportunities: z.array(tenderAnswer),
    }),
    handle: async ({ ctx, query }) => {
      const asked = query as z.infer<typeof searchQuery>
      const page = Math.max(1, Number.parseInt(asked.page ?? '1', 10) || 1)
      const now = ctx.clock.now()
      const search = readSearch(asked)
      return inReading(ctx, async (db: Reader<TendersTables>) => {
        const part = { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }
        const found = await searchOpportunities(db, search, now, part)
        return json({
          serverTime: now.toISOString(),
          total: await countOpportunities(db, search, now),
          page,
          opportunities: found.map((tender) => tenderJson(tender, now)),
        })
      })
    },
  },
  {
    method: 'GET',
    path: '/api/v1/opportunities/:reference',
    access: 'public',
    audit: 'OPPORTUNITY_READ',
    page: 'tenders/api/opportunities#show',
    summary: 'One published tender: questions, lots, criteria, documents, answers, and every change',
    answer: tenderAnswer.extend({
      serverTime: z.string(),
      buyer: z.string(),
      planPath: z.string().nullable(),
      content: z.unknown(),
      documents: z.array(z.unknown()),
      answers: z.array(z.unknown()),
      versions: z.array(z.unknown()),
      extensions: z.array(z.unknown()),
      outages: z.array(z.unknown()),
    }),
    handle: async ({ ctx, params }) => {
      const found = await inReading(ctx, (db: Reader<TendersTables>) =>
        readOpportunity(db, params.reference ?? ''),
      )
      return json(opportunityJson(found, ctx.clock.now()))
    },
  },
  {
    method: 'GET',
    path: '/api/v1/directory/:entryId/opportunities',
    access: 'public',
    audit: 'OPPORTUNITIES_READ',
    page: 'tenders/api/opportunities#fits',
    summary: 'Open opportunities that fit a supplier of the directory, by category and place',
    answer: z.object({
      supplier: z.object({ id: z.string(), name: z.string() }),
      opportunities: z.array(
        tenderAnswer.extend({ buyer: z.string(), nearness: z.enum(['near', 'covers', 'elsewhere']) }),
      ),
    }),
    handle: async ({ ctx, params }) =>
      json(fitsJson(await readFits(ctx, params.entryId ?? ''), ctx.clock.now())),
  },
]
