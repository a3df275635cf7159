import { z } from 'zod'
import { type PlainDate, parsePlainDate } from '../../kernel/plain-date.ts'
import { today } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { json } from '../../platform/http/answer.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import { inReading } from '../../platform/reading.ts'
import { awardRoutes } from './api-awards.ts'
import { deliverRoutes } from './api-deliver.ts'
import { lifeRoutes } from './api-life.ts'
import { writesApi } from './contract-writes.ts'
import { importFile } from './import-file.ts'
import { findingSentence } from './messages.ts'
import { contractNamed } from './named-contract.ts'
import { readContract } from './read-contract.ts'
import { narrowRegister, readRegisterOn } from './register-list.ts'
import { contractJson, registerRowJson } from './report.ts'
import { readCodeFacts } from './store/code-facts.ts'
import type { ContractsTables } from './tables.ts'
import { codeFacts } from './writes/register.ts'

const day = z.string().describe('2026-03-31')
const decimal = z.string().describe('a decimal, exactly as it was recorded')
const row = z.object({
  id: z.string(),
  reference: z.string(),
  title: z.string(),
  department: z.string(),
  lot: z.string(),
  supplier: z.object({ name: z.string(), scheme: z.string().nullable(), number: z.string().nullable() }),
  valuePence: z.number().nullable().describe('without VAT, for the term without extensions'),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  currentEnd: day.nullable().describe('with the extensions taken'),
  furthestEnd: day.nullable().describe('with every option'),
  state: z.string(),
})
const MOST_BYTES = 10 * 1024 ** 2

const dayOf = (query: { readonly on?: string }, fallback: PlainDate): PlainDate =>
  parsePlainDate(query.on ?? '') ?? fallback

export const api: readonly ApiRoute[] = [
  ...awardRoutes,
  ...deliverRoutes,
  {
    method: 'GET',
    path: '/api/v1/contracts',
    access: 'contracts.read',
    audit: 'CONTRACTS_READ',
    page: 'contracts/api#list',
    summary: 'The contract register as it stood on a day',
    query: z.object({ on: day.optional(), search: z.string().max(200).optional() }),
    answer: z.object({ on: day, contracts: z.array(row) }),
    handle: async ({ ctx, query }) => {
      const asked = query as { on?: string; search?: string }
      const on = dayOf(asked, today(ctx))
      const rows = await inReading(ctx, (db: Reader<ContractsTables>) => readRegisterOn(db, on))
      const found = narrowRegister(rows, { search: asked.search ?? '', state: null, department: null })
      return json({ on, contracts: found.map(registerRowJson) })
    },
  },
  {
    method: 'GET',
    path: '/api/v1/contracts/:contractId',
    access: 'contracts.read',
    audit: 'CONTRACT_READ',
    page: 'contracts/api#show',
    summary: 'One contract as it stood on a day: what was paid, promised and verified',
    query: z.object({ on: day.optional() }),
    answer: row.extend({
      on: day,
      otherSuppliers: z
        .array(z.object({ name: z.string(), scheme: z.string().nullable(), number: z.string().nullable() }))
        .describe('beside the first, where a contract has several'),
      paidPence: z.number().nullable(),
      paidHow: z.string(),
      transparency: codeFacts.describe('what the Transparency Code asks, as the council says it today'),
      commitments: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          measure: z.string().nullable(),
          unit: z.string(),
          promised: decimal,
          due: decimal.nullable(),
          verified: decimal,
          waiting: decimal,
          forecast: decimal.nullable(),
          state: z.string(),
          unitValue: decimal.nullable(),
          priceYear: z.string().nullable(),
          basis: z.string(),
          schedule: z.array(z.object({ year: z.string(), quantity: decimal })),
          quantity: decimal.describe('as it was promised, before spending is looked at'),
          placeName: z.string(),
          evidenceRule: z.string(),
          owner: z.string(),
          supplierOwner: z.string(),
          priorityId: z.string().nullable(),
          scalesWithSpend: z.boolean(),
        }),
      ),
      unplanned: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          unit: z.string(),
          quantity: decimal,
          verified: decimal.nullable(),
          status: z.string(),
        }),
      ),
      totals: z.array(z.object({ basis: z.string(), promisedPence: z.number(), verifiedPence: z.number() })),
    }),
    handle: async ({ ctx, params, query }) => {
      const { id } = await contractNamed(ctx, params.contractId ?? '')
      const on = dayOf(query as { on?: string }, today(ctx))
      return json(
        await inReading(ctx, async (db: Reader<ContractsTables>) => ({
          ...contractJson(await readContract(db, id, on)),
          transparency: await readCodeFacts(db, id),
        })),
      )
    },
  },
  {
    method: 'POST',
    path: '/api/v1/contracts/import',
    access: 'contracts.manage',
    audit: 'CONTRACTS_IMPORTED',
    page: 'contracts/api#import',
    summary:
      'Import a contract register from CSV text: all rows, or none unless leaveOut says to leave unusable ones out',
    limitPerMinute: 30,
    body: z.object({ csv: z.string().max(MOST_BYTES), leaveOut: z.boolean().default(false) }),
    answer: z.object({
      added: z.number(),
      changed: z.number(),
      same: z.number(),
      leftOut: z.array(z.string()),
      notes: z.array(z.string()).describe('what was left open, and rows with several suppliers'),
      lists: z.string().nullable().describe('what was read of lists of suppliers in brackets'),
    }),
    handle: async ({ ctx, body }) => {
      const { csv, leaveOut } = body as { csv: string; leaveOut: boolean }
      const outcome = await importFile(ctx, { name: 'API', content: Buffer.from(csv) }, leaveOut)
      return outcome.ok
        ? json(
            {
              ...outcome.imported,
              leftOut: outcome.leftOut.map(findingSentence),
              notes: outcome.notes.map(findingSentence),
              lists: outcome.lists,
            },
            201,
          )
        : json(
            { type: 'about:blank', title: 'Nothing was imported', status: 422, errors: outcome.sentences },
            422,
          )
    },
  },
  ...lifeRoutes,
  ...writesApi,
]
