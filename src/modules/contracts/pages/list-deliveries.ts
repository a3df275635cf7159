import { h } from 'preact'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { readTableState } from '../../../platform/views/views.ts'
import { listWaiting } from '../store/deliveries.ts'
import type { ContractsTables } from '../tables.ts'
import { ListDeliveriesView } from './list-deliveries.view.tsx'

export const get = async ({ ctx, query }: PageRequest): Promise<Answer> => {
  const waiting = await inReading(ctx, (db: Reader<ContractsTables>) => listWaiting(db))
  const state = readTableState(query, { sortable: [], pageSize: 50 })
  const body = h(ListDeliveriesView, {
    rows: waiting.slice((state.page - 1) * 50, state.page * 50),
    paging: { path: '/contracts/deliveries', query, state, total: waiting.length },
  })
  return page('Deliveries that wait for a decision', body, {
    width: 'wide',
    backLink: { href: '/contracts', text: 'Contracts' },
  })
}
