import { h } from 'preact'
import { type Answer, page } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { approveResult, limitsOf } from '../actions/result.ts'
import { LONGEST_TEXT } from '../model.ts'
import { isApproved, limitFor } from '../rules/approval.ts'
import { latestResults, listApprovals, listSeen } from '../store/decisions.ts'
import { ApproveView } from './approve.view.tsx'
import { backTo, noticeOf, readIn, settle } from './in-evaluation.ts'

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { visitor, form } = request
  const found = await readIn(request, async (db, evaluation) => {
    const results = await latestResults(db, evaluation.id)
    const number = results[0]?.number ?? 0
    const approvals = await listApprovals(db, evaluation.id)
    const limit = limitFor(await limitsOf(db), evaluation.valuePence)
    const seen = await listSeen(db, evaluation.id)
    return {
      evaluation,
      results,
      approvals,
      limit,
      isApproved: isApproved(
        limit,
        approvals.filter(({ resultNumber }) => resultNumber === number),
      ),
      hasSeen: seen.some((one) => one.personId === visitor.personId && one.resultNumber === number),
    }
  })
  const body = h(ApproveView, {
    ...found,
    mayApprove: visitor.permissions.has('evaluation.approve') && found.evaluation.stage === 'approval',
    errors,
    fields: { decision: typed(form, 'decision'), note: typed(form, 'note') },
  })
  return page('Approval', body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: backTo(found.evaluation),
    notice: noticeOf(request, errors),
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const decision = typed(request.form, 'decision')
  if (decision !== 'approve' && decision !== 'refuse')
    return show(request, [{ field: 'decision', message: 'Choose whether you approve' }])
  const note = typed(request.form, 'note').slice(0, LONGEST_TEXT)
  const given = { isApproved: decision === 'approve', note }
  const outcome = await approveResult(request.ctx, idOf(request, 'evaluationId'), given)
  return settle(
    request,
    outcome,
    show,
    '?done=judged',
    outcome.ok || outcome.refusal !== 'reason-missing' ? '' : 'note',
  )
}
