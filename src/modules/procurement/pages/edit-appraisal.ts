import { h } from 'preact'
import { z } from 'zod'
import { readDecimal } from '../../../kernel/exact.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { changeAppraisal } from '../actions/appraisals.ts'
import { APPRAISAL_REFUSALS } from '../messages/appraisal-words.ts'
import {
  APPRAISAL_LIMITS,
  type AppraisalContent,
  type AppraisalCriterion,
  PUBLIC_INTEREST_QUESTIONS,
} from '../model/appraisal.ts'
import { freeCode } from '../rules/appraisal/criterion-code.ts'
import { openText, purchaseIdOf } from './ask-request.ts'
import { EditAppraisalView } from './edit-appraisal.view.tsx'
import { appraisalPath, seeAppraisal } from './show-appraisal.ts'

const AppraisalForm = z.object({
  need: openText('what the service has to do', APPRAISAL_LIMITS.text),
  chosenId: z.string().default(''),
  chosenBecause: openText('the reason', APPRAISAL_LIMITS.text),
})

type Fields = Readonly<Record<string, string>>

const fieldsOf = (content: AppraisalContent): Fields => ({
  need: content.need,
  chosenId: content.chosenId ?? '',
  chosenBecause: content.chosenBecause,
  ...Object.fromEntries(
    content.criteria.flatMap(({ name, weight }, row) => [
      [`criterion-${row}`, name],
      [`weight-${row}`, weight],
    ]),
  ),
  ...Object.fromEntries(
    PUBLIC_INTEREST_QUESTIONS.map((question, row) => [
      `answer-${row}`,
      content.publicInterest?.answers.find((one) => one.question === question)?.answer ?? '',
    ]),
  ),
})

/** A criterion that keeps its row keeps its code, so that its scores stay with it under a new name. */
const readCriteria = (form: PageRequest['form'], before: readonly AppraisalCriterion[]) => {
  const errors: FieldError[] = []
  const criteria: AppraisalCriterion[] = []
  for (let row = 0; row < APPRAISAL_LIMITS.criteria; row++) {
    const name = typed(form, `criterion-${row}`).trim().slice(0, APPRAISAL_LIMITS.name)
    if (name === '') continue
    const weight = readDecimal(typed(form, `weight-${row}`))
    if (!weight || weight.lt(0) || weight.gt(100))
      errors.push({ field: `weight-${row}`, message: `Enter a weight from 0 to 100 for “${name}”` })
    const code = freeCode({ code: before[row]?.code, name }, criteria)
    criteria.push({ code, name, weight: weight?.toFixed() ?? '0' })
  }
  return { criteria, errors }
}

const readAnswers = (form: PageRequest['form']): AppraisalContent['publicInterest'] => {
  const answers = PUBLIC_INTEREST_QUESTIONS.map((question, row) => ({
    question,
    answer: typed(form, `answer-${row}`).trim().slice(0, APPRAISAL_LIMITS.text),
  })).filter(({ answer }) => answer !== '')
  return answers.length > 0 ? { answers } : null
}

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { purchase, appraisal, content } = await seeAppraisal(request)
  const isForm = errors.length > 0
  const fields: Fields = isForm
    ? Object.fromEntries(Object.keys(request.form).map((name) => [name, typed(request.form, name)]))
    : fieldsOf(content)
  const view = {
    title: purchase.title,
    text: (name: string) => fields[name] ?? '',
    rows: Math.min(APPRAISAL_LIMITS.criteria, content.criteria.length + 2),
    options: content.options.map(({ id, name }) => ({ value: id, text: name })),
    questions: PUBLIC_INTEREST_QUESTIONS,
    seen: isForm ? Number(typed(request.form, 'seen')) || 0 : (appraisal?.version ?? 0),
    errors,
  }
  return page('Criteria, choice and reasons', h(EditAppraisalView, view), {
    status: isForm ? 400 : 200,
    hasErrors: isForm,
    backLink: { href: appraisalPath(purchase.id), text: 'How it is delivered' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(AppraisalForm, request.form)
  const { content } = await seeAppraisal(request)
  const { criteria, errors } = readCriteria(request.form, content.criteria)
  if (!form.ok || errors.length > 0) return show(request, [...(form.ok ? [] : form.errors), ...errors])
  const id = purchaseIdOf(request)
  const { need, chosenId, chosenBecause } = form.value
  const saved = await changeAppraisal(request.ctx, id, {
    seen: Number(typed(request.form, 'seen')) || 0,
    change: (before) => ({
      ...before,
      need,
      criteria,
      chosenId: before.options.some((option) => option.id === chosenId) ? chosenId : null,
      chosenBecause,
      publicInterest: readAnswers(request.form),
    }),
  })
  return saved.ok
    ? redirect(appraisalPath(id))
    : show(request, [{ field: '', message: APPRAISAL_REFUSALS[saved.refusal] }])
}
