import { h } from 'preact'
import { z } from 'zod'
import { actingAuthority } from '#identity'
import type { Decision } from '../../../kernel/decision.ts'
import { financialYearDays } from '../../../kernel/financial-year.ts'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { optionalText } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { prepareStatement, signStatement, withdrawStatement } from '../actions/statements.ts'
import { refusalSentence } from '../messages.ts'
import type { BudgetRefusal, Statement } from '../model.ts'
import { listOwnStatements } from '../store/statements.ts'
import type { BudgetTables } from '../tables.ts'
import { budgetPath, signPath, statementPath } from './paths.ts'
import { SignStatementView } from './sign-statement.view.tsx'
import { yearOfPath } from './year.ts'

const LONGEST_NOTE = 4000

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { visitor, ctx, form, query } = request
  const year = yearOfPath(request)
  const authorityId = actingAuthority(ctx)
  const statements = await inReading(ctx, (db: Reader<BudgetTables>) =>
    listOwnStatements(db, authorityId, year),
  )
  const waiting = statements.find(({ status }) => status === 'prepared')
  const view = {
    year,
    isOver: today(ctx) > financialYearDays(year).to,
    lastDay: financialYearDays(year).to,
    waiting,
    others: statements.filter(({ status }) => status !== 'prepared'),
    errors,
    note: typed(form, 'note'),
    mayManage: visitor.permissions.has('budget.manage'),
    maySign: visitor.permissions.has('budget.sign') && waiting?.preparedBy !== visitor.personId,
    isOwn: waiting !== undefined && waiting.preparedBy !== null && waiting.preparedBy === visitor.personId,
  }
  return page(`Statement of ${year}`, h(SignStatementView, view), {
    width: 'wide',
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: budgetPath(year), text: `Social value budget ${year}` },
    notice: query.done === 'prepared' ? { kind: 'success', text: 'The statement is prepared.' } : undefined,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

const answer = (
  request: PageRequest,
  outcome: Decision<Statement, BudgetRefusal>,
  to: (statement: Statement) => string,
): Promise<Answer> =>
  outcome.ok
    ? Promise.resolve(redirect(to(outcome.value)))
    : show(request, [{ field: '', message: refusalSentence(outcome) }])

const PrepareForm = z.object({ note: optionalText('a note', LONGEST_NOTE) })

export const postPrepare = async (request: PageRequest): Promise<Answer> => {
  const read = readForm(PrepareForm, request.form)
  if (!read.ok) return show(request, read.errors)
  const year = yearOfPath(request)
  const outcome = await prepareStatement(request.ctx, year, read.value.note)
  return answer(request, outcome, () => `${signPath(year)}?done=prepared`)
}

const whichOf = (request: PageRequest) => ({
  year: yearOfPath(request),
  fingerprint: typed(request.form, 'fingerprint'),
})

export const postSign = async (request: PageRequest): Promise<Answer> =>
  answer(request, await signStatement(request.ctx, whichOf(request)), ({ reference }) =>
    statementPath(reference),
  )

export const postWithdraw = async (request: PageRequest): Promise<Answer> =>
  answer(request, await withdrawStatement(request.ctx, whichOf(request)), ({ year }) => signPath(year))
