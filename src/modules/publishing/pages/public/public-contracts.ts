import { h } from 'preact'
import { today } from '../../../../platform/context.ts'
import { NotFound } from '../../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../../platform/export-table.ts'
import { type Answer, page } from '../../../../platform/http/answer.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { listHref, readTableState, type TableState } from '../../../../platform/views/views.ts'
import {
  PUBLIC_ORDERS,
  type PublicOrder,
  type PublicRow,
  type PublicSearch,
  searchPublic,
} from '../../store/public-site.ts'
import { publisherAt, readPublic } from '../open-data/request.ts'
import { publicContractsPath, publicPath } from '../paths.ts'
import { PublicContractsView } from './public-contracts.view.tsx'
import { stageWords } from './words.ts'

const PAGE_SIZE = 25
const KINDS = ['all', 'contracts', 'plans'] as const

const searchOf = (query: PageRequest['query'], state: TableState): PublicSearch => ({
  words: (query.words ?? '').slice(0, 200),
  kind: KINDS.find((kind) => kind === query.kind) ?? 'all',
  order: state.sort as PublicOrder,
  isDown: state.direction === 'descending',
})
const stateOf = (query: PageRequest['query']): TableState =>
  readTableState(query, { sortable: [...PUBLIC_ORDERS], defaultSort: 'title', pageSize: PAGE_SIZE })

/** What was published of purchases and contracts: searched, sorted, a page at a time. */
export const get = async (request: PageRequest): Promise<Answer> => {
  const { query, params } = request
  const slug = params.slug ?? ''
  const state = stateOf(query)
  const search = searchOf(query, state)
  const { publisher, found } = await readPublic(request, async (db) => {
    const publisher = await publisherAt(db, slug)
    const offset = (state.page - 1) * PAGE_SIZE
    return {
      publisher,
      found: await searchPublic(db, publisher.authorityId, search, { limit: PAGE_SIZE, offset }),
    }
  })
  const { name } = publisher.organisation
  const view = {
    slug,
    name,
    on: today(request.ctx),
    search,
    rows: found.rows,
    total: found.total,
    exports: (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
      format,
      href: listHref(`${publicContractsPath(slug)}.${format.toLowerCase()}`, query, { page: undefined }),
    })),
    paging: { path: publicContractsPath(slug), query, state, total: found.total },
  }
  return page(`Contracts and plans of ${name}`, h(PublicContractsView, view), {
    width: 'wide',
    isCached: true,
    breadcrumbs: [
      { text: 'What public money buys', href: '/public' },
      { text: name, href: publicPath(slug) },
      { text: 'Contracts and plans' },
    ],
    description: `What ${name} bought and plans to buy, from whom and for how much.`,
  })
}

/** More than one authority will ever publish; what is beyond has the bulk files. */
const MOST_EXPORTED = 100_000

/** `/public/…/contracts.csv` and its sisters: what the search found. */
export const getExport = async (request: PageRequest): Promise<Answer> => {
  const { query, params } = request
  const format = exportFormatOf(params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const { rows } = await readPublic(request, async (db) => {
    const { authorityId } = await publisherAt(db, params.slug ?? '')
    const search = searchOf(query, stateOf(query))
    return searchPublic(db, authorityId, search, { limit: MOST_EXPORTED, offset: 0 })
  })
  return exportTable<PublicRow>(format, {
    name: 'contracts-and-plans',
    basis: 'As it was published last; values without VAT, for the term without extensions',
    columns: [
      { header: 'ocid', value: (row) => row.ocid },
      { header: 'title', value: (row) => row.title },
      { header: 'stage', value: (row) => stageWords(row, today(request.ctx)) },
      { header: 'supplier', value: (row) => row.supplierName },
      { header: 'value', value: (row) => row.valuePence, kind: 'pence' },
      { header: 'paid so far', value: (row) => row.paidPence, kind: 'pence' },
      { header: 'starts', value: (row) => row.startsOn },
      { header: 'ends', value: (row) => row.endsOn },
    ],
    rows,
  })
}
