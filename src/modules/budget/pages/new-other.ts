import { h } from 'preact'
import { z } from 'zod'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { optionalText, readDayFields, textField, typedDay } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { recordOthers } from '../actions/others.ts'
import { refusalSentence } from '../messages.ts'
import { type BudgetRefusal, OTHER_BASES, OTHER_KINDS, type OtherText } from '../model.ts'
import { readPriorityNames } from '../read-budget.ts'
import { readAbove, readGiven, readNotBelow } from '../reading/read-others.ts'
import type { BudgetTables } from '../tables.ts'
import { NewOtherView } from './new-other.view.tsx'

const numberField = <Value>(read: (text: string) => Value | undefined, message: string) =>
  z
    .string()
    .default('')
    .transform((text, context) => {
      const found = text.trim() === '' ? null : read(text)
      if (found !== undefined) return found
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    })

const OtherForm = z.object({
  kind: z.enum(OTHER_KINDS, { error: 'Choose what it is' }),
  title: textField('a title', 300),
  department: optionalText('a department', 200),
  recipient: optionalText('a recipient', 300),
  given: numberField(readGiven, 'Enter what was given in pounds, such as 12,000'),
  priority: optionalText('a priority', 60),
  basis: z.enum(OTHER_BASES, { error: 'Choose a kind of value' }),
  unit: textField('a unit', 60),
  quantity: textField('how much is wanted', 20).transform((text, context) => {
    const found = readAbove(text)
    if (found !== undefined) return found
    context.addIssue({ code: 'custom', message: 'Enter how much is wanted as a number above 0, in digits' })
    return z.NEVER
  }),
  unitValue: numberField(readNotBelow, 'Enter the value of one in pounds, such as 19.40'),
})
const NAMES = Object.keys(OtherForm.shape)

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { form, ctx } = request
  const names = await inReading(ctx, (db: Reader<BudgetTables>) => readPriorityNames(db))
  const body = h(NewOtherView, {
    errors,
    fields: Object.fromEntries(NAMES.map((name) => [name, typed(form, name)])),
    starts: typedDay(form, 'starts'),
    ends: typedDay(form, 'ends'),
    priorities: [...names].map(([id, title]) => ({ id, title })).sort((a, b) => (a.title < b.title ? -1 : 1)),
  })
  return page('Record a grant, an asset transfer or an action', body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: '/budget/other', text: 'Grants, asset transfers and what the council does itself' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

const FIELD_OF: Readonly<Partial<Record<BudgetRefusal, string>>> = {
  'ends-before-start': 'ends-day',
  'title-taken': 'title',
  'priority-unknown': 'priority',
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(OtherForm, request.form)
  const starts = readDayFields(request.form, 'starts', 'the first day')
  const ends = readDayFields(request.form, 'ends', 'the last day')
  if (!form.ok || !starts.ok || !ends.ok || starts.value === null || ends.value === null)
    return show(
      request,
      [form, starts, ends].flatMap((read) => (read.ok ? [] : read.errors)),
    )
  const { given, priority, ...rest } = form.value
  const text: OtherText = {
    ...rest,
    givenPence: given,
    priorityId: priority || null,
    startsOn: starts.value,
    endsOn: ends.value,
  }
  const recorded = await recordOthers(request.ctx, [{ text, result: null }])
  if (!recorded.ok)
    return show(request, [
      { field: FIELD_OF[recorded.refusal] ?? 'title', message: refusalSentence(recorded) },
    ])
  return redirect(`/budget/other/${recorded.value[0]}?done=recorded`)
}
