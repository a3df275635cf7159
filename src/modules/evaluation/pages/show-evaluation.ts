import { h } from 'preact'
import { today } from '../../../platform/context.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readTableState } from '../../../platform/views/views.ts'
import type { Evaluation } from '../model.ts'
import { areScoresIn, hasDeclared } from '../rules/access.ts'
import { checksOf, failedChecks, openChecks } from '../rules/checks.ts'
import { deskOf, missingScores } from '../rules/scores.ts'
import { listAwards } from '../store/awards.ts'
import {
  bidderOfBids,
  clearedBids,
  listAnswers,
  listBidders,
  listBids,
  listDeclarations,
  listFindings,
} from '../store/bids.ts'
import { interestCounts, scoresGiven } from '../store/evaluations.ts'
import { listPanel, listScores } from '../store/panel.ts'
import { type Db, isLead, noticeOf, readIn } from './in-evaluation.ts'
import { evaluationPath } from './paths.ts'
import { ShowEvaluationView } from './show-evaluation.view.tsx'

const PAGE_SIZE = 50

const readBids = async (db: Db, evaluation: Evaluation, mayCheck: boolean) => {
  const bids = await listBids(db, evaluation.id)
  const bidders = await bidderOfBids(db, evaluation.id)
  const answers = mayCheck ? await listAnswers(db, evaluation.id) : []
  const findings = mayCheck ? await listFindings(db, evaluation.id) : []
  return bids.map((bid) => {
    const checks = checksOf(
      evaluation.questions,
      bid.lot,
      answers.filter(({ bidId }) => bidId === bid.id),
      findings.filter(({ bidId }) => bidId === bid.id),
    )
    return {
      ...bid,
      bidder: bidders.get(bid.id)?.name ?? null,
      open: mayCheck ? openChecks(checks).length : null,
      failed: failedChecks(checks).length,
    }
  })
}

const readOwn = async (db: Db, evaluation: Evaluation, personId: string) => {
  const panel = await listPanel(db, evaluation.id)
  const own = panel.find((one) => one.personId === personId && one.removedAt === null)
  const declared = await listDeclarations(db, evaluation.id, personId)
  const bidders = await listBidders(db, evaluation.id)
  const desk = own
    ? deskOf(own, evaluation.criteria, await listBids(db, evaluation.id), await clearedBids(db))
    : []
  const scores = own ? await listScores(db, evaluation.id, { personId }) : []
  return {
    isOnPanel: own !== undefined,
    hasDeclared: hasDeclared(bidders, declared),
    hasHandedIn: own?.handedInAt !== null && own !== undefined,
    toScore: desk.length,
    left: missingScores(desk, scores).length,
  }
}

export const get = async (request: PageRequest): Promise<Answer> => {
  const { visitor, ctx } = request
  const personId = visitor.personId ?? ''
  const found = await readIn(request, async (db, evaluation) => {
    const panel = await listPanel(db, evaluation.id)
    const own = await readOwn(db, evaluation, personId)
    const lead = isLead(request, evaluation)
    return {
      evaluation,
      panel,
      own,
      given: await scoresGiven(db, evaluation.id),
      interests: await interestCounts(db, evaluation.id),
      bids: await readBids(db, evaluation, lead && own.hasDeclared),
      awards: await listAwards(db, evaluation.id),
      areIn: areScoresIn(panel),
    }
  })
  const { evaluation } = found
  const state = readTableState(request.query, { sortable: [], defaultSort: '', pageSize: PAGE_SIZE })
  const body = h(ShowEvaluationView, {
    ...found,
    bids: found.bids.slice((state.page - 1) * PAGE_SIZE, state.page * PAGE_SIZE),
    bidCount: found.bids.length,
    paging: { path: evaluationPath(evaluation.id), query: request.query, state, total: found.bids.length },
    isLead: isLead(request, evaluation),
    mayApprove: visitor.permissions.has('evaluation.approve'),
    today: today(ctx),
  })
  return page(evaluation.title, body, {
    width: 'wide',
    backLink: { href: '/evaluations', text: 'Evaluations' },
    notice: noticeOf(request, []),
  })
}
