import { h } from 'preact'
import { today } from '../../../platform/context.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import { idOf, readDayFields, typedDay, typedOfDay } from '../../../platform/http/fields.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { announceAward, cancelEvaluation, findPurchase, finishAward } from '../actions/award.ts'
import { isResultApproved } from '../actions/result.ts'
import { LONGEST_TEXT } from '../model.ts'
import { standstillOf } from '../standstill-of.ts'
import { listAwards } from '../store/awards.ts'
import { latestResults } from '../store/decisions.ts'
import { AwardView, CancelView } from './award.view.tsx'
import { backTo, isLead, noticeOf, readIn, settle } from './in-evaluation.ts'

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const on = today(request.ctx)
  const found = await readIn(request, async (db, evaluation) => {
    const number = (await latestResults(db, evaluation.id))[0]?.number ?? 0
    const purchase = await findPurchase(db as never, evaluation.purchaseId)
    return {
      evaluation,
      awards: await listAwards(db, evaluation.id),
      isApproved: await isResultApproved(db, evaluation.id, evaluation.valuePence, number),
      standstill: standstillOf(purchase, on),
    }
  })
  const body = h(AwardView, {
    ...found,
    today: on,
    isLead: isLead(request, found.evaluation),
    notice: request.form['notice-day'] === undefined ? typedOfDay(on) : typedDay(request.form, 'notice'),
    errors,
  })
  return page('Award', body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: backTo(found.evaluation),
    notice: noticeOf(request, errors),
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const postAnnounce = async (request: PageRequest): Promise<Answer> => {
  const day = readDayFields(request.form, 'notice', 'the day of the notice')
  if (!day.ok) return show(request, day.errors)
  const outcome = await announceAward(request.ctx, idOf(request, 'evaluationId'), day.value ?? '')
  return settle(request, outcome, show, '?done=announced', 'notice-day')
}

export const postFinish = async (request: PageRequest): Promise<Answer> =>
  settle(request, await finishAward(request.ctx, idOf(request, 'evaluationId')), show, '?done=finished')

const showCancel = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const evaluation = await readIn(request, async (_db, found) => found)
  const body = h(CancelView, { evaluation, errors, because: typed(request.form, 'because') })
  return page('Cancel the purchase', body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: backTo(evaluation),
  })
}
export const getCancel = (request: PageRequest): Promise<Answer> => showCancel(request, [])
export const postCancel = async (request: PageRequest): Promise<Answer> => {
  const because = typed(request.form, 'because').slice(0, LONGEST_TEXT)
  const outcome = await cancelEvaluation(request.ctx, idOf(request, 'evaluationId'), because)
  return settle(request, outcome, showCancel, '?done=cancelled', 'because')
}
