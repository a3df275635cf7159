import { getOrganisation, type IdentityTables, listMembers, type Member, permissionsOf } from '#identity'
import type { Context } from '../../../platform/context.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, download } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { hashOfSecret } from '../actions/calendar-feeds.ts'
import type { Purchase } from '../model/purchase.ts'
import type { CalendarFeed } from '../model/timetable.ts'
import { isUnderWay } from '../rules/pipeline.ts'
import { findFeed } from '../store/calendar-feeds.ts'
import { listPurchases } from '../store/purchases.ts'
import type { ProcurementTables } from '../tables.ts'
import { readTimetable } from '../timetable-of-purchase.ts'
import { writeCalendar } from '../write-calendar.ts'

const SECRET = /^([\w-]{43})\.ics$/
const GONE = 'There is no such calendar.'

/** Whether whoever made the calendar still works here and may see purchases; an address ends with the role. */
const mayStillRead = async (ctx: Context, feed: CalendarFeed): Promise<boolean> => {
  const members = await inReading<IdentityTables, Member[]>(ctx, (db) =>
    listMembers(db, ctx.authorityId ?? ''),
  )
  const member = members.find(({ id }) => id === feed.personId)
  return member !== undefined && !member.isDisabled && permissionsOf(member.roles).has('procurement.read')
}

const read = (ctx: Context, secret: string) =>
  inReading<ProcurementTables, { feed: CalendarFeed; purchases: Purchase[] }>(ctx, async (db) => {
    const feed = await findFeed(db, hashOfSecret(secret))
    if (!feed) throw new NotFound(GONE)
    return { feed, purchases: await listPurchases(db) }
  })

/** A calendar for programs that cannot sign in: the address itself is the key. */
export const get = async ({ ctx, params }: PageRequest): Promise<Answer> => {
  const { authorityId = '' } = params
  const secret = SECRET.exec(params.file ?? '')?.[1]
  if (!isId(authorityId) || secret === undefined) throw new NotFound(GONE)
  const acting: Context = { ...ctx, authorityId }
  const { feed, purchases } = await read(acting, secret)
  if (!(await mayStillRead(acting, feed))) throw new NotFound(GONE)
  const { name } = await inReading<IdentityTables, { name: string }>(acting, (db) =>
    getOrganisation(db, authorityId),
  )
  const wanted = purchases.filter((purchase) =>
    feed.purchaseId === null ? isUnderWay(purchase) : purchase.id === feed.purchaseId,
  )
  const timed = wanted.map((purchase) => ({ purchase, entries: readTimetable(purchase) }))
  const text = writeCalendar(`Purchases of ${name}`, timed, ctx.siteUrl, ctx.clock.now())
  return download('purchases.ics', 'text/calendar; charset=utf-8', text)
}
