import { h } from 'preact'
import { z } from 'zod'
import { exact, readDecimal } from '../../../kernel/exact.ts'
import { type Answer, json, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { changeAsk } from '../actions/asks.ts'
import { ASK_REFUSALS } from '../messages/ask-words.ts'
import { ASK_LIMITS } from '../model/ask.ts'
import type { AskSeen } from '../read-ask.ts'
import { expectedPricePence } from '../rules/ask/ask-facts.ts'
import { scoringInput } from '../rules/ask/scoring-input.ts'
import { proposedCriteria } from '../rules/ask/weights.ts'
import { askPath, because, openText, purchaseIdOf, seeAsk, typedBecause } from './ask-request.ts'
import { readCriteria, typedCriterion, typedRows } from './criteria-form.ts'
import { EditCriteriaView } from './edit-criteria.view.tsx'

const WeightsForm = z.object({ ...because, weightReason: openText('the reason', ASK_LIMITS.reason) })

/** Where no policy is set, the central government's least (PPN 002) is what a page proposes. */
const PROPOSED_WEIGHT = exact(10)
const EMPTY_ROWS = 2

const rowsOf = ({ content, purchase, policy }: AskSeen) => {
  const weight = (policy && readDecimal(policy.weight)) || PROPOSED_WEIGHT
  const criteria =
    content.criteria.length > 0 ? content.criteria : proposedCriteria(expectedPricePence(purchase), weight)
  const empty = Math.min(EMPTY_ROWS, ASK_LIMITS.criteria - criteria.length)
  return [...criteria, ...Array.from({ length: empty }, () => null)].map(typedCriterion)
}

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const seen = await seeAsk(request)
  const isForm = errors.length > 0
  const view = {
    title: seen.purchase.title,
    rows: isForm ? typedRows(request.form) : rowsOf(seen),
    policy: seen.policy,
    weightReason: isForm ? typed(request.form, 'weightReason') : seen.content.weightReason,
    typed: typedBecause(isForm ? request.form : null, seen, request.query.note),
    notes: seen.notes,
    errors,
  }
  return page('Award criteria and weights', h(EditCriteriaView, view), {
    status: isForm ? 400 : 200,
    hasErrors: isForm,
    backLink: { href: askPath(seen.purchase.id), text: `Ask: ${seen.purchase.title}` },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(WeightsForm, request.form)
  const { criteria, errors } = readCriteria(request.form)
  if (!form.ok || errors.length > 0) return show(request, [...errors, ...(form.ok ? [] : form.errors)])
  const id = purchaseIdOf(request)
  const { weightReason, ...edit } = form.value
  const saved = await changeAsk(request.ctx, id, {
    ...edit,
    change: (content) => ({ ...content, criteria, weightReason }),
  })
  return saved.ok
    ? redirect(`${askPath(id)}?done=saved`)
    : show(request, [{ field: '', message: ASK_REFUSALS[saved.refusal] }])
}

/** The criteria in the shape that `goldthread score` reads. */
export const getJson = async (request: PageRequest): Promise<Answer> => {
  const { purchase, content } = await seeAsk(request)
  return json(scoringInput(purchase.title, content.criteria))
}
