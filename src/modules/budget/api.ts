import { z } from 'zod'
import {
  type FinancialYear,
  financialYearAfter,
  financialYearOf,
  readFinancialYear,
} from '../../kernel/financial-year.ts'
import { today } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { NotFound } from '../../platform/errors.ts'
import { json } from '../../platform/http/answer.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import { inReading } from '../../platform/reading.ts'
import { writesApi } from './budget-writes.ts'
import { importLinesFile } from './import-files.ts'
import { readBudget } from './read-budget.ts'
import { budgetJson, statementJson } from './report.ts'
import { findSignedStatement, listSignedStatements } from './store/statements.ts'
import type { BudgetTables } from './tables.ts'

const hundredths = z.number().describe('whole pence, or hundredths of the unit that is counted')
const line = z.object({
  basis: z.string(),
  unit: z.string().describe('£ where it is priced'),
  name: z.string(),
  promises: z.number(),
  brought: hundredths,
  planned: hundredths.describe('due and not yet due'),
  due: hundredths.describe('verified, missed and carried'),
  notYetDue: hundredths,
  verified: hundredths,
  missed: hundredths,
  carried: hundredths,
  beyond: hundredths,
  delivered: hundredths,
  forecast: hundredths,
  withoutPace: hundredths,
})
const cut = z.object({ key: z.string().nullable(), name: z.string(), lines: z.array(line) })
const day = z.string().describe('2026-11-22')
const budget = z.object({
  year: z.string(),
  from: day,
  to: day,
  on: day,
  isOver: z.boolean(),
  totals: z.array(line).describe('one for each basis and counted unit; there is none over all'),
  departments: z.array(cut),
  priorities: z.array(cut),
  sources: z.array(cut),
  financial: z.array(
    z.object({
      department: z.string(),
      lines: z.number(),
      budgetPence: z.number(),
      spentPence: z.number().nullable(),
    }),
  ),
  coverage: z.object({
    paidPence: z.number(),
    withPromisesPence: z.number(),
    withoutPromisesPence: z.number(),
    mixedPence: z.number(),
    withoutContractPence: z.number(),
    bands: z.array(
      z.object({
        code: z.string(),
        contracts: z.number(),
        withPromises: z.number(),
        valuePence: z.number(),
      }),
    ),
  }),
  leftOut: z.record(z.string(), z.number()),
  unplanned: z.array(z.object({ unit: z.string(), deliveries: z.number(), quantity: hundredths })),
})
const head = z.object({
  reference: z.string(),
  organisation: z.string(),
  year: z.string(),
  edition: z.number(),
  signedBy: z.string().nullable(),
  signedAt: z.string().nullable(),
})
const statement = head.extend({
  status: z.string(),
  fingerprint: z.string().describe('SHA-256 of the content as JSON with its keys in order and no spaces'),
  preparedBy: z.string(),
  preparedAt: z.string(),
  note: z.string(),
  budget,
})
const MOST_BYTES = 10 * 1024 ** 2

const yearOf = (text: string | undefined, running: FinancialYear): FinancialYear => {
  const year = text === undefined ? running : readFinancialYear(text)
  if (!year) throw new NotFound(`There is no financial year "${(text ?? '').slice(0, 20)}". Write 2026-27.`)
  return year
}

export const api: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/v1/budget',
    access: 'budget.read',
    audit: 'BUDGET_READ',
    page: 'budget/api#budget',
    summary: 'The social value budget of a financial year as it stands today',
    query: z.object({ year: z.string().max(20).optional().describe('2026-27; the running year without it') }),
    answer: budget,
    handle: async ({ ctx, query }) => {
      const year = yearOf((query as { year?: string }).year, financialYearOf(today(ctx)))
      const read = await inReading(ctx, (db: Reader<BudgetTables>) => readBudget(db, year, today(ctx)))
      return json(budgetJson(read.budget))
    },
  },
  {
    method: 'POST',
    path: '/api/v1/budget/lines',
    access: 'budget.manage',
    audit: 'BUDGET_LINES_IMPORTED',
    page: 'budget/api#lines',
    summary:
      'Import financial budget lines from CSV text: all rows or none, in the place of those of their years',
    limitPerMinute: 30,
    body: z.object({ csv: z.string().max(MOST_BYTES), year: z.string().max(20).optional() }),
    answer: z.object({ years: z.array(z.string()), lines: z.number(), replaced: z.number() }),
    handle: async ({ ctx, body }) => {
      const { csv, year } = body as { csv: string; year?: string }
      const named = year === undefined ? null : yearOf(year, '')
      const outcome = await importLinesFile(ctx, { name: 'API', content: Buffer.from(csv) }, named)
      if (!outcome.ok)
        return json(
          { type: 'about:blank', title: 'Nothing was imported', status: 422, errors: outcome.sentences },
          422,
        )
      const { years, lines, replaced } = outcome
      return json({ years, lines, replaced }, 201)
    },
  },
  {
    method: 'GET',
    path: '/api/v1/statements',
    access: 'public',
    audit: 'STATEMENTS_READ',
    page: 'budget/api#statements',
    summary: 'Every signed statement of every council here',
    answer: z.object({ statements: z.array(head) }),
    handle: async ({ ctx }) => {
      const found = await inReading(ctx, (db: Reader<BudgetTables>) => listSignedStatements(db))
      return json({
        statements: found.map(({ signedName, signedAt, ...rest }) => ({
          ...rest,
          signedBy: signedName,
          signedAt: signedAt?.toISOString() ?? null,
        })),
      })
    },
  },
  {
    method: 'GET',
    path: '/api/v1/statements/:reference',
    access: 'public',
    audit: 'STATEMENT_READ',
    page: 'budget/api#statement',
    summary: 'One signed statement with all its figures, as it was signed',
    answer: statement,
    handle: async ({ ctx, params }) => {
      const found = await inReading(ctx, (db: Reader<BudgetTables>) =>
        findSignedStatement(db, params.reference ?? '', (year) => financialYearAfter(year, -1)),
      )
      if (!found) throw new NotFound('No statement is published under this reference.')
      return json(statementJson(found.statement))
    },
  },
  ...writesApi,
]
