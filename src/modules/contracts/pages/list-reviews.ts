import { h } from 'preact'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, download, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { readTableState } from '../../../platform/views/views.ts'
import { type CalendarEntry, readCalendar } from '../read-calendar.ts'
import type { ContractsTables } from '../tables.ts'
import { writeCalendar } from '../write-calendar.ts'
import { ListReviewsView } from './list-reviews.view.tsx'

const PATH = '/contracts/reviews'
const PAGE_SIZE = 50

const read = ({ ctx }: PageRequest): Promise<CalendarEntry[]> =>
  inReading(ctx, (db: Reader<ContractsTables>) => readCalendar(db, today(ctx)))

/** Reviews, assessments and actions of all contracts, the next first. */
export const get = async (request: PageRequest): Promise<Answer> => {
  const entries = await read(request)
  const { query, ctx } = request
  const state = readTableState(query, { sortable: [], pageSize: PAGE_SIZE })
  const body = h(ListReviewsView, {
    rows: entries.slice((state.page - 1) * PAGE_SIZE, state.page * PAGE_SIZE),
    on: today(ctx),
    paging: { path: PATH, query, state, total: entries.length },
  })
  return page('Reviews and what is due', body, {
    width: 'wide',
    backLink: { href: '/contracts', text: 'Contracts' },
  })
}

/** The same days for a calendar program. */
export const getCalendar = async (request: PageRequest): Promise<Answer> => {
  const { ctx } = request
  const text = writeCalendar('Contracts', await read(request), ctx.siteUrl, ctx.clock.now())
  return download('contracts.ics', 'text/calendar; charset=utf-8', text)
}
