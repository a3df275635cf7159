import { h } from 'preact'
import { z } from 'zod'
import { readDecimal, toPence } from '../../../kernel/exact.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { optionalText } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { changeDraft } from '../actions/drafts.ts'
import { refusalSentence } from '../messages/words.ts'
import { TENDER_LIMITS, type TenderLot } from '../model.ts'
import { EditContentView, type TypedLot } from './edit-content.view.tsx'
import { backTo, type SeenTender, seeTender } from './tender-request.ts'

const ContentForm = z.object({
  seen: z.coerce.number().int(),
  description: optionalText('a description', TENDER_LIMITS.description),
  conditions: optionalText('the conditions', TENDER_LIMITS.description),
})
const SPARE_ROWS = 2
const FIELDS = ['name', 'description', 'value'] as const

const typedLots = (form: PageRequest['form']): TypedLot[] =>
  Array.from({ length: TENDER_LIMITS.lots }, (_, row) => row)
    .filter((row) => form[`lot-name-${row}`] !== undefined)
    .map(
      (row) =>
        Object.fromEntries(FIELDS.map((field) => [field, typed(form, `lot-${field}-${row}`)])) as TypedLot,
    )

const lotOf = ({ name, description, valuePence }: TenderLot): TypedLot => ({
  name,
  description,
  value: valuePence === null ? '' : (valuePence / 100).toFixed(2),
})

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

const readLots = (form: PageRequest['form']) => {
  const errors: FieldError[] = []
  const rows = typedLots(form).flatMap((row, at) => (row.name.trim() === '' ? [] : [{ ...row, at }]))
  const lots = rows.map(({ name, description, value, at }, index): TenderLot => {
    const pounds = value.trim() === '' ? null : readDecimal(value)
    if (pounds === undefined || pounds?.lt(0))
      errors.push({ field: `lot-value-${at}`, message: 'Enter pounds, such as 25,000, or leave it empty' })
    return {
      code: LETTERS[index] ?? `L${index + 1}`,
      name: name.trim().slice(0, 200),
      description: description.trim().slice(0, TENDER_LIMITS.text),
      valuePence: pounds ? Number(toPence(pounds)) : null,
    }
  })
  if (lots.length === 0)
    errors.push({ field: 'lot-name-0', message: 'Name at least one lot: the whole contract' })
  return { lots, errors }
}

const show = (request: PageRequest, seen: SeenTender, errors: readonly FieldError[]): Answer => {
  const isTyped = errors.length > 0
  const { form } = request
  const { content } = seen
  const spare = Array.from({ length: SPARE_ROWS }, () => ({ name: '', description: '', value: '' }))
  const body = h(EditContentView, {
    errors,
    revision: isTyped ? Number(typed(form, 'seen')) : seen.revision,
    description: isTyped ? typed(form, 'description') : content.description,
    conditions: isTyped ? typed(form, 'conditions') : content.conditions.join('\n'),
    lots: isTyped ? typedLots(form) : [...content.lots.map(lotOf), ...spare].slice(0, TENDER_LIMITS.lots),
  })
  return page('Description, lots and conditions', body, {
    status: isTyped ? 400 : 200,
    hasErrors: isTyped,
    backLink: backTo(seen),
  })
}

export const get = async (request: PageRequest): Promise<Answer> =>
  show(request, await seeTender(request), [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const tender = await seeTender(request)
  const form = readForm(ContentForm, request.form)
  const { lots, errors } = readLots(request.form)
  if (!form.ok || errors.length > 0)
    return show(request, tender, [...(form.ok ? [] : form.errors), ...errors])
  const { seen, description } = form.value
  const conditions = form.value.conditions
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const saved = await changeDraft(request.ctx, tender.tender.id, {
    seen,
    change: (content) => ({ ...content, description, lots, conditions }),
  })
  return saved.ok
    ? redirect(`${tender.at}?done=saved`)
    : show(request, tender, [{ field: '', message: refusalSentence(saved) }])
}
