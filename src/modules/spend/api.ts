import { z } from 'zod'
import { actingAuthority } from '#identity'
import { Unusable } from '../../platform/errors.ts'
import { json } from '../../platform/http/answer.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import { newId } from '../../platform/ids.ts'
import { inReading } from '../../platform/reading.ts'
import { undoImport } from './actions/count-import.ts'
import { importFile } from './actions/import-file.ts'
import { analysisApi } from './analysis-api.ts'
import { booksApi } from './api/books.ts'
import { groupsApi } from './api/groups.ts'
import { multiplierApi } from './api/multiplier.ts'
import { basis, paged, pence, sliceQuery } from './api/shapes.ts'
import { suppliersApi } from './api/suppliers.ts'
import { surveyApi } from './api/survey.ts'
import { whatIfApi } from './api/what-if.ts'
import { inAnalysis } from './calculator.ts'
import { importReport } from './import-report.ts'
import { LAYOUT_OPTIONS, readLayoutOptions } from './layout-options.ts'
import { refusalSentence } from './messages.ts'
import { OVERLAP_CHOICES } from './model.ts'
import { readMoneyMap, tierLabels } from './money-map.ts'
import { storeUpload } from './pages/new-import.ts'
import { readImport } from './pages/show-import.ts'
import { readAskedSlice } from './slice-query.ts'
import { writesApi } from './spend-writes.ts'
import { measureBasis, PAYEE_ORDERS, sumByPayee } from './store/analysis.ts'
import { type ImportRecord, listImports } from './store/imports.ts'
import { listPayments } from './store/payments.ts'
import type { SpendTables } from './tables.ts'

const report = z.looseObject({
  id: z.string(),
  file: z.string(),
  status: z.string(),
  rows: z.object({ source: z.number(), payments: z.number(), other: z.number(), rejected: z.number() }),
  pence: z.object({ payments: pence, rejected: pence, printedTotal: pence.nullable() }),
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
})

/** The same corrections of a layout as the command line takes, by the same names. */
const importQuery = z.object({
  overlap: z.enum(OVERLAP_CHOICES).optional(),
  ...Object.fromEntries(
    Object.entries(LAYOUT_OPTIONS).map(([option, { description, multiple }]) => [
      option,
      (multiple ? z.union([z.string().transform((text) => [text]), z.array(z.string())]) : z.string())
        .optional()
        .describe(description),
    ]),
  ),
})

const name = 'spend/api'

