import { z } from 'zod'
import { json } from '../../platform/http/answer.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import { importReleases } from './import-releases.ts'
import { noticesApi } from './notices-api.ts'
import * as feed from './pages/open-data/feed.ts'
import { FEED_LIMITS } from './pages/open-data/feed.ts'
import * as processRecord from './pages/open-data/process-record.ts'
import { reviewApi } from './review-api.ts'

const whole = z.string().regex(/^\d{1,15}$/)

export const api: readonly ApiRoute[] = [
  ...noticesApi,
  ...reviewApi,
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
  {
    method: 'POST',
    path: '/api/v1/contracts/import-ocds',
    access: 'contracts.manage',
    audit: 'RELEASES_IMPORTED',
    page: 'publishing/api#import',
    summary: 'Bring contracts published as OCDS (releases, packages, records, JSON Lines) into the register',
    limitPerMinute: 30,
    body: z.object({
      ocds: z
        .string()
        .max(1_000_000)
        .describe('the text of the file; larger ones by the page or the command line'),
      buyer: z.string().max(200).default('').describe('take only contracts of this buyer; empty for any'),
    }),
    answer: z.object({
      releases: z.number(),
      added: z.number(),
      changed: z.number(),
      same: z.number(),
      leftOut: z.array(z.string()),
      leftOutCount: z.number(),
    }),
    handle: async ({ ctx, body }) => {
      const { ocds, buyer } = body as { ocds: string; buyer: string }
      return json(await importReleases(ctx, { name: 'API', content: [ocds] }, buyer), 201)
    },
  },
]
