import ical, { ICalCalendarMethod } from 'ical-generator'
import { openCalendar } from '#identity'
import type { Deadline, DeadlineSource } from '../../platform/deadline.ts'
import { NotFound } from '../../platform/errors.ts'
import { download } from '../../platform/http/answer.ts'
import type { PageRoute } from '../../platform/http/route.ts'

const FILE = /^([\w-]{43})\.ics$/
const DAY = 86_400_000
/** Calendar programs ask every few hours; whoever tries addresses asks more often. */
const READINGS = 30

/** Deadlines as an iCalendar file (RFC 5545): whole days, or moments that last no time. */
export const writeDeadlines = (deadlines: readonly Deadline[], siteUrl: string, now: Date): string => {
  const calendar = ical({
    name: 'Goldthread',
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Goldthread', product: 'deadlines', language: 'EN' },
    ttl: 6 * 60 * 60,
  })
  for (const { id, when, what, href } of deadlines) {
    const isDay = typeof when === 'string'
    const start = isDay ? new Date(`${when}T00:00:00Z`) : when
    calendar.createEvent({
      id: `${id}@goldthread`,
      start,
      end: isDay ? new Date(start.getTime() + DAY) : start,
      allDay: isDay,
      timezone: 'UTC',
      stamp: now,
      summary: what,
      description: `${siteUrl}${href}`,
      url: `${siteUrl}${href}`,
    })
  }
  return calendar.toString()
}

/** A person's deadlines for programs that cannot sign in: the address itself is the key, and holds what its person may see now. */
export const calendarPage = (sources: readonly DeadlineSource[]): PageRoute => ({
  method: 'GET',
  path: '/my-calendar/:file',
  access: 'public',
  audit: 'CALENDAR_READ',
  page: 'main/site/calendar',
  limitPerMinute: READINGS,
  handle: async ({ ctx, params: { file = '' } }) => {
    const secret = FILE.exec(file)?.[1]
    const reader = secret === undefined ? undefined : await openCalendar(ctx, secret)
    if (!reader) throw new NotFound('There is no such calendar.')
    const deadlines: Deadline[] = []
    for (const { permission, list } of sources)
      if (reader.permissions.has(permission)) deadlines.push(...(await list(reader.ctx)))
    const text = writeDeadlines(deadlines, ctx.siteUrl, ctx.clock.now())
    return download('goldthread.ics', 'text/calendar; charset=utf-8', text)
  },
})
