import { z } from 'zod'
import type { Reader } from '../../platform/database.ts'
import { json } from '../../platform/http/answer.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import { inReading } from '../../platform/reading.ts'
import { reportNamed } from './report-version.ts'
import { listShared } from './store/sharing.ts'
import type { StrategyTables } from './tables.ts'
import { DOCUMENT_PATH, versionAnswer } from './writes/draft-write.ts'
import { rolesOf } from './writes/named.ts'
import { roleAnswer } from './writes/roles.ts'

const decimal = z.string().describe('a decimal, exactly as it was recorded')
const code = z.object({ framework: z.string(), code: z.string() })
const seen = z
  .string()
  .describe('what it says now, in short; send it with a change, so that none is written over')
export const priorityAnswer = z.object({
  id: z.string(),
  seen,
  code: z.string(),
  documentId: z.string(),
  version: z.number(),
  objective: z.string().describe('the id of the objective it hangs under'),
  title: z.string(),
  plainWords: z.string(),
  description: z.string(),
  places: z.array(z.object({ code: z.string(), name: z.string() })).describe('empty: the whole area'),
  indicator: z.string(),
  unit: z.string(),
  direction: z.enum(['up', 'down']).describe('which way is better'),
  baseline: decimal.nullable(),
  baselineOn: z.string().nullable(),
  targets: z.array(z.object({ year: z.string(), value: decimal })),
  outcomes: z.array(code),
  measures: z.array(code),
  owner: z.object({ role: z.string(), person: z.string().nullable() }).nullable(),
  origin: z.string().nullable().describe('the organisation that shared it'),
})

const versionQuery = z.object({
  version: z.coerce
    .number()
    .int()
    .min(1)
    .max(999_999)
    .optional()
    .describe('the one that counts today, if left out'),
})

/** What a program reads of a document before it writes in it. */
export const documentApi: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: DOCUMENT_PATH,
    access: 'strategy.read',
    audit: 'DOCUMENT_READ',
    page: 'strategy/document-api#show',
    summary:
      'One version of a document, by short name or id, with all beneath it, its steps and its other versions',
    query: versionQuery,
    answer: versionAnswer.extend({
      seen,
      objectives: z.array(
        z.object({
          id: z.string(),
          seen,
          title: z.string(),
          description: z.string(),
          priorities: z.array(priorityAnswer),
        }),
      ),
      steps: z.array(
        z.object({ status: z.string(), decidedOn: z.string(), note: z.string(), personName: z.string() }),
      ),
      versions: z.array(z.object({ version: z.number(), status: z.string() })),
    }),
    handle: async ({ ctx, params: { document = '' }, query }) =>
      json(await reportNamed(ctx, document, (query as z.output<typeof versionQuery>).version)),
  },
  {
    method: 'GET',
    path: '/api/v1/strategy/roles',
    access: 'strategy.read',
    audit: 'OWNER_ROLES_READ',
    page: 'strategy/document-api#roles',
    summary: 'The roles that may answer for priorities, and who held them when',
    answer: z.object({ roles: z.array(roleAnswer) }),
    handle: async ({ ctx }) => json({ roles: await rolesOf(ctx) }),
  },
  {
    method: 'GET',
    path: '/api/v1/strategy/shared',
    access: 'strategy.read',
    audit: 'SHARED_PRIORITIES_READ',
    page: 'strategy/document-api#shared',
    summary: 'The priorities that organisations here share, newest first',
    answer: z.object({
      shared: z.array(z.looseObject({ id: z.string(), organisationName: z.string(), content: z.unknown() })),
    }),
    handle: async ({ ctx }) =>
      json({ shared: await inReading(ctx, (db: Reader<StrategyTables>) => listShared(db)) }),
  },
]
