import { h } from 'preact'
import type { Parts } from '../../../kernel/seen.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { asThere, NOTHING_SEEN, type Standing, seenIn } from '../../../platform/http/seen-form.ts'
import { markOfAll } from '../../../platform/seen.ts'
import type { Revised } from '../actions/adapt-framework.ts'
import { changeVariant, leaveOutVariant, takeBackVariant } from '../actions/adapt-variant.ts'
import type { EntryTexts } from '../framework/edit-entry.ts'
import { variantParts } from '../framework/entry-parts.ts'
import { variantRow } from '../framework/framework-row.ts'
import { refusalWords } from '../messages/refusal-words.ts'
import type { Measure, Variant } from '../model.ts'
import { variantField } from '../rules/entry-fields.ts'
import { measurePath, variantPath } from '../seen.ts'
import { ChangeVariantView } from './change-variant.view.tsx'
import { afterRefusal, differencesOf, errorsOf, textsIn } from './entry-form.ts'
import { type SeenMeasure, seeMeasure } from './show-measure.ts'

type Form = { readonly texts: EntryTexts; readonly because: string; readonly outBecause: string }

/** The figure that an address names, as it counts here; null where it was left out here. Throws NotFound. */
const figureOf = ({ local, measure }: SeenMeasure, request: PageRequest): Variant | null => {
  const code = request.params.variant ?? ''
  const known = measure.variants.find((variant) => variant.code === code)
  const published = differencesOf(local, 'measure', measure.code).some(
    ({ field }) => field === variantField(code),
  )
  if (!known && !published) throw new NotFound('This measure has no such other figure.')
  return known ?? null
}

const thereOf = (measure: Measure, code: string): Parts =>
  variantParts(measure.code, measure.variants.find((variant) => variant.code === code) ?? null)

const show = (
  { local, measure }: SeenMeasure,
  code: string | null,
  form: Form,
  errors: readonly FieldError[],
  standing: Standing = code === null ? NOTHING_SEEN : asThere(thereOf(measure, code)),
): Answer => {
  const title = code === null ? 'Add another figure' : 'Change another figure'
  const difference = differencesOf(local, 'measure', measure.code).find(
    ({ field }) => code !== null && field === variantField(code),
  )
  const path = code === null ? null : variantPath(local.framework.id, measure.code, code)
  return page(
    title,
    h(ChangeVariantView, { ...form, title, measure, code, path, difference, errors, standing }),
    {
      status: errors.length > 0 ? 400 : 200,
      hasErrors: errors.length > 0,
      backLink: { href: measurePath(local.framework.id, measure.code), text: measure.name },
    },
  )
}

const formOf = (measure: Measure, variant: Variant | null): Form => ({
  texts: variant
    ? variantRow(measure.code, variant)
    : { basis: measure.basis, priceYear: measure.proxy?.priceYear ?? '', transfer: 'no' },
  because: '',
  outBecause: '',
})

const back = ({ local, measure }: SeenMeasure): Answer =>
  redirect(`${measurePath(local.framework.id, measure.code)}#variants`)

export const get = async (request: PageRequest): Promise<Answer> => {
  const seen = await seeMeasure(request)
  return show(seen, request.params.variant ?? '', formOf(seen.measure, figureOf(seen, request)), [])
}

export const getNew = async (request: PageRequest): Promise<Answer> => {
  const seen = await seeMeasure(request)
  return show(seen, null, formOf(seen.measure, null), [])
}

const save = async (request: PageRequest, isNew: boolean): Promise<Answer> => {
  const seen = await seeMeasure(request)
  const { form, ctx } = request
  const code = isNew ? typed(form, 'code').trim() : (request.params.variant ?? '')
  const [texts, because] = [textsIn(form), typed(form, 'because')]
  const before = isNew ? undefined : markOfAll(seenIn(form))
  const isTaken = isNew && seen.measure.variants.some((variant) => variant.code === code)
  const named = { measure: seen.measure.code, code, because }
  const outcome: Revised = isTaken
    ? { ok: false, refusal: 'code-taken', facts: { code } }
    : await changeVariant(ctx, seen.local.framework.id, { ...named, texts, seen: before })
  if (outcome.ok) return back(seen)
  if (isNew)
    return show(seen, null, { texts: { ...texts, code }, because, outBecause: '' }, errorsOf(outcome))
  const now = await seeMeasure(request)
  const again = afterRefusal(form, { outcome, there: thereOf(now.measure, code), texts })
  const filled = { texts: { ...again.texts, code }, because, outBecause: '' }
  return show(now, code, filled, again.errors, again.standing)
}

export const post = (request: PageRequest): Promise<Answer> => save(request, false)
export const postNew = (request: PageRequest): Promise<Answer> => save(request, true)

export const postOut = async (request: PageRequest): Promise<Answer> => {
  const seen = await seeMeasure(request)
  const [code, because] = [request.params.variant ?? '', typed(request.form, 'out-because')]
  const named = { measure: seen.measure.code, code, because }
  const outcome = await leaveOutVariant(request.ctx, seen.local.framework.id, named)
  if (outcome.ok) return back(seen)
  const form = { ...formOf(seen.measure, figureOf(seen, request)), outBecause: because }
  const message = refusalWords(outcome.refusal, outcome.facts)
  return show(seen, code, form, [{ field: 'out-because', message }])
}

export const postBack = async (request: PageRequest): Promise<Answer> => {
  const seen = await seeMeasure(request)
  const named = { measure: seen.measure.code, code: request.params.variant ?? '' }
  const outcome = await takeBackVariant(request.ctx, seen.local.framework.id, named)
  if (!outcome.ok) throw new NotFound(`${refusalWords(outcome.refusal, outcome.facts)}.`)
  return back(seen)
}
