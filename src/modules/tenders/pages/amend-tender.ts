import { h } from 'preact'
import { z } from 'zod'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { optionalText, textField } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { amendTender, readChanges } from '../actions/amend.ts'
import { refusalSentence } from '../messages/words.ts'
import { TENDER_LIMITS, type TenderRefusal } from '../model.ts'
import { DAYS_LEFT, earliestDeadline } from '../rules/amendment.ts'
import type { TendersTables } from '../tables.ts'
import { AmendTenderView } from './amend-tender.view.tsx'
import { readMoment, typedMoment, typedOfMoment } from './moment-fields.ts'
import { backTo, type SeenTender, seeTender } from './tender-request.ts'

const AmendForm = z.object({
  seen: z.coerce.number().int(),
  title: textField('a title', TENDER_LIMITS.title),
  summary: textField('a summary', TENDER_LIMITS.summary),
  reason: optionalText('a reason', TENDER_LIMITS.text),
})

const show = async (
  request: PageRequest,
  seen: SeenTender,
  errors: readonly FieldError[],
): Promise<Answer> => {
  const { tender } = seen
  const { changes } = await inReading(request.ctx, (db: Reader<TendersTables>) => readChanges(db, tender))
  const isTyped = errors.length > 0
  const { form } = request
  const earliest = earliestDeadline(changes, request.ctx.clock.now())
  const body = h(AmendTenderView, {
    seen,
    changes,
    errors,
    days: DAYS_LEFT,
    earliest,
    isShort: changes.length > 0 && tender.deadline < earliest,
    fields: {
      title: isTyped ? typed(form, 'title') : tender.title,
      summary: isTyped ? typed(form, 'summary') : tender.summary,
      reason: typed(form, 'reason'),
    },
    deadline: isTyped ? typedMoment(form, 'deadline') : typedOfMoment(tender.deadline),
  })
  return page('Publish an amendment', body, {
    status: isTyped ? 400 : 200,
    hasErrors: isTyped,
    backLink: backTo(seen),
  })
}

export const get = async (request: PageRequest): Promise<Answer> =>
  show(request, await seeTender(request), [])

const FIELD_OF: Readonly<Partial<Record<TenderRefusal, string>>> = {
  'reason-missing': 'reason',
  'too-little-time': 'deadline-day',
  'deadline-not-later': 'deadline-day',
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const tender = await seeTender(request)
  const form = readForm(AmendForm, request.form)
  const deadline = readMoment(request.form, 'deadline', 'the deadline')
  if (!form.ok || !deadline.ok)
    return show(
      request,
      tender,
      [form, deadline].flatMap((read) => (read.ok ? [] : read.errors)),
    )
  // The form shows minutes; a deadline with seconds that nobody touched is not brought forward by it.
  const isSame = Math.abs(deadline.value.getTime() - tender.tender.deadline.getTime()) < 60_000
  const amended = await amendTender(request.ctx, tender.tender.id, {
    ...form.value,
    deadline: isSame ? null : deadline.value,
  })
  return amended.ok
    ? redirect(`${tender.at}?done=amended`)
    : show(request, tender, [{ field: FIELD_OF[amended.refusal] ?? '', message: refusalSentence(amended) }])
}
