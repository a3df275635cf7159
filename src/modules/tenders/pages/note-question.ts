import { h } from 'preact'
import { z } from 'zod'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { textField } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { noteQuestion } from '../actions/enquiries.ts'
import { refusalSentence } from '../messages/words.ts'
import { TOLD_BY, type ToldBy } from '../model.ts'
import { NoteQuestionView } from './note-question.view.tsx'
import { backTo, type SeenTender, seeTender } from './tender-request.ts'

const WAYS = Object.keys(TOLD_BY) as [ToldBy, ...ToldBy[]]
const NoteForm = z.object({
  cameBy: z.enum(WAYS, { error: 'Choose how it was asked' }),
  name: textField('who asked', 200),
  text: textField('the question', 4000),
})

const show = (request: PageRequest, seen: SeenTender, errors: readonly FieldError[]): Answer => {
  const { form, ctx } = request
  const body = h(NoteQuestionView, {
    seen,
    errors,
    isOver: seen.state !== 'open' || ctx.clock.now() >= seen.tender.questionDeadline,
    fields: { cameBy: typed(form, 'cameBy'), name: typed(form, 'name'), text: typed(form, 'text') },
  })
  return page('Write down a question', body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: backTo(seen),
  })
}

export const get = async (request: PageRequest): Promise<Answer> =>
  show(request, await seeTender(request), [])

/** Keeps a question that was asked by telephone or face to face; the next page puts it into words for all. */
export const post = async (request: PageRequest): Promise<Answer> => {
  const seen = await seeTender(request)
  const form = readForm(NoteForm, request.form)
  if (!form.ok) return show(request, seen, form.errors)
  const noted = await noteQuestion(request.ctx, seen.tender.id, form.value)
  return noted.ok
    ? redirect(`${seen.at}/enquiries/${noted.value}?done=noted`)
    : show(request, seen, [{ field: '', message: refusalSentence(noted) }])
}
