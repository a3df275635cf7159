import { h } from 'preact'
import { z } from 'zod'
import { normaliseEmail } from '#identity'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { textField } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { askQuestion } from '../actions/enquiries.ts'
import { refusalSentence } from '../messages/words.ts'
import { readOpportunity } from '../read-opportunity.ts'
import type { TendersTables } from '../tables.ts'
import { AskQuestionView } from './ask-question.view.tsx'
import { opportunityPath } from './paths.ts'

/** An address as it is kept; refused with a sentence where it can be none. */
export const emailField = z
  .string({ error: 'Enter your e-mail address' })
  .transform((text) => normaliseEmail(text))
  .refine((email) => email !== undefined, 'Enter an e-mail address, such as name@example.com')

const Text = { text: textField('your question', 4000) }
const SupplierForm = z.object(Text)
const OpenForm = z.object({ ...Text, name: textField('your name or your firm’s', 200), email: emailField })

/** A supplier who is signed in is known; everybody else proves an address. */
const isSupplier = ({ visitor }: PageRequest): boolean => visitor.permissions.has('bids.prepare')

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { tender } = await inReading(request.ctx, (db: Reader<TendersTables>) =>
    readOpportunity(db, request.params.reference ?? ''),
  )
  const { form } = request
  const body = h(AskQuestionView, {
    tender,
    errors,
    isSupplier: isSupplier(request),
    isOver: tender.status !== 'published' || request.ctx.clock.now() >= tender.questionDeadline,
    fields: { text: typed(form, 'text'), name: typed(form, 'name'), email: typed(form, 'email') },
  })
  return page('Ask a question', body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: opportunityPath(tender.reference), text: tender.title },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const supplier = isSupplier(request)
  const form = supplier ? readForm(SupplierForm, request.form) : readForm(OpenForm, request.form)
  if (!form.ok) return show(request, form.errors)
  const given = form.value as { text: string; name?: string; email?: string }
  const reference = request.params.reference ?? ''
  const asked = await askQuestion(request.ctx, reference, {
    text: given.text,
    name: given.name ?? '',
    email: given.email ?? null,
  })
  return asked.ok
    ? redirect(`${opportunityPath(reference)}?done=${asked.value}`)
    : show(request, [{ field: '', message: refusalSentence(asked) }])
}
