import { h } from 'preact'
import { z } from 'zod'
import { readDecimal, toPence } from '../../../kernel/exact.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { newId } from '../../../platform/ids.ts'
import { changeAppraisal } from '../actions/appraisals.ts'
import { APPRAISAL_REFUSALS } from '../messages/appraisal-words.ts'
import {
  APPRAISAL_LIMITS,
  type AppraisalCriterion,
  CONFIDENCES,
  DELIVERY_MODELS,
  type DeliveryModel,
  type DeliveryOption,
  DOERS,
  type Doer,
  type OptionScore,
} from '../model/appraisal.ts'
import { openText, purchaseIdOf, shortText } from './ask-request.ts'
import { EditOptionView } from './edit-option.view.tsx'
import { appraisalPath, seeAppraisal } from './show-appraisal.ts'

/** Pounds of each year, separated by spaces or lines; commas belong to the amounts. */
const readCosts = (text: string): number[] | undefined => {
  const amounts = text.split(/[\s;]+/).filter(Boolean)
  const pence = amounts.map((amount) => readDecimal(amount))
  const isReadable = pence.every((one) => one !== undefined && one.gte(0) && one.decimalPlaces() <= 2)
  return isReadable && amounts.length <= APPRAISAL_LIMITS.years
    ? pence.map((one) => Number(toPence(one as never)))
    : undefined
}

const isModel = (text: string): text is DeliveryModel => Object.hasOwn(DELIVERY_MODELS, text)
const isDoer = (text: string): text is Doer => Object.hasOwn(DOERS, text)

const OptionForm = z.object({
  name: shortText('the name of the option', APPRAISAL_LIMITS.name),
  model: z.string().refine(isModel, 'Choose how it is delivered'),
  costs: z
    .string()
    .default('')
    .refine(
      (text) => readCosts(text) !== undefined,
      'Enter pounds for each year, such as: 120,000 95,000 95,000',
    )
    .transform((text) => readCosts(text) ?? []),
  movesStaff: z.string().optional(),
  mayBeSubsidy: z.string().optional(),
  flagsNote: openText('what was found out', APPRAISAL_LIMITS.text),
})

export const PART_ROWS = 4

/** What the form shows: each field by its name, as typed or as stored. */
type Fields = Readonly<Record<string, string>>

const fieldsOf = (option: DeliveryOption | undefined): Fields => ({
  name: option?.name ?? '',
  model: option?.model ?? 'in-house',
  costs: (option?.costsPence ?? [])
    .map((pence) => (pence / 100).toFixed(pence % 100 === 0 ? 0 : 2))
    .join(' '),
  movesStaff: option?.movesStaff ? 'yes' : '',
  mayBeSubsidy: option?.mayBeSubsidy ? 'yes' : '',
  flagsNote: option?.flagsNote ?? '',
  ...Object.fromEntries(
    (option?.scores ?? []).flatMap(({ criterion, score, evidence, confidence }) => [
      [`score-${criterion}`, String(score)],
      [`evidence-${criterion}`, evidence],
      [`confidence-${criterion}`, confidence],
    ]),
  ),
  ...Object.fromEntries(
    (option?.parts ?? []).flatMap((part, row) => [
      [`part-${row}`, part.name],
      [`runs-${row}`, part.administeredBy],
      [`does-${row}`, part.deliveredBy],
    ]),
  ),
})

const typedFields = (form: PageRequest['form']): Fields =>
  Object.fromEntries(Object.keys(form).map((name) => [name, typed(form, name)]))

const readScores = (form: PageRequest['form'], criteria: readonly AppraisalCriterion[]): OptionScore[] =>
  criteria.flatMap(({ code }): OptionScore[] => {
    const score = typed(form, `score-${code}`)
    if (!/^[0-5]$/.test(score)) return []
    const given = typed(form, `confidence-${code}`)
    return [
      {
        criterion: code,
        score: Number(score),
        evidence: typed(form, `evidence-${code}`).trim().slice(0, APPRAISAL_LIMITS.text),
        confidence: CONFIDENCES.find((one) => one === given) ?? 'medium',
      },
    ]
  })

const readParts = (form: PageRequest['form']): DeliveryOption['parts'] =>
  Array.from({ length: PART_ROWS }, (_, row) => row).flatMap((row) => {
    const [name, administeredBy, deliveredBy] = [
      typed(form, `part-${row}`).trim(),
      typed(form, `runs-${row}`),
      typed(form, `does-${row}`),
    ]
    return name !== '' && isDoer(administeredBy) && isDoer(deliveredBy)
      ? [{ name: name.slice(0, APPRAISAL_LIMITS.name), administeredBy, deliveredBy }]
      : []
  })

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { purchase, appraisal, content } = await seeAppraisal(request)
  const { optionId } = request.params
  const option = content.options.find(({ id }) => id === optionId)
  if (optionId !== undefined && !option) throw new NotFound('There is no such option.')
  const isForm = errors.length > 0
  const fields = isForm ? typedFields(request.form) : fieldsOf(option)
  const view = {
    title: option ? option.name : 'Add an option',
    removeAt: option ? `${appraisalPath(purchase.id, `options/${option.id}`)}/remove` : null,
    text: (name: string) => fields[name] ?? '',
    criteria: content.criteria,
    seen: isForm ? Number(typed(request.form, 'seen')) || 0 : (appraisal?.version ?? 0),
    errors,
  }
  return page(view.title, h(EditOptionView, view), {
    status: isForm ? 400 : 200,
    hasErrors: isForm,
    backLink: { href: appraisalPath(purchase.id), text: 'How it is delivered' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(OptionForm, request.form)
  if (!form.ok) return show(request, form.errors)
  const { content } = await seeAppraisal(request)
  const { name, model, costs, flagsNote } = form.value
  const option: DeliveryOption = {
    id: request.params.optionId ?? newId(),
    name,
    model: model as DeliveryModel,
    parts: readParts(request.form),
    scores: readScores(request.form, content.criteria),
    costsPence: costs,
    movesStaff: form.value.movesStaff === 'yes',
    mayBeSubsidy: form.value.mayBeSubsidy === 'yes',
    flagsNote,
  }
  return save(request, (options) =>
    options.some(({ id }) => id === option.id)
      ? options.map((one) => (one.id === option.id ? option : one))
      : [...options, option],
  )
}

export const postRemove = (request: PageRequest): Promise<Answer> =>
  save(request, (options) => options.filter(({ id }) => id !== request.params.optionId))

const save = async (
  request: PageRequest,
  change: (options: readonly DeliveryOption[]) => readonly DeliveryOption[],
): Promise<Answer> => {
  const id = purchaseIdOf(request)
  const saved = await changeAppraisal(request.ctx, id, {
    seen: Number(typed(request.form, 'seen')) || 0,
    change: (content) => {
      const options = change(content.options)
      const isKept = options.some((option) => option.id === content.chosenId)
      return { ...content, options, chosenId: isKept ? content.chosenId : null }
    },
  })
  return saved.ok
    ? redirect(appraisalPath(id))
    : show(request, [{ field: '', message: APPRAISAL_REFUSALS[saved.refusal] }])
}
