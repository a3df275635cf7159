import { h } from 'preact'
import { listAsks, listPurchases, type ProcurementTables, type Purchase } from '#procurement'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { listHref, readTableState } from '../../../platform/views/views.ts'
import { beginTender } from '../actions/drafts.ts'
import { refusalSentence, STATE_NAMES } from '../messages/words.ts'
import type { Tender } from '../model.ts'
import { stateOf, type TenderState } from '../rules/deadlines.ts'
import { listTenders } from '../store/tenders.ts'
import type { TendersTables } from '../tables.ts'
import { ListTendersView, NewTenderView } from './list-tenders.view.tsx'
import { tenderPath } from './paths.ts'

const PAGE_SIZE = 20
const ORDERS = ['reference', 'title', 'deadline', 'value'] as const
export type TenderRow = Tender & { readonly state: TenderState }

const COMPARE: Readonly<Record<string, (a: TenderRow, b: TenderRow) => number>> = {
  reference: (a, b) => (a.reference < b.reference ? -1 : 1),
  title: (a, b) => a.title.localeCompare(b.title, 'en-GB'),
  deadline: (a, b) => a.deadline.getTime() - b.deadline.getTime(),
  value: (a, b) => a.valuePence - b.valuePence,
}

const readAll = (request: PageRequest) =>
  inReading(request.ctx, (db: Reader<TendersTables>) => listTenders(db, request.ctx.authorityId ?? ''))

const read = async (request: PageRequest) => {
  const now = request.ctx.clock.now()
  const all = (await readAll(request)).map(
    (tender): TenderRow => ({ ...tender, state: stateOf(tender, now) }),
  )
  const search = (request.query.search ?? '').toLowerCase().slice(0, 200)
  const state = Object.keys(STATE_NAMES).find((name) => name === request.query.state) ?? ''
  const rows = all.filter(
    (row) =>
      (state === '' || row.state === state) &&
      `${row.reference} ${row.title} ${row.summary}`.toLowerCase().includes(search),
  )
  return { all, rows, search, state }
}

export const get = async (request: PageRequest): Promise<Answer> => {
  const { all, rows, search, state } = await read(request)
  const table = readTableState(request.query, {
    sortable: [...ORDERS],
    defaultSort: 'deadline',
    defaultDirection: 'descending',
    pageSize: PAGE_SIZE,
  })
  const sorted = rows.toSorted(COMPARE[table.sort ?? 'deadline'])
  if (table.direction === 'descending') sorted.reverse()
  const body = h(ListTendersView, {
    rows: sorted.slice((table.page - 1) * PAGE_SIZE, table.page * PAGE_SIZE),
    total: all.length,
    search,
    state,
    mayManage: request.visitor.permissions.has('tenders.manage'),
    paging: { path: '/tenders', query: request.query, state: table, total: rows.length },
    exports: (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
      format,
      href: listHref(`/tenders.${format.toLowerCase()}`, request.query, { page: undefined, sort: undefined }),
    })),
  })
  return page('Tenders', body, { width: 'wide' })
}

export const getExport = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const { rows } = await read(request)
  return exportTable<TenderRow>(format, {
    name: 'tenders',
    basis: 'Tenders of this authority as they stand now; values without VAT, with options and extensions',
    columns: [
      { header: 'reference', value: (row) => row.reference },
      { header: 'title', value: (row) => row.title },
      { header: 'state', value: (row) => STATE_NAMES[row.state] },
      { header: 'version', value: (row) => row.version, kind: 'number' },
      { header: 'published', value: (row) => row.publishedAt?.toISOString() ?? '' },
      { header: 'deadline', value: (row) => row.deadline.toISOString() },
      { header: 'cpv', value: (row) => row.category },
      { header: 'place', value: (row) => row.placeName },
      { header: 'value', value: (row) => row.valuePence, kind: 'pence' },
    ],
    rows,
  })
}

/** Purchases whose ask is ready and that have no tender yet. */
const readReady = (request: PageRequest): Promise<Purchase[]> =>
  inReading(request.ctx, async (db: Reader<ProcurementTables>) => {
    const asks = await listAsks(db)
    const ready = new Set(asks.filter(({ status }) => status === 'ready').map(({ purchaseId }) => purchaseId))
    const tenders = await listTenders(db as unknown as Reader<TendersTables>, request.ctx.authorityId ?? '')
    const taken = new Set(
      tenders.filter(({ status }) => status !== 'cancelled').map(({ purchaseId }) => purchaseId),
    )
    return (await listPurchases(db)).filter(({ id }) => ready.has(id) && !taken.has(id))
  })

const showNew = async (request: PageRequest, message: string | null): Promise<Answer> => {
  const purchases = await readReady(request)
  const chosen = typed(request.form, 'purchaseId') || (request.query.purchase ?? '')
  return page('Begin a tender', h(NewTenderView, { purchases, chosen, message }), {
    status: message === null ? 200 : 400,
    hasErrors: message !== null,
    backLink: { href: '/tenders', text: 'Tenders' },
  })
}

export const getNew = (request: PageRequest): Promise<Answer> => showNew(request, null)

export const postNew = async (request: PageRequest): Promise<Answer> => {
  const purchaseId = typed(request.form, 'purchaseId')
  if (!isId(purchaseId)) return showNew(request, 'Choose a purchase')
  const begun = await beginTender(request.ctx, purchaseId)
  return begun.ok
    ? redirect(`${tenderPath(begun.value.id)}?done=begun`)
    : showNew(request, refusalSentence(begun))
}
