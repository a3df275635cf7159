import { h } from 'preact'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { closeCalendar, openCalendar } from '../actions/calendar-feeds.ts'
import type { Purchase } from '../model/purchase.ts'
import type { CalendarFeed } from '../model/timetable.ts'
import { CALENDAR_PATH, feedPath, HOME_PATH } from '../paths.ts'
import { listFeeds } from '../store/calendar-feeds.ts'
import { listPurchases } from '../store/purchases.ts'
import type { ProcurementTables } from '../tables.ts'
import { CalendarView } from './calendar.view.tsx'

type Read = { readonly feeds: readonly CalendarFeed[]; readonly purchases: readonly Purchase[] }

const show = async ({ ctx, visitor }: PageRequest, secret: string | null): Promise<Answer> => {
  const { feeds, purchases } = await inReading<ProcurementTables, Read>(ctx, async (db) => ({
    feeds: await listFeeds(db, visitor.personId ?? ''),
    purchases: await listPurchases(db),
  }))
  const titles = new Map(purchases.map(({ id, title }) => [id, title]))
  const view = {
    feeds: feeds.map(({ id, purchaseId, createdAt }) => ({
      id,
      createdAt,
      of: purchaseId === null ? 'Every purchase' : (titles.get(purchaseId) ?? 'A purchase'),
    })),
    address: secret === null ? null : `${ctx.siteUrl}${feedPath(ctx.authorityId ?? '', secret)}`,
  }
  return page('Calendar', h(CalendarView, view), { backLink: { href: HOME_PATH, text: 'Purchases' } })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, null)

/** The address is shown in the answer to the form and nowhere else, for it is a secret that is not kept. */
export const post = async (request: PageRequest): Promise<Answer> => {
  const purchaseId = typed(request.form, 'purchaseId')
  return show(request, await openCalendar(request.ctx, isId(purchaseId) ? purchaseId : null))
}

export const postClosing = async (request: PageRequest): Promise<Answer> => {
  const feedId = typed(request.form, 'feedId')
  if (isId(feedId)) await closeCalendar(request.ctx, feedId)
  return redirect(CALENDAR_PATH)
}
