import { h } from 'preact'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readTableState } from '../../../platform/views/views.ts'
import { agreeScores } from '../actions/moderation.ts'
import { type Agreed, type Evaluation, LONGEST_TEXT, type Panellist, type Score } from '../model.ts'
import { areScoresIn } from '../rules/access.ts'
import { isJudged } from '../rules/scores.ts'
import { listAnswers, listBids } from '../store/bids.ts'
import { listAgreed, listPanel, listScores } from '../store/panel.ts'
import { backTo, type Db, isLead, noticeOf, readIn, settle } from './in-evaluation.ts'
import { AgreeView, ModerateView } from './moderate.view.tsx'
import { evaluationPath } from './paths.ts'

const PAGE_SIZE = 20

const readCriterion = async (db: Db, evaluation: Evaluation, name: string) => {
  const bids = (await listBids(db, evaluation.id)).filter(({ excludedBecause }) => excludedBecause === null)
  const panel = await listPanel(db, evaluation.id)
  const active = panel.filter(({ removedAt, criteria }) => removedAt === null && criteria.includes(name))
  const scores = Map.groupBy(await listScores(db, evaluation.id, { criterion: name }), ({ bidId }) => bidId)
  const agreed = Map.groupBy(await listAgreed(db, evaluation.id, name), ({ bidId }) => bidId)
  return {
    areIn: areScoresIn(panel),
    active,
    rows: bids.map((bid) => ({
      bid,
      ...sideBySide(active, scores.get(bid.id) ?? []),
      agreed: agreed.get(bid.id)?.at(-1) ?? null,
    })),
  }
}

const sideBySide = (active: readonly Panellist[], scores: readonly Score[]) => {
  const given = active.map(({ personId, name }) => ({
    name,
    score: scores.find((one) => one.personId === personId) ?? null,
  }))
  const values = given.flatMap(({ score }) => (score ? [score.score] : []))
  return { given, spread: values.length === 0 ? 0 : Math.max(...values) - Math.min(...values) }
}

const numberOf = (request: PageRequest, evaluation: Evaluation): number => {
  const first = evaluation.criteria.findIndex(isJudged)
  const at = Number(request.params.criterion ?? request.query.criterion ?? first)
  if (!Number.isSafeInteger(at) || !evaluation.criteria[at])
    throw new NotFound('There is no such criterion here.')
  return at
}

export const get = async (request: PageRequest): Promise<Answer> => {
  const found = await readIn(request, async (db, evaluation) => {
    const at = numberOf(request, evaluation)
    return { evaluation, at, ...(await readCriterion(db, evaluation, evaluation.criteria[at]?.name ?? '')) }
  })
  const { evaluation, at, rows } = found
  const state = readTableState(request.query, {
    sortable: ['bid', 'spread'],
    defaultSort: 'bid',
    pageSize: PAGE_SIZE,
  })
  const sorted =
    state.sort === 'spread'
      ? rows.toSorted((a, b) =>
          state.direction === 'descending' ? b.spread - a.spread : a.spread - b.spread,
        )
      : rows
  const body = h(ModerateView, {
    ...found,
    rows: sorted.slice((state.page - 1) * PAGE_SIZE, state.page * PAGE_SIZE),
    agreedCount: rows.filter(({ agreed }) => agreed !== null).length,
    total: rows.length,
    isLead: isLead(request, evaluation),
    paging: {
      path: evaluationPath(evaluation.id, 'moderation'),
      query: { ...request.query, criterion: String(at) },
      state,
      total: rows.length,
    },
  })
  return page('Moderation', body, {
    width: 'wide',
    backLink: backTo(evaluation),
    notice: noticeOf(request, []),
  })
}

const showAgree = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const found = await readIn(request, async (db, evaluation) => {
    const at = numberOf(request, evaluation)
    const bidId = idOf(request, 'bidId')
    const criterion = evaluation.criteria[at]!
    const { rows, areIn } = await readCriterion(db, evaluation, criterion.name)
    const row = rows.find(({ bid }) => bid.id === bidId)
    if (!row || !areIn) throw new NotFound('There is nothing to agree on here yet.')
    const asked = evaluation.questions.filter((question) => question.criterion === criterion.name)
    const answers = await listAnswers(db, evaluation.id, { bidId })
    return {
      evaluation,
      at,
      criterion,
      row,
      questions: asked.map((question) => ({
        question,
        answer: answers.find((one) => one.question === question.code),
      })),
      history: (await listAgreed(db, evaluation.id, criterion.name)).filter((one) => one.bidId === bidId),
    }
  })
  const { evaluation, row, criterion, at } = found
  const { form } = request
  const was: Partial<Agreed> = row.agreed ?? {}
  const body = h(AgreeView, {
    ...found,
    isCounted: !isJudged(criterion),
    mayAgree: isLead(request, evaluation) && evaluation.stage === 'moderation',
    errors,
    fields: {
      value: typed(form, 'value') || (was.value ?? ''),
      reason: typed(form, 'reason') || (was.reason ?? ''),
      movedBecause: typed(form, 'movedBecause') || (was.movedBecause ?? ''),
    },
  })
  return page(`Bidder ${row.bid.letter}: ${criterion.name}`, body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: evaluationPath(evaluation.id, `moderation?criterion=${at}`), text: 'Moderation' },
    notice: noticeOf(request, errors),
  })
}

export const getAgree = (request: PageRequest): Promise<Answer> => showAgree(request, [])

const FIELD_OF: Readonly<Record<string, string>> = {
  'value-not-a-number': 'value',
  'score-off-scale': 'value',
  'scores-differ': 'value',
  'average-without-reason': 'movedBecause',
  'reason-is-average': 'movedBecause',
  'moved-without-reason': 'movedBecause',
  'reason-too-short': 'reason',
}

export const postAgree = async (request: PageRequest): Promise<Answer> => {
  const { evaluation, at } = await readIn(request, async (_db, found) => ({
    evaluation: found,
    at: numberOf(request, found),
  }))
  const text = (name: string): string => typed(request.form, name).trim().slice(0, LONGEST_TEXT)
  const outcome = await agreeScores(request.ctx, evaluation.id, [
    {
      bidId: idOf(request, 'bidId'),
      criterion: evaluation.criteria[at]?.name ?? '',
      value: text('value'),
      reason: text('reason'),
      movedBecause: text('movedBecause'),
    },
  ])
  const field = outcome.ok ? '' : (FIELD_OF[outcome.refusal] ?? '')
  return settle(request, outcome, showAgree, `moderation?criterion=${at}&done=agreed`, field)
}
