import { h } from 'preact'
import { type Answer, page } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { declareInterests } from '../actions/panel.ts'
import { LONGEST_TEXT } from '../model.ts'
import { lastWords } from '../rules/access.ts'
import { listBidders, listDeclarations } from '../store/bids.ts'
import { DeclareInterestsView } from './declare-interests.view.tsx'
import { backTo, readIn, settle } from './in-evaluation.ts'

const read = (request: PageRequest) =>
  readIn(request, async (db, evaluation) => ({
    evaluation,
    bidders: await listBidders(db, evaluation.id),
    last: lastWords(await listDeclarations(db, evaluation.id, request.visitor.personId)),
  }))

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { evaluation, bidders, last } = await read(request)
  const { form } = request
  const body = h(DeclareInterestsView, {
    evaluation,
    bidders: bidders.map(({ supplierId, name }) => ({
      supplierId,
      name,
      said:
        typed(form, `interest-${supplierId}`) ||
        (last.has(supplierId) ? (last.get(supplierId)?.hasInterest ? 'yes' : 'no') : ''),
      detail: typed(form, `detail-${supplierId}`) || (last.get(supplierId)?.detail ?? ''),
    })),
    errors,
  })
  return page('Declare your interests', body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: backTo(evaluation),
    width: 'narrow',
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const { bidders } = await read(request)
  const { form } = request
  const errors = bidders.flatMap(({ supplierId, name }) => {
    const said = typed(form, `interest-${supplierId}`)
    if (said !== 'yes' && said !== 'no')
      return [{ field: `interest-${supplierId}`, message: `Say whether you have an interest in ${name}` }]
    return said === 'yes' && typed(form, `detail-${supplierId}`).trim() === ''
      ? [{ field: `detail-${supplierId}`, message: `Say what your interest in ${name} is` }]
      : []
  })
  if (errors.length > 0) return show(request, errors)
  const said = bidders.map(({ supplierId }) => ({
    supplierId,
    hasInterest: typed(form, `interest-${supplierId}`) === 'yes',
    detail: typed(form, `detail-${supplierId}`).trim().slice(0, LONGEST_TEXT),
  }))
  const outcome = await declareInterests(request.ctx, idOf(request, 'evaluationId'), said)
  return settle(request, outcome, show, '?done=declared')
}
