import { h } from 'preact'
import { z } from 'zod'
import { readDecimal, toPence } from '../../../kernel/exact.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { changeAsk } from '../actions/asks.ts'
import { ASK_REFUSALS } from '../messages/ask-words.ts'
import { ASK_LIMITS, type AskContent, type AskLot } from '../model/ask.ts'
import { askPath, because, openText, purchaseIdOf, seeAsk, typedBecause } from './ask-request.ts'
import { EditLotsView } from './edit-lots.view.tsx'

const LotsForm = z.object({
  ...because,
  introduction: openText('the introduction', ASK_LIMITS.text),
  lotsReason: openText('the reason', ASK_LIMITS.reason),
  isForSmallSuppliers: z.string().optional(),
  isVolumeGuaranteed: z.enum(['yes', 'no'], 'Choose whether the volume is guaranteed'),
})
const LotRow = z.object({
  name: openText('the name', ASK_LIMITS.name),
  description: openText('the description', ASK_LIMITS.text),
  value: z
    .string()
    .trim()
    .default('')
    .refine(
      (text) => text === '' || readDecimal(text)?.gte(0) === true,
      'Enter pounds, such as 25,000, or leave it empty',
    )
    .transform((text) => (text === '' ? null : Number(toPence(readDecimal(text) as never)))),
  small: z.string().default(''),
})

const EMPTY_ROWS = 3
const FIELDS = ['name', 'description', 'value', 'small'] as const
export type TypedLot = Readonly<Record<(typeof FIELDS)[number], string>>

const typedLots = (form: PageRequest['form']): TypedLot[] =>
  Array.from({ length: ASK_LIMITS.lots }, (_, row) => row)
    .filter((row) => form[`lot-name-${row}`] !== undefined)
    .map(
      (row) =>
        Object.fromEntries(FIELDS.map((field) => [field, typed(form, `lot-${field}-${row}`)])) as TypedLot,
    )

const lotOf = (lot: AskLot): TypedLot => ({
  name: lot.name,
  description: lot.description,
  value: lot.valuePence === null ? '' : (lot.valuePence / 100).toFixed(2),
  small: lot.isForSmallSuppliers ? 'yes' : '',
})
const NO_LOT: TypedLot = { name: '', description: '', value: '', small: '' }

const readLots = (form: PageRequest['form']) => {
  const errors: FieldError[] = []
  const lots = typedLots(form).flatMap((row, index): AskLot[] => {
    if (row.name.trim() === '') return []
    const read = readForm(LotRow, row)
    if (read.ok) {
      const { name, description, value, small } = read.value
      return [{ name, description, valuePence: value, isForSmallSuppliers: small === 'yes' }]
    }
    errors.push(...read.errors.map(({ field, message }) => ({ field: `lot-${field}-${index}`, message })))
    return []
  })
  return { lots, errors }
}

const textsOf = (form: PageRequest['form'] | null, content: AskContent) =>
  form
    ? {
        introduction: typed(form, 'introduction'),
        lotsReason: typed(form, 'lotsReason'),
        isForSmallSuppliers: typed(form, 'isForSmallSuppliers') === 'yes',
        volume: typed(form, 'isVolumeGuaranteed'),
      }
    : { ...content, volume: content.isVolumeGuaranteed ? 'yes' : 'no' }

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const seen = await seeAsk(request)
  const { lots } = seen.content
  const isForm = errors.length > 0
  const empty = Math.min(EMPTY_ROWS, ASK_LIMITS.lots - lots.length)
  const view = {
    title: seen.purchase.title,
    texts: textsOf(isForm ? request.form : null, seen.content),
    lots: isForm
      ? typedLots(request.form)
      : [...lots.map(lotOf), ...Array.from({ length: empty }, () => NO_LOT)],
    typed: typedBecause(isForm ? request.form : null, seen, request.query.note),
    notes: seen.notes,
    errors,
  }
  return page('Lots, volume and introduction', h(EditLotsView, view), {
    status: isForm ? 400 : 200,
    hasErrors: isForm,
    backLink: { href: askPath(seen.purchase.id), text: `Ask: ${seen.purchase.title}` },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(LotsForm, request.form)
  const { lots, errors } = readLots(request.form)
  if (!form.ok || errors.length > 0) return show(request, [...(form.ok ? [] : form.errors), ...errors])
  const id = purchaseIdOf(request)
  const { introduction, lotsReason, isForSmallSuppliers, isVolumeGuaranteed, ...edit } = form.value
  const saved = await changeAsk(request.ctx, id, {
    ...edit,
    change: (content) => ({
      ...content,
      introduction,
      lotsReason,
      lots,
      isForSmallSuppliers: isForSmallSuppliers === 'yes',
      isVolumeGuaranteed: isVolumeGuaranteed === 'yes',
    }),
  })
  return saved.ok
    ? redirect(`${askPath(id)}?done=saved`)
    : show(request, [{ field: '', message: ASK_REFUSALS[saved.refusal] }])
}
