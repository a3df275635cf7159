import { h } from 'preact'
import { z } from 'zod'
import { readDecimal } from '../../../kernel/exact.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { changeAsk } from '../actions/asks.ts'
import { ASK_REFUSALS } from '../messages/ask-words.ts'
import { ASK_LIMITS, ASKED_AS, EXISTING_CREDITS, INDEXATIONS } from '../model/ask.ts'
import { askPath, because, openText, purchaseIdOf, seeAsk, typedBecause } from './ask-request.ts'
import { EditAskLineView } from './edit-ask-line.view.tsx'

const LineForm = z.object({
  ...because,
  askedAs: z.enum(ASKED_AS, 'Choose how it is asked for'),
  minimum: z
    .string()
    .trim()
    .default('')
    .refine(
      (text) => text === '' || readDecimal(text)?.gte(0) === true,
      'Enter a number of 0 or more, such as 3',
    )
    .transform((text) => (text === '' ? null : (readDecimal(text)?.toFixed() ?? null))),
  existing: z.enum(EXISTING_CREDITS, 'Choose what counts of what is done already'),
  indexation: z.enum(INDEXATIONS, 'Choose whether the commitment follows spend'),
  reason: openText('the reason', ASK_LIMITS.reason),
})
const FIELDS = ['askedAs', 'minimum', 'existing', 'indexation', 'reason'] as const

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const seen = await seeAsk(request)
  const line = seen.content.lines.find(({ measure }) => measure === request.params.measure)
  if (!line) throw new NotFound('The ask has no such measure.')
  const isForm = errors.length > 0
  const fields = Object.fromEntries(
    FIELDS.map((name) => [name, isForm ? typed(request.form, name) : (line[name] ?? '')]),
  )
  const view = {
    line,
    fields,
    isVolumeGuaranteed: seen.content.isVolumeGuaranteed,
    typed: typedBecause(isForm ? request.form : null, seen, request.query.note),
    notes: seen.notes,
    errors,
  }
  return page(line.name, h(EditAskLineView, view), {
    status: isForm ? 400 : 200,
    hasErrors: isForm,
    backLink: { href: askPath(seen.purchase.id), text: `Ask: ${seen.purchase.title}` },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(LineForm, request.form)
  if (!form.ok) return show(request, form.errors)
  const id = purchaseIdOf(request)
  const { askedAs, minimum, existing, indexation, reason, ...edit } = form.value
  const fields = { askedAs, minimum, existing, indexation, reason }
  const saved = await changeAsk(request.ctx, id, {
    ...edit,
    change: (content) => ({
      ...content,
      lines: content.lines.map((line) =>
        line.measure === request.params.measure ? { ...line, ...fields } : line,
      ),
    }),
  })
  return saved.ok
    ? redirect(`${askPath(id)}?done=saved`)
    : show(request, [{ field: '', message: ASK_REFUSALS[saved.refusal] }])
}
