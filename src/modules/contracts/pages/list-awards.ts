import { h } from 'preact'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { listHref, readTableState, type TableState } from '../../../platform/views/views.ts'
import { listWaitingAwards, type WaitingAward } from '../read-awards.ts'
import type { ContractsTables } from '../tables.ts'
import { ListAwardsView } from './list-awards.view.tsx'

const PAGE_SIZE = 20
const PATH = '/contracts/awards'

const ORDERS: Readonly<Record<string, (a: WaitingAward, b: WaitingAward) => number>> = {
  title: (a, b) => a.title.localeCompare(b.title),
  supplier: (a, b) => a.supplierName.localeCompare(b.supplierName),
  price: (a, b) => (a.pricePence ?? -1) - (b.pricePence ?? -1),
  signed: (a, b) => a.signedOn.localeCompare(b.signedOn),
}

const stateOf = (query: PageRequest['query']): TableState =>
  readTableState(query, { sortable: Object.keys(ORDERS), defaultSort: 'signed', pageSize: PAGE_SIZE })

/** Awards that have all the words in them, in the order asked for. */
const findAwards = async ({ ctx, query }: PageRequest, { sort, direction }: TableState) => {
  const awards = await inReading(ctx, (db: Reader<ContractsTables>) => listWaitingAwards(db))
  const words = (query.words ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const found = awards.filter(({ title, reference, supplierName }) =>
    words.every((word) => `${title} ${reference} ${supplierName}`.toLowerCase().includes(word)),
  )
  const sorted = found.toSorted(ORDERS[sort ?? 'signed'])
  return direction === 'descending' ? sorted.toReversed() : sorted
}

/** `/contracts/awards`: final awards that no contract was made of. */
export const get = async (request: PageRequest): Promise<Answer> => {
  const { query, visitor } = request
  const state = stateOf(query)
  const rows = await findAwards(request, state)
  const body = h(ListAwardsView, {
    rows: rows.slice((state.page - 1) * PAGE_SIZE, state.page * PAGE_SIZE),
    paging: { path: PATH, query, state, total: rows.length },
    words: query.words ?? '',
    exports: (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
      format,
      href: listHref(`${PATH}.${format.toLowerCase()}`, query, { page: undefined }),
    })),
    mayManage: visitor.permissions.has('contracts.manage'),
  })
  return page('Awards without a contract', body, {
    width: 'wide',
    backLink: { href: '/contracts', text: 'Contracts' },
  })
}

export const getExport = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  return exportTable<WaitingAward>(format, {
    name: 'awards-without-a-contract',
    basis: 'Final awards made here that no contract was made of; prices as bid, without VAT',
    columns: [
      { header: 'Award', value: ({ title }) => title },
      { header: 'Reference', value: ({ reference }) => reference },
      { header: 'Supplier', value: ({ supplierName }) => supplierName },
      { header: 'Price', value: ({ pricePence }) => pricePence, kind: 'pence' },
      { header: 'Final on', value: ({ signedOn }) => signedOn },
    ],
    rows: await findAwards(request, stateOf(request.query)),
  })
}
