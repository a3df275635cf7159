import { z } from 'zod'
import { actingAuthority } from '#identity'
import { Unusable } from '../../../platform/errors.ts'
import { json } from '../../../platform/http/answer.ts'
import type { ApiRoute } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { requestMatching } from '../actions/ask-for-matching.ts'
import { decidePayees, undoDecision } from '../actions/decide-payees.ts'
import { matchingReport } from '../matching-report.ts'
import { decideSentence } from '../messages.ts'
import { MATCH_STATES } from '../model.ts'
import { tierLabels } from '../money-map.ts'
import { readAskedSlice } from '../slice-query.ts'
import { measureBasis } from '../store/analysis.ts'
import { databaseCalculator } from '../store/calculator.ts'
import { findMatching, type MatchingRecord } from '../store/matching.ts'
import { listReviewGroups, listReviewPayees, measureReview } from '../store/review.ts'
import { measureSuppliers, sumBySupplier } from '../store/suppliers.ts'
import { readSupplier, splitSupplierKey } from '../supplier.ts'
import { readSupplierFilter } from '../supplier-words.ts'
import type { SpendTables } from '../tables.ts'
import { basis, paged, pence } from './shapes.ts'

const name = 'spend/api'

const listQuery = paged.extend({
  search: z.string().max(200).optional(),
  kind: z.string().optional(),
  size: z.string().optional(),
  sector: z.string().optional(),
  state: z.enum(MATCH_STATES).optional(),
})
const reviewQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).default(0),
})
const matching = z.looseObject({ state: z.string(), payees: z.looseObject({ all: z.number() }) })
const decision = z.object({
  batch: z.string(),
  payees: z.array(z.string()),
  supplier: z.string().nullable(),
})
const decisionBody = z.object({
  payees: z.array(z.number().int().positive()).min(1).max(200),
  supplier: z.string().max(40).nullable().describe('`GB-COH-01234567`; null where no register entry fits'),
})

const refused = (title: string, code: string) => json({ type: 'about:blank', title, status: 422, code }, 422)

/** Suppliers over payees, and what decides on who is who. */
export const suppliersApi: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/v1/spend/suppliers',
    access: 'spend.read',
    audit: 'SUPPLIERS_READ',
    page: `${name}#suppliers`,
    summary: 'Suppliers of a slice, all spellings of one put together, largest first',
    query: listQuery,
    answer: z.object({
      basis,
      totals: z.looseObject({ suppliers: z.number(), identifiedPence: pence }),
      suppliers: z.array(z.looseObject({ supplierKey: z.string(), name: z.string(), pence })),
    }),
    handle: async (request) => {
      const { limit, offset } = request.query as z.output<typeof listQuery>
      const [slice, filter] = [readAskedSlice(request.query), readSupplierFilter(request.query)]
      const labels = await tierLabels(request.ctx)
      const page = { order: 'pence', isDescending: true, limit, offset } as const
      return json(
        await inReading<SpendTables, object>(request.ctx, async (db) => ({
          basis: await measureBasis(databaseCalculator(db), slice),
          totals: await measureSuppliers(db, slice, filter),
          suppliers: (await sumBySupplier(db, slice, filter, page)).map((supplier) => ({
            ...supplier,
            where: supplier.tier === null ? null : (labels.get(supplier.tier) ?? supplier.tier),
          })),
        })),
      )
    },
  },
  {
    method: 'GET',
    path: '/api/v1/spend/suppliers/:supplierKey',
    access: 'spend.read',
    audit: 'SUPPLIER_READ',
    page: `${name}#supplier`,
    summary: 'One supplier: its payees and why they are it, register entry, months, categories',
    answer: z.looseObject({ supplierKey: z.string(), name: z.string(), pence, basis }),
    handle: async (request) => json(await readSupplier(request.ctx, request.params.supplierKey ?? '')),
  },
  {
    method: 'GET',
    path: '/api/v1/spend/review',
    access: 'suppliers.review',
    audit: 'REVIEW_LIST_READ',
    page: `${name}#review`,
    summary: 'Doubtful payees by their likeliest candidate, the most money first',
    query: reviewQuery,
    answer: z.object({
      totals: z.object({ groups: z.number(), payees: z.number(), pence }),
      groups: z.array(z.looseObject({ key: z.string(), pence })),
    }),
    handle: async (request) => {
      const { limit, offset } = request.query as z.output<typeof reviewQuery>
      return json(
        await inReading<SpendTables, object>(request.ctx, async (db) => {
          const groups = []
          for (const group of await listReviewGroups(db, limit, offset))
            groups.push({ ...group, members: await listReviewPayees(db, group.key) })
          return { totals: await measureReview(db), groups }
        }),
      )
    },
  },
  {
    method: 'POST',
    path: '/api/v1/spend/decisions',
    access: 'suppliers.review',
    audit: 'PAYEES_DECIDED',
    page: `${name}#decide`,
    summary: 'Say which supplier payees are, for now and for every later file',
    body: decisionBody,
    answer: decision,
    handle: async (request) => {
      const { payees, supplier } = request.body as z.output<typeof decisionBody>
      const choice = supplier === null ? null : splitSupplierKey(supplier)
      if (supplier !== null && choice === null)
        throw new Unusable('Give the supplier as GB-COH-01234567, or null where none fits.')
      const ctx = { ...request.ctx, authorityId: actingAuthority(request.ctx) }
      const decided = await decidePayees(ctx, payees, choice)
      return decided.ok ? json(decided.value, 201) : refused(decideSentence(decided.refusal), decided.refusal)
    },
  },
  {
    method: 'DELETE',
    path: '/api/v1/spend/decisions/:batch',
    access: 'suppliers.review',
    audit: 'PAYEES_DECISION_UNDONE',
    page: `${name}#undo-decision`,
    summary: 'Take a decision on payees back',
    answer: decision,
    handle: async (request) => {
      const ctx = { ...request.ctx, authorityId: actingAuthority(request.ctx) }
      const batch = z.uuid().safeParse(request.params.batch)
      const undone = batch.success ? await undoDecision(ctx, batch.data) : null
      return undone?.ok
        ? json(undone.value)
        : refused('There is no such decision any more.', 'no-such-decision')
    },
  },
  {
    method: 'GET',
    path: '/api/v1/spend/matching',
    access: 'spend.read',
    audit: 'MATCHING_READ',
    page: `${name}#matching`,
    summary: 'How far the matching of payees is, and what became of them',
    answer: matching,
    handle: async (request) =>
      json(
        matchingReport(
          await inReading<SpendTables, MatchingRecord | undefined>(request.ctx, findMatching),
          request.visitor.authorityName ?? '',
        ),
      ),
  },
  {
    method: 'POST',
    path: '/api/v1/spend/matching',
    access: 'suppliers.review',
    audit: 'MATCHING_ASKED_FOR',
    page: `${name}#match`,
    summary: 'Match the payees again; the worker does it, and GET tells how far it is',
    answer: matching,
    handle: async (request) => {
      const record = await requestMatching({ ...request.ctx, authorityId: actingAuthority(request.ctx) })
      return json(matchingReport(record, request.visitor.authorityName ?? ''), 202)
    },
  },
]
