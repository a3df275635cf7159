import ical, { ICalCalendarMethod } from 'ical-generator'
import { h } from 'preact'
import { type IdentityTables, listOrganisations } from '#identity'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import { type Answer, download, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { formatInstantExact, listHref, readTableState } from '../../../platform/views/views.ts'
import type { Tender } from '../model.ts'
import { readSearch } from '../read-search.ts'
import { stateOf } from '../rules/deadlines.ts'
import { countOpportunities, searchOpportunities } from '../store/search.ts'
import type { TendersTables } from '../tables.ts'
import { ListOpportunitiesView } from './list-opportunities.view.tsx'
import { OPPORTUNITIES, opportunityPath } from './paths.ts'

const PAGE_SIZE = 20
const MOST_EXPORTED = 5000

type Tables = TendersTables & IdentityTables

const read = (request: PageRequest, part: { readonly limit: number; readonly offset: number }) =>
  inReading(request.ctx, async (db: Reader<Tables>) => {
    const [search, now] = [readSearch(request.query), request.ctx.clock.now()]
    const own = db as unknown as Reader<TendersTables>
    const buyers = await listOrganisations(db as never, { authorities: true })
    const names = new Map<string, string>(buyers.map(({ id, name }) => [id, name]))
    const tenders = await searchOpportunities(own, search, now, part)
    return {
      search,
      now,
      total: await countOpportunities(own, search, now),
      rows: tenders.map((tender) => ({
        ...tender,
        buyer: names.get(tender.authorityId) ?? '',
        state: stateOf(tender, now),
      })),
    }
  })
export type OpportunityRow = Awaited<ReturnType<typeof read>>['rows'][number]

export const get = async (request: PageRequest): Promise<Answer> => {
  const state = readTableState(request.query, { sortable: [], pageSize: PAGE_SIZE })
  const found = await read(request, { limit: PAGE_SIZE, offset: (state.page - 1) * PAGE_SIZE })
  const { query } = request
  const body = h(ListOpportunitiesView, {
    ...found,
    query,
    serverTime: formatInstantExact(found.now),
    paging: { path: OPPORTUNITIES, query, state, total: found.total },
    exports: (['CSV', 'JSON'] as const).map((format) => ({
      format,
      href: listHref(`${OPPORTUNITIES}.${format.toLowerCase()}`, query, { page: undefined }),
    })),
    calendarHref: listHref(`${OPPORTUNITIES}.ics`, query, { page: undefined }),
  })
  return page('Opportunities', body, {
    width: 'wide',
    description: 'Council contracts that are open for bids: what is wanted, by when, and how it is scored.',
  })
}

const calendarOf = (rows: readonly Tender[], siteUrl: string, now: Date): string => {
  const calendar = ical({
    name: 'Opportunities',
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Goldthread', product: 'opportunities', language: 'EN' },
    ttl: 60 * 60,
  })
  for (const { id, title, reference, deadline, summary } of rows)
    calendar.createEvent({
      id: `${id}@goldthread`,
      start: deadline,
      end: deadline,
      stamp: now,
      summary: `Bids due: ${title}`,
      description: summary,
      url: `${siteUrl}${opportunityPath(reference)}`,
    })
  return calendar.toString()
}

/** `/opportunities.csv`, `.json`, `.xlsx`, and `.ics` for a calendar that keeps the deadlines. */
export const getExport = async (request: PageRequest): Promise<Answer> => {
  const { params, ctx } = request
  const format = exportFormatOf(params.format)
  if (!format && params.format !== 'ics') throw new NotFound('Exports end in .csv, .xlsx, .json or .ics.')
  const { rows, now } = await read(request, { limit: MOST_EXPORTED, offset: 0 })
  if (!format)
    return download('opportunities.ics', 'text/calendar; charset=utf-8', calendarOf(rows, ctx.siteUrl, now))
  return exportTable<OpportunityRow>(format, {
    name: 'opportunities',
    basis: `As published on this site at ${formatInstantExact(now)}; values without VAT, with options and extensions`,
    columns: [
      { header: 'reference', value: (row) => row.reference },
      { header: 'title', value: (row) => row.title },
      { header: 'buyer', value: (row) => row.buyer },
      { header: 'state', value: (row) => row.state },
      { header: 'deadline', value: (row) => row.deadline.toISOString() },
      { header: 'questions until', value: (row) => row.questionDeadline.toISOString() },
      { header: 'published', value: (row) => row.publishedAt?.toISOString() ?? '' },
      { header: 'version', value: (row) => row.version, kind: 'number' },
      { header: 'cpv', value: (row) => row.category },
      { header: 'place', value: (row) => row.placeName },
      { header: 'value', value: (row) => row.valuePence, kind: 'pence' },
      { header: 'summary', value: (row) => row.summary },
      { header: 'address', value: (row) => `${ctx.siteUrl}${opportunityPath(row.reference)}` },
    ],
    rows,
  })
}
