import { z } from 'zod'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { json } from '../../../platform/http/answer.ts'
import type { ApiRoute } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { findInDirectory, listingReport } from '../directory-report.ts'
import { readSearch } from '../directory-search.ts'
import type { Listing } from '../model/directory.ts'
import { openReferralPage, openReferralService } from '../rules/directory/open-referral.ts'
import { EVERY_LISTING, findListing } from '../store/directory/listings.ts'
import type { SupplierTables } from '../tables.ts'

type Db = Reader<SupplierTables>

const text = z.string()
const listing = z.object({
  id: text,
  name: text,
  kind: z.enum(['business', 'vcse']),
  supplies: text,
  categories: z.array(z.object({ scheme: z.literal('CPV'), code: text, name: text })),
  postcode: text,
  covers: text,
  capacity: text,
  accreditations: text,
  socialPurpose: text,
  website: text,
  contact: z.object({ name: text, email: text, phone: text }).nullable(),
  listedAt: text,
})

const pageOf = z.coerce.number().int().min(1).max(100_000).default(1)
const query = z.object({
  q: z.string().max(200).optional().describe('Words, as in a search engine'),
  category: z.string().max(2).optional().describe('A division of the Common Procurement Vocabulary: 85'),
  district: z.string().max(4).optional().describe('A postcode district: NN31'),
  vcse: z.enum(['yes']).optional(),
  page: pageOf,
  size: z.coerce.number().int().min(1).max(100).default(50),
})
const servicesQuery = z.object({
  page: pageOf,
  per_page: z.coerce.number().int().min(1).max(100).default(50),
})

const getListing = async (db: Db, id: string | undefined): Promise<Listing> => {
  const found = id && isId(id) ? await findListing(db, id) : undefined
  if (!found) throw new NotFound('There is no such entry in the directory.')
  return found
}

const open = (
  path: string,
  audit: string,
  summary: string,
  rest: Pick<ApiRoute, 'answer' | 'handle' | 'query'>,
) =>
  ({
    method: 'GET',
    path,
    access: 'public',
    audit,
    page: 'suppliers/api/directory',
    summary,
    ...rest,
  }) as ApiRoute

export const directoryApi: readonly ApiRoute[] = [
  open('/api/v1/directory', 'DIRECTORY_READ', 'Suppliers who chose to be listed, searched and paged', {
    query,
    answer: z.object({ total: z.number(), page: z.number(), suppliers: z.array(listing) }),
    handle: async ({ ctx, query: asked }) => {
      const { page, size, ...words } = asked as z.output<typeof query>
      const { rows, total } = await inReading(ctx, (db: Db) =>
        findInDirectory(db, readSearch(words), page, size),
      )
      return json({ total, page, suppliers: rows.map(listingReport) })
    },
  }),
  open('/api/v1/directory/:entryId', 'DIRECTORY_ENTRY_READ', 'One supplier of the directory', {
    answer: listing,
    handle: async ({ ctx, params }) =>
      json(listingReport(await inReading(ctx, (db: Db) => getListing(db, params.entryId)))),
  }),
  open(
    '/api/v1/open-referral/services',
    'OPEN_REFERRAL_READ',
    'Voluntary, community and social enterprises of the directory in the Open Referral UK shape (HSDS-UK 3.0)',
    {
      query: servicesQuery,
      answer: z.looseObject({ total_items: z.number(), contents: z.array(z.looseObject({ id: text })) }),
      handle: async ({ ctx, query: asked }) => {
        const { page, per_page: size } = asked as z.output<typeof servicesQuery>
        const { rows, total } = await inReading(ctx, (db: Db) =>
          findInDirectory(db, { ...EVERY_LISTING, isVcse: true }, page, size),
        )
        return json(
          openReferralPage(
            rows.map((row) => openReferralService(row, ctx.siteUrl)),
            total,
            page,
            size,
          ),
        )
      },
    },
  ),
  open('/api/v1/open-referral/services/:serviceId', 'OPEN_REFERRAL_READ', 'One of these services', {
    answer: z.looseObject({ id: text, name: text }),
    handle: async ({ ctx, params }) => {
      const found = await inReading(ctx, (db: Db) => getListing(db, params.serviceId))
      if (found.content.kind !== 'vcse') throw new NotFound('There is no such service.')
      return json(openReferralService(found, ctx.siteUrl))
    },
  }),
]
