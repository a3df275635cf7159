import { h } from 'preact'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { giveScores, handIn } from '../actions/scores.ts'
import { type Evaluation, LONGEST_TEXT } from '../model.ts'
import { deskOf, missingScores } from '../rules/scores.ts'
import { clearedBids, listAnswers, listBids } from '../store/bids.ts'
import { listPanel, listScores } from '../store/panel.ts'
import { DeskView, ScoreAnswerView } from './desk.view.tsx'
import { backTo, type Db, noticeOf, readIn, settle } from './in-evaluation.ts'
import { evaluationPath } from './paths.ts'

const readDesk = async (db: Db, evaluation: Evaluation, personId: string) => {
  const own = (await listPanel(db, evaluation.id)).find(
    (one) => one.personId === personId && one.removedAt === null,
  )
  const cleared = await clearedBids(db)
  const desk = own ? deskOf(own, evaluation.criteria, await listBids(db, evaluation.id), cleared) : []
  const scores = own ? await listScores(db, evaluation.id, { personId }) : []
  return { own, desk, scores, left: missingScores(desk, scores) }
}

const showDesk = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { evaluation, own, desk, scores, left } = await readIn(request, async (db, found) => ({
    evaluation: found,
    ...(await readDesk(db, found, request.visitor.personId ?? '')),
  }))
  const body = h(DeskView, {
    evaluation,
    isOnPanel: own !== undefined,
    hasHandedIn: own !== undefined && own.handedInAt !== null,
    left: left.length,
    first: left[0] ?? null,
    criteria: [...new Set(desk.map(({ criterion }) => criterion))].map((criterion) => ({
      criterion,
      at: evaluation.criteria.findIndex(({ name }) => name === criterion),
      entries: desk
        .filter((one) => one.criterion === criterion)
        .map((one) => ({
          ...one,
          score:
            scores.find(({ bidId, criterion: of }) => bidId === one.bidId && of === criterion)?.score ?? null,
        })),
    })),
    errors,
  })
  return page('Your desk', body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: backTo(evaluation),
    notice: noticeOf(request, errors),
  })
}

export const getDesk = (request: PageRequest): Promise<Answer> => showDesk(request, [])
export const postHandIn = async (request: PageRequest): Promise<Answer> =>
  settle(request, await handIn(request.ctx, idOf(request, 'evaluationId')), showDesk, 'desk?done=handed-in')

/** `/desk/2/:bidId`: the criterion by its place in the tender, which is never changed. */
const criterionOf = (request: PageRequest, evaluation: Evaluation) => {
  const at = Number(request.params.criterion)
  const criterion = Number.isSafeInteger(at) ? evaluation.criteria[at] : undefined
  if (!criterion) throw new NotFound('There is no such criterion here.')
  return { criterion, at }
}

const readAnswer = (request: PageRequest) =>
  readIn(request, async (db, evaluation) => {
    const bidId = idOf(request, 'bidId')
    const { criterion, at } = criterionOf(request, evaluation)
    const { own, desk, scores, left } = await readDesk(db, evaluation, request.visitor.personId ?? '')
    const here = desk.findIndex((one) => one.bidId === bidId && one.criterion === criterion.name)
    if (!own || here < 0) throw new NotFound('There is nothing for you to score here.')
    const answers = await listAnswers(db, evaluation.id, { bidId })
    const asked = evaluation.questions.filter((question) => question.criterion === criterion.name)
    return {
      evaluation,
      criterion,
      at,
      entry: desk[here]!,
      position: here + 1,
      of: desk.length,
      questions: asked.map((question) => ({
        question,
        answer: answers.find((one) => one.question === question.code),
      })),
      given: scores.find((one) => one.bidId === bidId && one.criterion === criterion.name) ?? null,
      isLocked: own.handedInAt !== null || evaluation.stage !== 'scoring',
      next: left.find((one) => one.bidId !== bidId || one.criterion !== criterion.name) ?? null,
    }
  })

const showAnswer = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const found = await readAnswer(request)
  const body = h(ScoreAnswerView, {
    ...found,
    errors,
    fields: {
      score: typed(request.form, 'score') || String(found.given?.score ?? ''),
      reason: typed(request.form, 'reason') || (found.given?.reason ?? ''),
    },
  })
  return page(`Bidder ${found.entry.letter}: ${found.criterion.name}`, body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: evaluationPath(found.evaluation.id, 'desk'), text: 'Your desk' },
    notice: noticeOf(request, errors),
  })
}

export const getAnswer = (request: PageRequest): Promise<Answer> => showAnswer(request, [])

export const postScore = async (request: PageRequest): Promise<Answer> => {
  const score = typed(request.form, 'score')
  if (!/^\d$/.test(score))
    return showAnswer(request, [{ field: 'score', message: 'Choose a score from 0 to 5' }])
  const { evaluation, criterion, next } = await readAnswer(request)
  const reason = typed(request.form, 'reason').trim().slice(0, LONGEST_TEXT)
  const given = { bidId: idOf(request, 'bidId'), criterion: criterion.name, score: Number(score), reason }
  const outcome = await giveScores(request.ctx, evaluation.id, [given])
  const place = next && evaluation.criteria.findIndex(({ name }) => name === next.criterion)
  const to = next ? `desk/${place}/${next.bidId}?done=saved` : 'desk?done=saved'
  return settle(request, outcome, showAnswer, to, 'reason')
}
