import { h } from 'preact'
import { addDays } from '../../../kernel/plain-date.ts'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { formatCount, formatPeriod, listHref, readTableState } from '../../../platform/views/views.ts'
import { numberWords } from '../messages/purchase-words.ts'
import type { EndingSeen } from '../model/contract-ending.ts'
import { ENDING_PATH, PIPELINE_PATH } from '../paths.ts'
import {
  contractsThatEnd,
  ENDING_ORDERS,
  type EndingFilter,
  type EndingOrder,
  narrowEndings,
  sortEndings,
} from '../rules/contract-endings.ts'
import { listContractEndings } from '../store/contract-endings.ts'
import { listPurchases } from '../store/purchases.ts'
import type { ProcurementTables } from '../tables.ts'
import { EndingContractsView } from './ending-contracts.view.tsx'
import { mayManage } from './purchase-request.ts'

const PAGE_SIZE = 20
/** Half a year for what has run out unnoticed, two years for what takes long to buy. */
const [DAYS_BACK, DAYS_AHEAD] = [183, 731]

const orNull = (text: string | undefined): string | null => text?.trim().slice(0, 200) || null

const filterOf = ({ query }: PageRequest): EndingFilter => ({
  isUnplanned: query.planned === 'no',
  department: orNull(query.department),
  search: orNull(query.search),
})

const stateOf = ({ query }: PageRequest) =>
  readTableState(query, { sortable: [...ENDING_ORDERS], defaultSort: 'ends', pageSize: PAGE_SIZE })

const read = async (request: PageRequest) => {
  const day = today(request.ctx)
  const between = { from: addDays(day, -DAYS_BACK), until: addDays(day, DAYS_AHEAD) }
  const all = await inReading(request.ctx, async (db: Reader<ProcurementTables>) =>
    contractsThatEnd(await listContractEndings(db), await listPurchases(db), between),
  )
  const { sort, direction } = stateOf(request)
  const rows = sortEndings(
    narrowEndings(all, filterOf(request)),
    sort as EndingOrder,
    direction === 'descending',
  )
  const unvalued = rows.filter(({ ending }) => ending.valuePence === null).length
  const basis = {
    period: `Ending ${formatPeriod(between.from, between.until)}`,
    coverage: 'The contract register, with the extensions that were taken; values without VAT',
    unknown: unvalued > 0 ? `${formatCount(unvalued, 'contract')} without a value` : undefined,
  }
  return { all, rows, basis }
}

export const get = async (request: PageRequest): Promise<Answer> => {
  const { all, rows, basis } = await read(request)
  const state = stateOf(request)
  const { query } = request
  const start = (state.page - 1) * PAGE_SIZE
  const view = {
    rows: rows.slice(start, start + PAGE_SIZE),
    unplanned: all.filter(({ successors }) => successors.length === 0).length,
    isEmpty: all.length === 0,
    filter: filterOf(request),
    departments: [...new Set(all.map(({ ending }) => ending.department).filter(Boolean))].sort(),
    basis,
    paging: { path: ENDING_PATH, query, state, total: rows.length },
    exports: (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
      format,
      href: listHref(`${ENDING_PATH}.${format.toLowerCase()}`, query, { page: undefined }),
    })),
    mayManage: mayManage(request),
  }
  return page('Contracts that end', h(EndingContractsView, view), {
    width: 'wide',
    backLink: { href: PIPELINE_PATH, text: 'Pipeline' },
  })
}

/** `/procurement/ending-contracts.csv` and its sisters, filtered as the page is. */
export const getExport = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const { rows, basis } = await read(request)
  return exportTable<EndingSeen>(format, {
    name: 'contracts-that-end',
    basis: [basis.period, basis.coverage, basis.unknown].filter(Boolean).join('; '),
    columns: [
      { header: 'reference', value: ({ ending }) => ending.reference },
      { header: 'title', value: ({ ending }) => ending.title },
      { header: 'supplier', value: ({ ending }) => ending.supplierName },
      { header: 'department', value: ({ ending }) => ending.department },
      { header: 'ends', value: ({ endsOn }) => endsOn },
      { header: 'last day with every option', value: ({ ending }) => ending.furthestOn },
      { header: 'value without VAT', value: ({ ending }) => ending.valuePence, kind: 'pence' },
      {
        header: 'followed by',
        value: ({ successors }) => successors.map(({ number }) => numberWords(number)).join(', '),
      },
    ],
    rows,
  })
}
