import { h } from 'preact'
import { actingAuthority } from '#identity'
import { todayInLondon } from '../../../platform/clock.ts'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { formatDate, readTableState } from '../../../platform/views/views.ts'
import { listToBegin, takeOver } from '../actions/take-over.ts'
import { refusalSentence, STAGE_NAMES } from '../messages.ts'
import type { Evaluation } from '../model.ts'
import { listAwards } from '../store/awards.ts'
import { listEvaluations } from '../store/evaluations.ts'
import type { EvaluationTables } from '../tables.ts'
import { ListEvaluationsView } from './list-evaluations.view.tsx'
import { evaluationPath } from './paths.ts'

const PAGE_SIZE = 20

const read = (request: PageRequest) =>
  inReading(request.ctx, async (db: Reader<EvaluationTables>) => ({
    evaluations: await listEvaluations(db),
    awards: await listAwards(db),
    toBegin: request.visitor.permissions.has('evaluation.manage')
      ? await listToBegin(db, actingAuthority(request.ctx))
      : [],
  }))

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { evaluations, awards, toBegin } = await read(request)
  const { query, visitor, ctx } = request
  const state = readTableState(query, {
    sortable: ['begun', 'title', 'stage'],
    defaultSort: 'begun',
    defaultDirection: 'descending',
    pageSize: PAGE_SIZE,
  } as never)
  const key = (one: Evaluation): string =>
    state.sort === 'title'
      ? one.title
      : state.sort === 'stage'
        ? STAGE_NAMES[one.stage]
        : one.startedAt.toISOString()
  const turn = state.direction === 'descending' ? -1 : 1
  const sorted = evaluations.toSorted((a, b) => turn * key(a).localeCompare(key(b), 'en-GB'))
  const body = h(ListEvaluationsView, {
    rows: sorted.slice((state.page - 1) * PAGE_SIZE, state.page * PAGE_SIZE),
    winners: new Map(
      [...Map.groupBy(awards, ({ evaluationId }) => evaluationId)].map(([id, own]) => [
        id,
        own.map(({ supplierName }) => supplierName).join(', '),
      ]),
    ),
    basis: {
      period: `Today, ${formatDate(today(ctx))}`,
      coverage: 'Every tender whose bids were taken over here',
    },
    paging: { path: '/evaluations', query, state, total: evaluations.length },
    toBegin,
    errors,
    maySetLimits: visitor.permissions.has('procurement.rules'),
  })
  return page('Evaluations', body, {
    width: 'wide',
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const postBegin = async (request: PageRequest): Promise<Answer> => {
  const outcome = await takeOver(request.ctx, idOf(request, 'tenderId'))
  return outcome.ok
    ? redirect(evaluationPath(outcome.value))
    : show(request, [{ field: '', message: refusalSentence(outcome) }])
}

export const getExport = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const { evaluations } = await read(request)
  return exportTable<Evaluation>(format, {
    name: 'evaluations',
    basis: `As of ${formatDate(today(request.ctx))}`,
    columns: [
      { header: 'reference', value: (row) => row.reference },
      { header: 'title', value: (row) => row.title },
      { header: 'stage', value: (row) => STAGE_NAMES[row.stage] },
      { header: 'lead', value: (row) => row.leadName },
      { header: 'value', value: (row) => row.valuePence, kind: 'pence' },
      { header: 'begun', value: (row) => todayInLondon({ now: () => row.startedAt }) },
      { header: 'award notice', value: (row) => row.noticeOn },
      { header: 'contract from', value: (row) => row.contractFrom },
    ],
    rows: evaluations,
  })
}
