import { h } from 'preact'
import { type PlainDate, parsePlainDate } from '../../../kernel/plain-date.ts'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { formatDate, listHref, readTableState } from '../../../platform/views/views.ts'
import { SOURCE_NAMES, TERM_NAMES } from '../messages.ts'
import { listWaitingAwards } from '../read-awards.ts'
import {
  isTermState,
  narrowRegister,
  REGISTER_ORDERS,
  type RegisterFilter,
  type RegisterOrder,
  type RegisterRow,
  readRegisterOn,
  sortRegister,
} from '../register-list.ts'
import { countDeliveries } from '../store/list-deliveries.ts'
import type { ContractsTables } from '../tables.ts'
import { ListContractsView } from './list-contracts.view.tsx'

const PAGE_SIZE = 50
const WAITING = {
  statuses: ['reported', 'asked'],
  search: '',
  contractId: null,
  from: null,
  to: null,
} as const

/** The day the register is shown for: `?on=2025-03-31`, else today. */
const dayOf = ({ query, ctx }: PageRequest): PlainDate => parsePlainDate(query.on ?? '') ?? today(ctx)

const filterOf = ({ query }: PageRequest): RegisterFilter => ({
  search: (query.search ?? '').slice(0, 200),
  state: isTermState(query.state ?? '') ? (query.state as RegisterFilter['state']) : null,
  department: query.department ? query.department : null,
})

const read = (request: PageRequest) =>
  inReading(request.ctx, async (db: Reader<ContractsTables>) => {
    const all = await readRegisterOn(db, dayOf(request))
    return {
      all,
      rows: narrowRegister(all, filterOf(request)),
      waiting: await countDeliveries(db, WAITING),
      awards: (await listWaitingAwards(db)).length,
    }
  })

const basisOf = (on: PlainDate, rows: readonly RegisterRow[]) => {
  const unvalued = rows.filter(({ valuePence }) => valuePence === null).length
  return {
    period: `As it stood on ${formatDate(on)}`,
    coverage: 'Contracts written down or imported here; values without VAT, for the term without extensions',
    unknown: unvalued > 0 ? `${unvalued} without a value` : undefined,
  }
}

export const get = async (request: PageRequest): Promise<Answer> => {
  const { all, rows, waiting, awards } = await read(request)
  const { query, visitor } = request
  const on = dayOf(request)
  const state = readTableState(query, {
    sortable: [...REGISTER_ORDERS],
    defaultSort: 'reference',
    pageSize: PAGE_SIZE,
  })
  const sorted = sortRegister(rows, state.sort as RegisterOrder, state.direction === 'descending')
  const { imported: _imported, ...rest } = query
  const body = h(ListContractsView, {
    rows: sorted.slice((state.page - 1) * PAGE_SIZE, state.page * PAGE_SIZE),
    total: all.length,
    on,
    filter: filterOf(request),
    departments: [...new Set(all.map(({ department }) => department).filter(Boolean))].sort(),
    basis: basisOf(on, rows),
    waiting,
    awards,
    valuePence: rows.reduce((sum, { valuePence }) => sum + (valuePence ?? 0), 0),
    found: rows.length,
    mayManage: visitor.permissions.has('contracts.manage'),
    paging: { path: '/contracts', query: rest, state, total: rows.length },
    exports: (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
      format,
      href: listHref(`/contracts.${format.toLowerCase()}`, rest, { page: undefined, sort: undefined }),
    })),
  })
  const [added, changed, same] = (query.imported ?? '').split('-').map(Number)
  return page('Contracts', body, {
    width: 'wide',
    notice:
      added !== undefined && [added, changed, same].every((count) => Number.isSafeInteger(count))
        ? {
            kind: 'success',
            text: `Imported: ${added} new, ${changed} brought up to date, ${same} as they were.`,
          }
        : undefined,
  })
}

/** `/contracts.csv` and its sisters: the register as it is narrowed. */
export const getExport = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const { rows } = await read(request)
  const basis = basisOf(dayOf(request), rows)
  return exportTable<RegisterRow>(format, {
    name: 'contracts',
    basis: [basis.period, basis.coverage, basis.unknown].filter(Boolean).join(' · '),
    columns: [
      { header: 'reference', value: (row) => row.reference },
      { header: 'title', value: (row) => row.title },
      { header: 'lot', value: (row) => row.lot },
      { header: 'department', value: (row) => row.department },
      { header: 'supplier', value: (row) => row.supplierName },
      { header: 'other suppliers', value: (row) => row.others.join('; ') },
      { header: 'supplier register', value: (row) => row.supplierNumber?.scheme ?? '' },
      { header: 'supplier number', value: (row) => row.supplierNumber?.number ?? '' },
      { header: 'value', value: (row) => row.valuePence, kind: 'pence' },
      { header: 'start date', value: (row) => row.startsOn },
      { header: 'end date', value: (row) => row.endsOn },
      { header: 'end with extensions taken', value: (row) => row.currentEnd },
      { header: 'end with every extension', value: (row) => row.furthestEnd },
      { header: 'state', value: (row) => TERM_NAMES[row.state] },
      { header: 'contract manager', value: (row) => row.manager },
      { header: 'cpv', value: (row) => row.cpv.join(' ') },
      { header: 'source', value: (row) => SOURCE_NAMES[row.source] },
    ],
    rows: sortRegister(rows, 'reference', false),
  })
}
