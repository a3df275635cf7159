import { h } from 'preact'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { readTableState } from '../../../platform/views/views.ts'
import { readDeciders } from '../review.ts'
import { countDecidedBatches, type DecidedBatch, listDecidedBatches } from '../store/decisions.ts'
import type { SpendTables } from '../tables.ts'
import { ListDecisionsView } from './list-decisions.view.tsx'

const PAGE_SIZE = 50

export const get = async (request: PageRequest): Promise<Answer> => {
  const state = readTableState(request.query, { sortable: [], pageSize: PAGE_SIZE })
  const nameOf = await readDeciders(request.ctx)
  const { rows, total } = await inReading<SpendTables, { rows: DecidedBatch[]; total: number }>(
    request.ctx,
    async (db) => ({
      rows: await listDecidedBatches(db, PAGE_SIZE, (state.page - 1) * PAGE_SIZE),
      total: await countDecidedBatches(db),
    }),
  )
  const view = {
    rows: rows.map((row) => ({ ...row, by: nameOf(row.decidedBy) })),
    paging: { path: '/spend/review/decisions', query: request.query, state, total },
  }
  return page('Decisions on payees', h(ListDecisionsView, view), {
    width: 'wide',
    backLink: { href: '/spend/review', text: 'Review list' },
  })
}
