import { h } from 'preact'
import { NotFound } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readTableState } from '../../../platform/views/views.ts'
import { settleLowPrice } from '../actions/moderation.ts'
import { noteRobustnessSeen, putUpForApproval } from '../actions/result.ts'
import { LONGEST_TEXT } from '../model.ts'
import { readResults } from '../read-results.ts'
import { bidderName } from '../score-lot.ts'
import { bidderOfBids } from '../store/bids.ts'
import { listLowPrices, listSeen } from '../store/decisions.ts'
import { backTo, isLead, noticeOf, readIn, settle } from './in-evaluation.ts'
import { evaluationPath } from './paths.ts'
import { RobustnessView } from './robustness.view.tsx'
import { ShowResultView } from './show-result.view.tsx'
import { StepsView } from './steps.view.tsx'

const PAGE_SIZE = 50

const read = (request: PageRequest) =>
  readIn(request, async (db, evaluation) => ({
    evaluation,
    ...(await readResults(db, evaluation, isLead(request, evaluation), request.ctx)),
    cases: await listLowPrices(db, evaluation.id),
    bidders: await bidderOfBids(db, evaluation.id),
    seen: await listSeen(db, evaluation.id),
  }))

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const found = await read(request)
  const { evaluation } = found
  const names = new Map(
    found.bids.map((bid) => [
      `${bid.lot} ${bidderName(bid)}`,
      { bid, name: found.bidders.get(bid.id)?.name ?? '' },
    ]),
  )
  const state = readTableState(request.query, { sortable: [], defaultSort: '', pageSize: PAGE_SIZE })
  const body = h(ShowResultView, {
    ...found,
    state,
    query: request.query,
    names,
    errors,
    isLead: isLead(request, evaluation),
    words: typed(request.form, 'words'),
  })
  return page('Result', body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    width: 'wide',
    backLink: backTo(evaluation),
    notice: noticeOf(request, errors),
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

/** Every step of one bid. */
export const getSteps = async (request: PageRequest): Promise<Answer> => {
  const found = await read(request)
  const bid = found.bids.find(({ id }) => id === idOf(request, 'bidId'))
  const lot = found.lots.find((one) => one.lot.code === bid?.lot)
  if (!bid || lot?.scored.kind !== 'scored') throw new NotFound('There is no result of this bid here.')
  const { result } = lot.scored
  const shown = result.bids.find((one) => one.bid === bidderName(bid))
  if (!shown) throw new NotFound('This bid was not scored.')
  const name = found.bidders.get(bid.id)?.name ?? ''
  const body = h(StepsView, { evaluation: found.evaluation, bid, name, result, shown })
  return page(`Bidder ${bid.letter}, step by step`, body, {
    width: 'wide',
    backLink: { href: evaluationPath(found.evaluation.id, 'result'), text: 'Result' },
  })
}

export const getExport = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const { evaluation, lots } = await read(request)
  const rows = lots.flatMap(({ lot, scored }) =>
    scored.kind === 'scored'
      ? scored.result.bids.flatMap((bid) => bid.steps.map((step) => ({ lot: lot.code, bid: bid.bid, step })))
      : [],
  )
  return exportTable<(typeof rows)[number]>(format, {
    name: `result-${evaluation.reference}`,
    basis: `Criteria with the fingerprint ${evaluation.fingerprint}`,
    columns: [
      { header: 'lot', value: (row) => row.lot },
      { header: 'bid', value: (row) => row.bid },
      { header: 'criterion', value: (row) => row.step.criterion },
      { header: 'weight', value: (row) => row.step.inputs.weight },
      { header: 'value', value: (row) => row.step.inputs.score ?? row.step.inputs.value ?? '' },
      { header: 'formula', value: (row) => row.step.formula },
      { header: 'share', value: (row) => row.step.share },
      { header: 'points', value: (row) => row.step.points },
    ],
    rows,
  })
}

export const postUp = async (request: PageRequest): Promise<Answer> =>
  settle(request, await putUpForApproval(request.ctx, idOf(request, 'evaluationId')), show, '?done=put-up')

const STEPS = ['ask', 'answer', 'keep', 'disregard'] as const

export const postLowPrice = async (request: PageRequest): Promise<Answer> => {
  const kind = STEPS.find((one) => one === typed(request.form, 'step'))
  if (!kind) return show(request, [{ field: 'step', message: 'Choose what happened' }])
  const words = typed(request.form, 'words').trim().slice(0, LONGEST_TEXT)
  const id = idOf(request, 'evaluationId')
  const outcome = await settleLowPrice(request.ctx, id, idOf(request, 'bidId'), { kind, words })
  return settle(request, outcome, show, 'result?done=noted', 'words')
}

const showRobustness = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const found = await read(request)
  const { evaluation, number, seen } = found
  const body = h(RobustnessView, {
    ...found,
    errors,
    seen: seen.filter(({ resultNumber }) => resultNumber === number),
    hasSeen: seen.some((one) => one.resultNumber === number && one.personId === request.visitor.personId),
  })
  return page('How robust is it?', body, {
    width: 'wide',
    backLink: backTo(evaluation),
    notice: noticeOf(request, errors),
  })
}

export const getRobustness = (request: PageRequest): Promise<Answer> => showRobustness(request, [])
export const postSeen = async (request: PageRequest): Promise<Answer> =>
  settle(
    request,
    await noteRobustnessSeen(request.ctx, idOf(request, 'evaluationId')),
    showRobustness,
    'approval?done=seen',
  )
