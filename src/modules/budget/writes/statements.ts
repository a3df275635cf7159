import { z } from 'zod'
import { actingAuthority } from '#identity'
import { type FinancialYear, readFinancialYear } from '../../../kernel/financial-year.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { json } from '../../../platform/http/answer.ts'
import { optionalText } from '../../../platform/http/fields.ts'
import type { ApiRoute } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { asWrite, type Params, refused, type Write, type Written } from '../../../platform/writes/write.ts'
import { prepareStatement, signStatement, withdrawStatement } from '../actions/statements.ts'
import { refusalSentence } from '../messages.ts'
import { statementJson } from '../report.ts'
import { listOwnStatements } from '../store/statements.ts'
import type { BudgetTables } from '../tables.ts'

const PATH = '/api/v1/budget/:year/statement'
const answer = z.looseObject({
  reference: z.string(),
  status: z.string().describe('prepared, signed or withdrawn'),
  fingerprint: z.string().describe('of what is signed: send back that of the statement that was read'),
})
const args = { year: { name: 'YEAR', example: '2025-26' } } as const
const row = { method: 'POST', args, answer } as const
const fingerprint = z.object({ fingerprint: z.string().max(100) })
const example = '{"fingerprint":"3f8a…"}'

const yearIn = ({ year: text = '' }: Params): FinancialYear => {
  const year = readFinancialYear(text)
  if (!year) throw new NotFound(`There is no financial year “${text.slice(0, 20)}”. Write 2026-27.`)
  return year
}

/** The statement as it stands after a step. */
const tell = async (
  ctx: Parameters<typeof signStatement>[0],
  outcome: Awaited<ReturnType<typeof signStatement>>,
  isNew = false,
): Promise<Written> => {
  if (!outcome.ok) return refused(outcome.refusal, `${refusalSentence(outcome)}.`)
  const { year, reference } = outcome.value
  const all = await inReading(ctx, (db: Reader<BudgetTables>) =>
    listOwnStatements(db, actingAuthority(ctx), year),
  )
  const found = all.find((one) => one.reference === reference) ?? outcome.value
  return { ok: true, isNew, value: statementJson(found) }
}

/** By the API alone: `budget sign` does it on the command line, in the name of a person who may. */
export const statementWrites: readonly Write[] = [
  asWrite({
    ...row,
    command: 'budget statement prepare',
    path: PATH,
    access: 'budget.manage',
    audit: 'STATEMENT_PREPARED',
    page: 'budget/writes#statement-prepare',
    summary: 'Take the figures of a year that is over down, for somebody else to read and sign',
    body: z.object({ note: optionalText('a note', 4000) }),
    example: '{"note":"Two departments counted by hand"}',
    write: async (ctx, params, { note }) =>
      tell(ctx, await prepareStatement(ctx, yearIn(params), note), true),
  }),
  asWrite({
    ...row,
    command: 'budget statement sign',
    path: `${PATH}/sign`,
    access: 'budget.sign',
    audit: 'STATEMENT_SIGNED',
    page: 'budget/writes#statement-sign',
    summary: 'Sign the statement that waits as the person whose token it is; whoever prepared it cannot',
    body: fingerprint,
    example,
    write: async (ctx, params, body) =>
      tell(ctx, await signStatement(ctx, { year: yearIn(params), ...body })),
  }),
  asWrite({
    ...row,
    command: 'budget statement withdraw',
    path: `${PATH}/withdraw`,
    access: 'budget.manage',
    audit: 'STATEMENT_WITHDRAWN',
    page: 'budget/writes#statement-withdraw',
    summary: 'Take a prepared statement back, so that another can be prepared',
    body: fingerprint,
    example,
    write: async (ctx, params, body) =>
      tell(ctx, await withdrawStatement(ctx, { year: yearIn(params), ...body })),
  }),
]

export const ownStatementsRoute: ApiRoute = {
  method: 'GET',
  path: PATH,
  access: 'budget.read',
  audit: 'STATEMENT_FORM_READ',
  page: 'budget/writes#statement-read',
  summary: 'The statements of a year, among them the one that waits to be signed, with all their figures',
  answer: z.object({ statements: z.array(answer) }),
  handle: async ({ ctx, params }) => {
    const year = yearIn(params)
    const all = await inReading(ctx, (db: Reader<BudgetTables>) =>
      listOwnStatements(db, actingAuthority(ctx), year),
    )
    return json({ statements: all.map(statementJson) })
  },
}
