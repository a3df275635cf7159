import { h } from 'preact'
import { z } from 'zod'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { optionalText, textField } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { changeDraft } from '../actions/drafts.ts'
import { refusalSentence } from '../messages/words.ts'
import { TENDER_LIMITS } from '../model.ts'
import { EditTenderView } from './edit-tender.view.tsx'
import { readMoment, typedMoment, typedOfMoment } from './moment-fields.ts'
import { backTo, type SeenTender, seeTender } from './tender-request.ts'

const TenderForm = z.object({
  seen: z.coerce.number().int(),
  title: textField('a title', TENDER_LIMITS.title),
  summary: optionalText('a summary', TENDER_LIMITS.summary),
  category: z
    .string()
    .default('')
    .transform((text) => text.trim().replace(/-\d$/, ''))
    .refine((code) => /^(\d{8})?$/.test(code), 'Enter a CPV code of eight digits, such as 90911200'),
  placeName: optionalText('a place', 200),
})
const NAMES = ['title', 'summary', 'category', 'placeName'] as const

const show = (request: PageRequest, seen: SeenTender, errors: readonly FieldError[]): Answer => {
  const { tender } = seen
  const isTyped = errors.length > 0
  const { form } = request
  const body = h(EditTenderView, {
    errors,
    revision: isTyped ? Number(typed(form, 'seen')) : seen.revision,
    fields: Object.fromEntries(NAMES.map((name) => [name, isTyped ? typed(form, name) : tender[name]])),
    deadline: isTyped ? typedMoment(form, 'deadline') : typedOfMoment(tender.deadline),
    questionDeadline: isTyped
      ? typedMoment(form, 'questionDeadline')
      : typedOfMoment(tender.questionDeadline),
  })
  return page('Title, summary and dates', body, {
    status: isTyped ? 400 : 200,
    hasErrors: isTyped,
    backLink: backTo(seen),
  })
}

export const get = async (request: PageRequest): Promise<Answer> =>
  show(request, await seeTender(request), [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const tender = await seeTender(request)
  const form = readForm(TenderForm, request.form)
  const deadline = readMoment(request.form, 'deadline', 'the deadline')
  const questions = readMoment(request.form, 'questionDeadline', 'the last question')
  if (!form.ok || !deadline.ok || !questions.ok) {
    const errors = [form, deadline, questions].flatMap((read) => (read.ok ? [] : read.errors))
    return show(request, tender, errors)
  }
  if (questions.value > deadline.value)
    return show(request, tender, [
      { field: 'questionDeadline-day', message: 'Questions must end before the deadline' },
    ])
  const { seen, ...texts } = form.value
  const text = { ...texts, deadline: deadline.value, questionDeadline: questions.value }
  const saved = await changeDraft(request.ctx, tender.tender.id, { seen, text })
  return saved.ok
    ? redirect(`${tender.at}?done=saved`)
    : show(request, tender, [{ field: '', message: refusalSentence(saved) }])
}