export const api: readonly ApiRoute[] = [
  ...analysisApi,
  ...whatIfApi,
  ...booksApi,
  ...writesApi,
  {
    method: 'GET',
    path: '/api/v1/spend/money-map',
    access: 'spend.read',
    audit: 'MONEY_MAP_READ',
    page: `${name}#money-map`,
    summary: 'Tiers of place, months, categories, departments and top payees of a slice, with their basis',
    query: sliceQuery,
    answer: z.looseObject({
      organisation: z.string(),
      basis,
      tiers: z.array(z.looseObject({ key: z.string(), label: z.string(), pence })),
    }),
    handle: async (request) => json(await readMoneyMap(request.ctx, readAskedSlice(request.query))),
  },
  {
    method: 'GET',
    path: '/api/v1/spend/payees',
    access: 'spend.read',
    audit: 'PAYEES_READ',
    page: `${name}#payees`,
    summary: 'Payees of a slice, largest first',
    query: paged,
    answer: z.object({
      basis,
      payees: z.array(z.looseObject({ payeeId: z.number(), name: z.string(), pence })),
    }),
    handle: async (request) => {
      const { limit, offset } = request.query as z.output<typeof paged>
      const slice = readAskedSlice(request.query)
      const labels = await tierLabels(request.ctx)
      const body = await inAnalysis<object>(request.ctx, async (calculator) => ({
        basis: await measureBasis(calculator, slice),
        payees: (
          await sumByPayee(calculator, slice, { search: null, order: PAYEE_ORDERS[0], limit, offset })
        ).map((payee) => ({ ...payee, where: labels.get(payee.tier) ?? payee.tier })),
      }))
      return json(body)
    },
  },
  {
    method: 'GET',
    path: '/api/v1/spend/payments',
    access: 'spend.read',
    audit: 'PAYMENTS_READ',
    page: `${name}#payments`,
    summary: 'Payments of a slice, newest first, each with its file and row',
    query: paged,
    answer: z.object({
      basis,
      payments: z.array(z.looseObject({ payeeName: z.string(), amountPence: pence })),
    }),
    handle: async (request) => {
      const { limit, offset } = request.query as z.output<typeof paged>
      const slice = readAskedSlice(request.query)
      return json(
        await inAnalysis<object>(request.ctx, async (calculator) => ({
          basis: await measureBasis(calculator, slice),
          payments: await listPayments(calculator.db, slice, limit, offset),
        })),
      )
    },
  },
  {
    method: 'GET',
    path: '/api/v1/spend/imports',
    access: 'spend.read',
    audit: 'PAYMENT_FILES_READ',
    page: `${name}#imports`,
    summary: 'Payment files and what became of their rows',
    answer: z.object({ imports: z.array(report) }),
    handle: async (request) => {
      const records = await inReading<SpendTables, ImportRecord[]>(request.ctx, listImports)
      return json({
        imports: records.map((record) => importReport(record, request.visitor.authorityName ?? '')),
      })
    },
  },
  {
    method: 'GET',
    path: '/api/v1/spend/imports/:importId',
    access: 'spend.read',
    audit: 'PAYMENT_FILE_REPORT_READ',
    page: `${name}#import`,
    summary: 'One payment file: rows, pence, layout, warnings',
    answer: report,
    handle: async (request) =>
      json(importReport(await readImport(request), request.visitor.authorityName ?? '')),
  },
  {
    method: 'POST',
    path: '/api/v1/spend/imports',
    access: 'spend.import',
    audit: 'PAYMENT_FILE_READ',
    page: `${name}#import-file`,
    summary: 'Read a payment file and count it (multipart, field "file")',
    query: importQuery,
    takesFile: true,
    answer: report,
    handle: async (request) => {
      const authorityId = actingAuthority(request.ctx)
      if (!request.upload)
        throw new Unusable('Send the payment file as the field "file" of a multipart form.')
      const { overlap, ...layout } = request.query as z.output<typeof importQuery>
      const correction = readLayoutOptions(layout)
      const file = await storeUpload(request.ctx, request.upload)
      const outcome = await importFile(
        request.ctx,
        {
          authorityId,
          importId: newId(),
          file,
          correction,
          choice: overlap ?? null,
        },
        () => undefined,
      )
      if (outcome.kind === 'unreadable')
        return json(
          {
            type: 'about:blank',
            title: 'This file cannot be read',
            status: 422,
            code: outcome.problem.code,
            detail: outcome.problem.message,
          },
          422,
        )
      return json(
        importReport(outcome.record, request.visitor.authorityName ?? ''),
        outcome.kind === 'read' ? 201 : 200,
      )
    },
  },
  {
    method: 'DELETE',
    path: '/api/v1/spend/imports/:importId',
    access: 'spend.manage',
    audit: 'PAYMENT_FILE_UNDONE',
    page: `${name}#undo`,
    summary: 'Take a payment file out of every figure',
    answer: report,
    handle: async (request) => {
      const record = await readImport(request)
      const undone = await undoImport(
        { ...request.ctx, authorityId: actingAuthority(request.ctx) },
        record.id,
      )
      if (undone.ok) return json(importReport(undone.value, request.visitor.authorityName ?? ''))
      return json(
        { type: 'about:blank', title: refusalSentence(undone.refusal), status: 422, code: undone.refusal },
        422,
      )
    },
  },
  ...suppliersApi,
  ...groupsApi,
  ...surveyApi,
  ...multiplierApi,
]
