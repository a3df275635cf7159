import { h } from 'preact'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { listHref, readTableState } from '../../../platform/views/views.ts'
import { deliveryFilter, deliveryQuestion } from '../delivery-list.ts'
import { REPORTER_NAMES } from '../messages/deliveries.ts'
import { DELIVERY_NAMES } from '../messages.ts'
import { getContract } from '../store/contracts.ts'
import {
  countDeliveries,
  DELIVERY_ORDERS,
  type DeliveryOrder,
  findDeliveries,
  type ListedDelivery,
} from '../store/list-deliveries.ts'
import type { ContractsTables } from '../tables.ts'
import { ListDeliveriesView } from './list-deliveries.view.tsx'

const PATH = '/contracts/deliveries'
const PAGE_SIZE = 50
const MOST_EXPORTED = 100_000

export const get = async (request: PageRequest): Promise<Answer> => {
  const { ctx, query } = request
  const question = deliveryQuestion(request.query)
  const state = readTableState(query, {
    sortable: [...DELIVERY_ORDERS],
    defaultSort: 'since',
    defaultDirection: question.contractId === null ? 'ascending' : 'descending',
    pageSize: PAGE_SIZE,
  })
  const part = {
    order: state.sort as DeliveryOrder,
    isDown: state.direction === 'descending',
    limit: PAGE_SIZE,
    offset: (state.page - 1) * PAGE_SIZE,
  }
  const read = await inReading(ctx, async (db: Reader<ContractsTables>) => ({
    rows: await findDeliveries(db, question, part),
    total: await countDeliveries(db, question),
    contract: question.contractId === null ? null : await getContract(db, question.contractId),
  }))
  const body = h(ListDeliveriesView, {
    rows: read.rows,
    contract: read.contract,
    filter: { ...question, status: deliveryFilter(query) },
    paging: { path: PATH, query, state, total: read.total },
    exports: (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
      format,
      href: listHref(`${PATH}.${format.toLowerCase()}`, query, { page: undefined }),
    })),
  })
  return page('Deliveries', body, { width: 'wide', backLink: { href: '/contracts', text: 'Contracts' } })
}

/** `/contracts/deliveries.csv` and its sisters: the list as it is narrowed. */
export const getExport = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const part = { order: 'ended', isDown: false, limit: MOST_EXPORTED, offset: 0 } as const
  const rows = await inReading(request.ctx, (db: Reader<ContractsTables>) =>
    findDeliveries(db, deliveryQuestion(request.query), part),
  )
  return exportTable<ListedDelivery>(format, {
    name: 'deliveries',
    basis:
      'Deliveries as reported; verified is what a contract manager has accepted, and nothing else counts',
    columns: [
      { header: 'contract', value: (row) => row.contractReference },
      { header: 'contract title', value: (row) => row.contractTitle },
      { header: 'commitment', value: (row) => row.commitmentTitle ?? 'beyond what was promised' },
      { header: 'delivery', value: (row) => row.title },
      { header: 'from', value: (row) => row.fromOn },
      { header: 'to', value: (row) => row.toOn },
      { header: 'place', value: (row) => row.placeName },
      { header: 'unit', value: (row) => row.unit },
      { header: 'reported', value: (row) => row.quantity },
      { header: 'verified', value: (row) => row.verifiedQuantity },
      { header: 'decision', value: (row) => DELIVERY_NAMES[row.status] },
      { header: 'reported by', value: (row) => REPORTER_NAMES[row.reportedBy] },
      { header: 'reported for', value: (row) => row.reportedFor },
    ],
    rows,
  })
}
