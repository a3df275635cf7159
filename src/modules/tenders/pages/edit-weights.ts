import { h } from 'preact'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { changeDraft } from '../actions/drafts.ts'
import { refusalSentence } from '../messages/words.ts'
import { EditWeightsView } from './edit-weights.view.tsx'
import { backTo, type SeenTender, seeTender } from './tender-request.ts'

const show = (request: PageRequest, seen: SeenTender, errors: readonly FieldError[]): Answer => {
  const isTyped = errors.length > 0
  const weights = seen.content.criteria.map(({ name, weight }, at) => ({
    name,
    weight: isTyped ? typed(request.form, `weight-${at}`) : weight,
  }))
  return page('Weights', h(EditWeightsView, { seen, weights, errors }), {
    status: isTyped ? 400 : 200,
    hasErrors: isTyped,
    backLink: backTo(seen),
  })
}

export const get = async (request: PageRequest): Promise<Answer> =>
  show(request, await seeTender(request), [])

/** New weights for the next version; the database refuses them once a bid came in. */
export const post = async (request: PageRequest): Promise<Answer> => {
  const tender = await seeTender(request)
  const saved = await changeDraft(request.ctx, tender.tender.id, {
    seen: Number(typed(request.form, 'seen')) || 0,
    change: (content) => ({
      ...content,
      criteria: content.criteria.map((criterion, at) => ({
        ...criterion,
        weight: typed(request.form, `weight-${at}`).trim() || criterion.weight,
      })),
    }),
  })
  return saved.ok
    ? redirect(`${tender.at}?done=saved`)
    : show(request, tender, [{ field: 'weight-0', message: refusalSentence(saved) }])
}
