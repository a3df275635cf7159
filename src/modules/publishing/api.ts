import { z } from 'zod'
import type { ApiRoute } from '../../platform/http/route.ts'
import * as feed from './pages/open-data/feed.ts'
import { FEED_LIMITS } from './pages/open-data/feed.ts'
import * as processRecord from './pages/open-data/process-record.ts'

const whole = z.string().regex(/^\d{1,15}$/)

export const api: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/v1/open-data/releases',
    access: 'public',
    audit: 'RELEASE_FEED_READ',
    page: 'publishing/api#releases',
    summary: 'OCDS releases after a cursor, in the order of publication; no release is ever missed',
    limitPerMinute: 300,
    query: z.object({
      after: whole.optional().describe('the cursor of the last answer'),
      limit: whole.optional().describe(`at most ${FEED_LIMITS.most}`),
      publisher: z.string().max(80).optional().describe('northmere-city-council'),
    }),
    answer: z.object({
      cursor: z.string(),
      isEnd: z.boolean(),
      next: z.string(),
      releases: z.array(z.unknown()),
    }),
    handle: ({ ctx, query, path }) => feed.get({ ctx, query, path }),
  },
  {
    method: 'GET',
    path: '/api/v1/open-data/processes/:ocid',
    access: 'public',
    audit: 'PROCESS_READ',
    page: 'publishing/api#process',
    summary: 'One process as an OCDS record package: releases, compiled and versioned',
    limitPerMinute: 300,
    answer: z.object({ records: z.array(z.unknown()) }),
    handle: ({ ctx, params }) => processRecord.get({ ctx, params }),
  },
]
