import { h } from 'preact'
import { z } from 'zod'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { textField } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { dismissEnquiry, publishAnswer } from '../actions/enquiries.ts'
import { refusalSentence } from '../messages/words.ts'
import type { Enquiry } from '../model.ts'
import { givesAway } from '../rules/anonymity.ts'
import { listEnquiries } from '../store/enquiries.ts'
import type { TendersTables } from '../tables.ts'
import { AnswerEnquiryView } from './answer-enquiry.view.tsx'
import { backTo, type SeenTender, seeTender } from './tender-request.ts'

const AnswerForm = z.object({
  question: textField('the question in other words', 4000),
  answer: textField('an answer', 8000),
})

/** The enquiry of an address; null where officers tell something by themselves. */
const findEnquiry = async (request: PageRequest, { tender }: SeenTender): Promise<Enquiry | null> => {
  const { enquiryId } = request.params
  if (enquiryId === undefined) return null
  const enquiries = await inReading(request.ctx, (db: Reader<TendersTables>) => listEnquiries(db, tender.id))
  const found = enquiries.find(({ id }) => id === enquiryId)
  if (!found) throw new NotFound('There is no such question here.')
  return found
}

const show = async (
  request: PageRequest,
  seen: SeenTender,
  errors: readonly FieldError[],
  hints: readonly string[] = [],
): Promise<Answer> => {
  const enquiry = await findEnquiry(request, seen)
  const { form } = request
  const body = h(AnswerEnquiryView, {
    seen,
    enquiry,
    errors,
    hints: hints.length > 0 ? hints : givesAway(enquiry?.text ?? '', enquiry?.askedName ?? ''),
    isWarned: hints.length > 0,
    fields: {
      question: typed(form, 'question') || (enquiry?.text ?? ''),
      answer: typed(form, 'answer'),
      because: typed(form, 'because'),
    },
  })
  return page(enquiry ? 'Answer a question' : 'Tell everybody something', body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: backTo(seen),
    notice:
      errors.length === 0 && request.query.done === 'noted'
        ? {
            kind: 'success',
            text: 'Written down. Put it into words for everybody, and answer it here or later.',
          }
        : undefined,
  })
}

export const get = async (request: PageRequest): Promise<Answer> =>
  show(request, await seeTender(request), [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const seen = await seeTender(request)
  const form = readForm(AnswerForm, request.form)
  if (!form.ok) return show(request, seen, form.errors)
  const enquiry = await findEnquiry(request, seen)
  const { question, answer } = form.value
  const hints = givesAway(`${question} ${answer}`, enquiry?.askedName ?? '')
  if (hints.length > 0 && typed(request.form, 'isSure') !== 'yes')
    return show(
      request,
      seen,
      [{ field: 'question', message: 'This may tell who asked. Take it out, or say that it does not' }],
      hints,
    )
  const published = await publishAnswer(request.ctx, seen.tender.id, {
    enquiryId: enquiry?.id ?? null,
    question,
    answer,
  })
  return published.ok
    ? redirect(`${seen.at}?done=answered`)
    : show(request, seen, [{ field: '', message: refusalSentence(published) }])
}

export const postDismiss = async (request: PageRequest): Promise<Answer> => {
  const seen = await seeTender(request)
  const { enquiryId = '' } = request.params
  const because = typed(request.form, 'because').slice(0, 1000)
  const dismissed = await dismissEnquiry(request.ctx, seen.tender.id, enquiryId, because)
  return dismissed.ok
    ? redirect(`${seen.at}?done=dismissed`)
    : show(request, seen, [{ field: 'because', message: refusalSentence(dismissed) }])
}
