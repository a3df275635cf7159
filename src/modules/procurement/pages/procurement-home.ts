import { h } from 'preact'
import { today } from '../../../platform/context.ts'
import { NotFound } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { listHref, readTableState } from '../../../platform/views/views.ts'
import { DISCLAIMER } from '../law/engine.ts'
import { explainPurchase } from '../law-of-purchase.ts'
import { MEANS_WORDS } from '../messages/law-words.ts'
import { numberWords } from '../messages/purchase-words.ts'
import type { NextStep } from '../model/next-step.ts'
import { type Purchase, STAGES } from '../model/purchase.ts'
import { HOME_PATH } from '../paths.ts'
import {
  chooseSteps,
  isPressing,
  nextSteps,
  STEP_ORDERS,
  STEP_STATES,
  type StepFilter,
  type StepOrder,
} from '../rules/next-steps.ts'
import { isUnderWay, totalPurchases } from '../rules/pipeline.ts'
import { listPurchases } from '../store/purchases.ts'
import type { ProcurementTables } from '../tables.ts'
import { totalsBasis } from './basis.ts'
import { ProcurementHomeView } from './procurement-home.view.tsx'
import { mayManage } from './purchase-request.ts'
import { soonAround } from './soon.ts'

const PAGE_SIZE = 20

const filterOf = ({ query }: PageRequest): StepFilter => ({
  state: STEP_STATES.find((state) => state === query.state) ?? null,
  search: query.search?.trim().slice(0, 200) || null,
})
const stateOf = ({ query }: PageRequest) =>
  readTableState(query, { sortable: [...STEP_ORDERS], defaultSort: 'when', pageSize: PAGE_SIZE })

const read = async (request: PageRequest) => {
  const all = await inReading<ProcurementTables, Purchase[]>(request.ctx, listPurchases)
  const underWay = all.filter(isUnderWay)
  const explained = underWay.map((purchase) => ({ purchase, law: explainPurchase(purchase) }))
  const steps = nextSteps(
    explained.map(({ purchase, law }) => ({ purchase, timetable: law.timetable })),
    soonAround(today(request.ctx)),
  )
  const { sort, direction } = stateOf(request)
  const order = { by: sort as StepOrder, isDescending: direction === 'descending' }
  return { all, underWay, explained, steps, chosen: chooseSteps(steps, filterOf(request), order) }
}

const exportsOf = (query: Record<string, string | undefined>) =>
  (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
    format,
    href: listHref(`${HOME_PATH}/next-steps.${format.toLowerCase()}`, {}, query),
  }))

export const get = async (request: PageRequest): Promise<Answer> => {
  const { all, underWay, explained, steps, chosen } = await read(request)
  const { query } = request
  const state = stateOf(request)
  const pressing = steps.filter(isPressing)
  const totals = totalPurchases(underWay)
  const view = {
    pressing: pressing.slice(0, PAGE_SIZE),
    pressingInAll: pressing.length,
    coming: chosen.slice((state.page - 1) * PAGE_SIZE, state.page * PAGE_SIZE),
    filter: filterOf(request),
    paging: { path: HOME_PATH, query, state, total: chosen.length },
    exports: exportsOf({ ...query, page: undefined }),
    pressingExports: exportsOf({ state: 'pressing' }),
    asking: explained.flatMap(({ purchase, law }) =>
      law.questions.length > 0
        ? [{ purchase, questions: law.questions.map(({ question }) => question) }]
        : [],
    ),
    stages: STAGES.map((stage) => ({
      stage,
      count: all.filter((purchase) => purchase.stage === stage).length,
    })).filter(({ count }) => count > 0),
    wholePence: totals.wholePence,
    basis: totalsBasis(totals),
    mayManage: mayManage(request),
  }
  return page('Purchases', h(ProcurementHomeView, view), { width: 'wide' })
}

/** `/procurement/next-steps.csv` and its sisters, filtered as the page is. */
export const getExport = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const { chosen } = await read(request)
  return exportTable<NextStep>(format, {
    name: 'next-steps',
    basis: `Planned days and those the law sets, as they stood on ${today(request.ctx)}. ${DISCLAIMER}`,
    columns: [
      { header: 'what', value: ({ what }) => what },
      { header: 'means', value: ({ means }) => MEANS_WORDS[means] },
      { header: 'day', value: ({ date }) => date },
      { header: 'planned', value: ({ planned }) => planned },
      { header: 'state', value: ({ state }) => state },
      { header: 'purchase', value: ({ purchase }) => numberWords(purchase.number) },
      { header: 'title', value: ({ purchase }) => purchase.title },
      { header: 'why', value: ({ provision }) => provision ?? 'our own plan' },
      { header: 'confidence', value: ({ confidence }) => confidence },
    ],
    rows: chosen,
  })
}
