import { createHash } from 'node:crypto'
import { getOrganisation, type IdentityTables, whoActs } from '#identity'
import { accept, type Decision } from '../../../kernel/decision.ts'
import type { FinancialYear } from '../../../kernel/financial-year.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { type Context, today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { BudgetRefusal, Statement, StatementContent } from '../model.ts'
import { readBudget, yearDays } from '../read-budget.ts'
import { decidePreparing, decideSigning } from '../rules/sign-off.ts'
import { insertStatement, listOwnStatements, settleStatement } from '../store/statements.ts'
import type { BudgetTables } from '../tables.ts'

type Outcome = Decision<Statement, BudgetRefusal>

/** The keys of every object in order, so that the same content always has the same fingerprint. */
const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)]),
  )
}

/** SHA-256 of a statement's content as JSON with its keys in order and no spaces. */
export const fingerprintOf = (content: StatementContent): string =>
  createHash('sha256')
    .update(JSON.stringify(inOrder(content)))
    .digest('hex')

/** Takes the figures of a year that is over down, for the finance director to read and sign. */
export const prepareStatement = (ctx: Context, year: FinancialYear, note: string): Promise<Outcome> =>
  inTransaction<BudgetTables, Outcome>(ctx, async (tx) => {
    const who = await whoActs(tx, ctx)
    const before = await listOwnStatements(tx, who.authorityId, year)
    const decision = decidePreparing(yearDays(year, today(ctx)), today(ctx), before)
    if (!decision.ok) return decision
    const { name, slug } = await getOrganisation(tx as unknown as Reader<IdentityTables>, who.authorityId)
    const { budget } = await readBudget(tx, year, today(ctx))
    const content: StatementContent = { form: 1, organisation: name, note, budget }
    const statement: Statement = {
      year,
      edition: decision.value,
      reference: `${slug}-${year.replace('/', '-')}-${decision.value}`,
      organisation: name,
      status: 'prepared',
      content,
      fingerprint: fingerprintOf(content),
      preparedBy: who.personId,
      preparedName: who.personName,
      preparedAt: ctx.clock.now(),
      signedName: null,
      signedAt: null,
    }
    await insertStatement(tx, who.authorityId, statement)
    const facts = { year, edition: statement.edition, fingerprint: statement.fingerprint }
    await recordAudit(tx, ctx, { name: 'STATEMENT_PREPARED', subject: statement.reference, facts })
    return accept(statement)
  })

type Settling = { readonly year: FinancialYear; readonly fingerprint: string }

const settle = (ctx: Context, { year, fingerprint }: Settling, isSigned: boolean): Promise<Outcome> =>
  inTransaction<BudgetTables, Outcome>(ctx, async (tx) => {
    const who = await whoActs(tx, ctx)
    const all = await listOwnStatements(tx, who.authorityId, year)
    const waiting = all.find(({ status }) => status === 'prepared')
    const decision = decideSigning(waiting, isSigned ? who.personId : null, fingerprint)
    if (!decision.ok) return decision
    const signature = { by: who.personId, name: who.personName, at: ctx.clock.now() }
    await settleStatement(tx, who.authorityId, decision.value, isSigned ? signature : null)
    const { reference, edition } = decision.value
    const name = isSigned ? 'STATEMENT_SIGNED' : 'STATEMENT_WITHDRAWN'
    await recordAudit(tx, ctx, { name, subject: reference, facts: { year, edition, fingerprint } })
    return accept(decision.value)
  })

/** Signs the statement that was shown, and publishes it for ever. Whoever prepared it cannot. */
export const signStatement = (ctx: Context, which: Settling): Promise<Outcome> => settle(ctx, which, true)

/** Takes a prepared statement back, so that another can be prepared. */
export const withdrawStatement = (ctx: Context, which: Settling): Promise<Outcome> =>
  settle(ctx, which, false)
