import { z } from 'zod'
import type { Reader } from '../../platform/database.ts'
import { NotFound } from '../../platform/errors.ts'
import { json } from '../../platform/http/answer.ts'
import { textField } from '../../platform/http/fields.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import { inReading } from '../../platform/reading.ts'
import { importReadings } from './actions/readings.ts'
import { documentApi, priorityAnswer } from './document-api.ts'
import { faultSentence, refusalSentence } from './messages.ts'
import { TEXT_LIMITS } from './model.ts'
import { publishNamed } from './publish-named.ts'
import { MOST_READING_BYTES } from './rules/read-readings-file.ts'
import { isNodeKind, NODE_KINDS } from './rules/thread.ts'
import { listPlansAt } from './store/plans.ts'
import { reportOrphans, reportPriority, reportStrategy, reportThread } from './strategy-report.ts'
import { writesApi } from './strategy-writes.ts'
import type { StrategyTables } from './tables.ts'

const decimal = z.string().describe('a decimal, exactly as it was recorded')
const node = z.object({
  kind: z.enum(Object.keys(NODE_KINDS) as [string, ...string[]]),
  id: z.string(),
  title: z.string(),
  href: z.string().nullable(),
  note: z.string(),
})
const planBody = z.object({
  title: textField('a title', TEXT_LIMITS.planTitle),
  introduction: textField('an introduction', TEXT_LIMITS.planIntroduction),
  priorities: z.array(z.string().max(200)).max(100),
})

export const api: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/v1/strategy',
    access: 'strategy.read',
    audit: 'STRATEGY_READ',
    page: 'strategy/api#list',
    summary: 'The documents as they stand today, with objectives and priorities',
    answer: z.object({
      documents: z.array(
        z.object({
          documentId: z.string(),
          code: z.string(),
          kind: z.string(),
          version: z.number(),
          status: z.string(),
          title: z.string(),
          summary: z.string(),
          startsOn: z.string(),
          endsOn: z.string(),
          objectives: z.array(
            z.object({
              id: z.string(),
              title: z.string(),
              description: z.string(),
              priorities: z.array(priorityAnswer),
            }),
          ),
        }),
      ),
    }),
    handle: async ({ ctx }) => json({ documents: await reportStrategy(ctx) }),
  },
  {
    method: 'GET',
    path: '/api/v1/strategy/priorities/:priority',
    access: 'strategy.read',
    audit: 'PRIORITY_READ',
    page: 'strategy/api#priority',
    summary: 'One priority by its id or short name, with every reading, superseded ones included',
    answer: priorityAnswer.extend({
      progress: z
        .object({ value: decimal, measuredOn: z.string(), isMet: z.boolean().nullable() })
        .nullable(),
      readings: z.array(
        z.object({
          id: z.string(),
          place: z.string().nullable(),
          measuredOn: z.string(),
          value: decimal,
          source: z.string(),
          note: z.string(),
          supersededBy: z.string().nullable(),
        }),
      ),
    }),
    handle: async ({ ctx, params }) => json(await reportPriority(ctx, params.priority ?? '')),
  },
  {
    method: 'GET',
    path: '/api/v1/strategy/thread/:kind/:id',
    access: 'strategy.read',
    audit: 'THREAD_READ',
    page: 'strategy/api#thread',
    summary: 'A node of the thread with all above and below it, as trees',
    answer: z.object({ node, above: z.array(node), below: z.array(node) }),
    handle: async ({ ctx, params: { kind = '', id = '' } }) => {
      if (!isNodeKind(kind)) throw new NotFound('This is not on the thread.')
      return json(await reportThread(ctx, { kind, id }))
    },
  },
  {
    method: 'GET',
    path: '/api/v1/strategy/orphans',
    access: 'strategy.read',
    audit: 'ORPHANS_READ',
    page: 'strategy/api#orphans',
    summary: 'Wants that nothing serves, and work that serves nothing',
    answer: z.object({ orphans: z.array(z.object({ node, reason: z.string() })) }),
    handle: async ({ ctx }) => json({ orphans: await reportOrphans(ctx) }),
  },
  {
    method: 'POST',
    path: '/api/v1/strategy/readings',
    access: 'strategy.measure',
    audit: 'READINGS_IMPORTED',
    page: 'strategy/api#readings',
    summary:
      'Record readings from CSV text with the columns priority, place, date, value, source, note: all or none',
    limitPerMinute: 30,
    body: z.object({ csv: z.string().max(MOST_READING_BYTES) }),
    answer: z.object({ recorded: z.number() }),
    handle: async ({ ctx, body }) => {
      const { csv } = body as { csv: string }
      const imported = await importReadings(ctx, { name: 'API', content: Buffer.from(csv) })
      return imported.ok
        ? json({ recorded: imported.count }, 201)
        : json(
            {
              type: 'about:blank',
              title: 'Nothing was recorded',
              status: 422,
              errors: imported.faults.map((fault) => ({ ...fault, message: faultSentence(fault) })),
            },
            422,
          )
    },
  },
  {
    method: 'POST',
    path: '/api/v1/strategy/plans',
    access: 'strategy.approve',
    audit: 'PLAN_PUBLISHED',
    page: 'strategy/api#publish-plan',
    summary:
      'Publish the next edition of the plan on a page from adopted priorities, named by id or short name',
    body: planBody,
    answer: z.object({ edition: z.number(), slug: z.string() }),
    handle: async ({ ctx, body }) => {
      const published = await publishNamed(ctx, body as z.output<typeof planBody>)
      return published.ok
        ? json(published.value, 201)
        : json({ refusal: published.refusal, detail: refusalSentence(published.refusal) }, 422)
    },
  },
  ...documentApi,
  ...writesApi,
  {
    method: 'GET',
    path: '/api/v1/plans/:slug',
    access: 'public',
    audit: 'PLAN_READ',
    page: 'strategy/api#plans',
    summary: 'The published plans on a page of an organisation, newest first',
    answer: z.object({
      plans: z.array(z.object({ edition: z.number(), publishedAt: z.string(), content: z.unknown() })),
    }),
    handle: async ({ ctx, params }) => {
      const plans = await inReading(ctx, (db: Reader<StrategyTables>) => listPlansAt(db, params.slug ?? ''))
      if (plans.length === 0) throw new NotFound('No plan on a page is published at this address.')
      return json({
        plans: plans.map(({ edition, publishedAt, content }) => ({ edition, publishedAt, content })),
      })
    },
  },
]
