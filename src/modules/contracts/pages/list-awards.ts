import { h } from 'preact'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { readTableState } from '../../../platform/views/views.ts'
import { listWaitingAwards, type WaitingAward } from '../read-awards.ts'
import type { ContractsTables } from '../tables.ts'
import { ListAwardsView } from './list-awards.view.tsx'

const PAGE_SIZE = 50

const ORDERS: Readonly<Record<string, (a: WaitingAward, b: WaitingAward) => number>> = {
  title: (a, b) => a.title.localeCompare(b.title),
  supplier: (a, b) => a.supplierName.localeCompare(b.supplierName),
  price: (a, b) => (a.pricePence ?? -1) - (b.pricePence ?? -1),
  signed: (a, b) => a.signedOn.localeCompare(b.signedOn),
}

/** `/contracts/awards`: final awards that no contract was made of. */
export const get = async ({ ctx, query, visitor }: PageRequest): Promise<Answer> => {
  const awards = await inReading(ctx, (db: Reader<ContractsTables>) => listWaitingAwards(db))
  const state = readTableState(query, {
    sortable: Object.keys(ORDERS),
    defaultSort: 'signed',
    pageSize: PAGE_SIZE,
  })
  const sorted = awards.toSorted(ORDERS[state.sort ?? 'signed'])
  const rows = state.direction === 'descending' ? sorted.toReversed() : sorted
  const body = h(ListAwardsView, {
    rows: rows.slice((state.page - 1) * PAGE_SIZE, state.page * PAGE_SIZE),
    paging: { path: '/contracts/awards', query, state, total: awards.length },
    mayManage: visitor.permissions.has('contracts.manage'),
  })
  return page('Awards without a contract', body, {
    width: 'wide',
    backLink: { href: '/contracts', text: 'Contracts' },
  })
}
