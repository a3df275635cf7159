import { h } from 'preact'
import { z } from 'zod'
import { readDecimal } from '../../../kernel/exact.ts'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { idOf, readDayFields, textField, typedDay } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { recordResult } from '../actions/others.ts'
import { refusalSentence } from '../messages.ts'
import type { BudgetRefusal } from '../model.ts'
import { readPriorityNames } from '../read-budget.ts'
import { getOther, listResults } from '../store/others.ts'
import type { BudgetTables } from '../tables.ts'
import { ShowOtherView } from './show-other.view.tsx'

/** Below nothing takes back what was counted before. */
const readQuantity = (text: string): string | undefined => {
  const value = readDecimal(text)
  return value && !value.isZero() && value.decimalPlaces() <= 6 && value.abs().lt(1e12)
    ? value.toFixed()
    : undefined
}

const ResultForm = z.object({
  quantity: textField('how much was done', 20).transform((text, context) => {
    const found = readQuantity(text)
    if (found !== undefined) return found
    context.addIssue({ code: 'custom', message: 'Enter how much was done as a number, in digits' })
    return z.NEVER
  }),
  evidence: textField('what shows it', 1000),
})

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { form, query, visitor, ctx } = request
  const id = idOf(request, 'otherId')
  const found = await inReading(ctx, async (db: Reader<BudgetTables>) => ({
    other: await getOther(db, id),
    results: await listResults(db, id),
    priorities: await readPriorityNames(db),
  }))
  const { other } = found
  const body = h(ShowOtherView, {
    other,
    results: found.results,
    priority: other.priorityId === null ? null : (found.priorities.get(other.priorityId) ?? null),
    errors,
    fields: { quantity: typed(form, 'quantity'), evidence: typed(form, 'evidence') },
    doneOn: typedDay(form, 'doneOn'),
    mayManage: visitor.permissions.has('budget.manage'),
  })
  return page(other.title, body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: '/budget/other', text: 'Grants, asset transfers and what the council does itself' },
    notice: query.done ? { kind: 'success', text: 'It is recorded.' } : undefined,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

const FIELD_OF: Readonly<Partial<Record<BudgetRefusal, string>>> = { 'result-below-nothing': 'quantity' }

export const post = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(ResultForm, request.form)
  const doneOn = readDayFields(request.form, 'doneOn', 'the day it was done')
  if (!form.ok || !doneOn.ok || doneOn.value === null)
    return show(
      request,
      [form, doneOn].flatMap((read) => (read.ok ? [] : read.errors)),
    )
  const id = idOf(request, 'otherId')
  const recorded = await recordResult(request.ctx, id, { ...form.value, doneOn: doneOn.value })
  if (!recorded.ok)
    return show(request, [
      { field: FIELD_OF[recorded.refusal] ?? 'doneOn-day', message: refusalSentence(recorded) },
    ])
  return redirect(`/budget/other/${id}?done=result`)
}
