import { h } from 'preact'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, download, page } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { decideOnExclusion, recordFindings } from '../actions/checks.ts'
import { type FindingKind, LONGEST_TEXT } from '../model.ts'
import { checksOf, proposedExclusion } from '../rules/checks.ts'
import { bidderOfBids, clearedBids, listAnswers, listBids, listFindings } from '../store/bids.ts'
import { CheckBidView } from './check-bid.view.tsx'
import { backTo, isLead, noticeOf, readIn, settle } from './in-evaluation.ts'

const KINDS = ['met', 'failed', 'asked', 'answered', 'exclusion-proposed'] as const

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const bidId = idOf(request, 'bidId')
  const found = await readIn(request, async (db, evaluation) => {
    const bid = (await listBids(db, evaluation.id)).find(({ id }) => id === bidId)
    if (!bid) throw new NotFound('There is no such bid here.')
    const isCleared = (await clearedBids(db)).has(bidId)
    const answers = await listAnswers(db, evaluation.id, { bidId })
    const findings = await listFindings(db, evaluation.id, bidId)
    const bidders = await bidderOfBids(db, evaluation.id)
    return { evaluation, bid, isCleared, answers, findings, bidder: bidders.get(bidId)?.name ?? null }
  })
  const { evaluation, bid, findings, answers, isCleared } = found
  const lead = isLead(request, evaluation)
  const body = h(CheckBidView, {
    ...found,
    checks: checksOf(evaluation.questions, bid.lot, answers, findings),
    proposed: proposedExclusion(findings) ?? null,
    mayCheck: lead && isCleared && ['preparing', 'scoring', 'moderation'].includes(evaluation.stage),
    mayRead: answers.length > 0,
    mayDecide: proposedExclusion(findings)?.personId !== request.visitor.personId,
    errors,
    fields: {
      question: typed(request.form, 'question') || (request.query.question ?? ''),
      kind: typed(request.form, 'kind'),
      words: typed(request.form, 'words'),
    },
  })
  return page(`Bidder ${bid.letter}`, body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: backTo(evaluation),
    notice: noticeOf(request, errors),
    width: 'wide',
  })
}

/** A file of an answer that the person may read; always to keep: nothing from outside is shown within our pages. */
export const getFile = async (request: PageRequest): Promise<Answer> => {
  const bidId = idOf(request, 'bidId')
  const { question, number } = request.params
  const answers = await readIn(request, (db, { id }) =>
    listAnswers(db, id, { bidId, questions: [question ?? ''] }),
  )
  const file = answers[0]?.files[Number(number) - 1]
  if (!file) throw new NotFound('There is no such file here.')
  return download(file.name, 'application/octet-stream', request.ctx.files.open(file.key))
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const kind = KINDS.find((one) => one === typed(request.form, 'kind'))
  if (!kind) return show(request, [{ field: 'kind', message: 'Choose what you found' }])
  const bidId = idOf(request, 'bidId')
  const question = kind === 'exclusion-proposed' ? null : typed(request.form, 'question')
  const words = typed(request.form, 'words').trim().slice(0, LONGEST_TEXT)
  const finding = { bidId, question, kind: kind as FindingKind, words }
  const outcome = await recordFindings(request.ctx, idOf(request, 'evaluationId'), [finding])
  return settle(request, outcome, show, `bids/${bidId}?done=noted`, 'words')
}

export const postDecision = async (request: PageRequest): Promise<Answer> => {
  const bidId = idOf(request, 'bidId')
  const isApproved = typed(request.form, 'decision') === 'approve'
  const note = typed(request.form, 'note').trim().slice(0, LONGEST_TEXT)
  const id = idOf(request, 'evaluationId')
  const outcome = await decideOnExclusion(request.ctx, id, bidId, isApproved, note)
  return settle(request, outcome, show, `bids/${bidId}?done=noted`, 'note')
}
