import ical, { ICalCalendarMethod } from 'ical-generator'
import { DISCLAIMER } from './law/engine.ts'
import { CONFIDENCE_NAMES, MEANS_WORDS } from './messages/law-words.ts'
import type { Purchase } from './model/purchase.ts'
import type { TimetableEntry } from './model/timetable.ts'
import { purchasePath } from './paths.ts'

type Timed = { readonly purchase: Purchase; readonly entries: readonly TimetableEntry[] }

export const LEADS = { by: 'Last day: ', from: 'First day: ', before: 'Before this day: ', plan: '' } as const

const describe = ({ means, provision, confidence }: TimetableEntry, url: string): string =>
  [
    provision === null
      ? 'A day of our own plan.'
      : `The law says ${MEANS_WORDS[means]} this day: ${provision} (${CONFIDENCE_NAMES[confidence ?? 'unsure'].toLowerCase()}).`,
    url,
    provision === null ? '' : DISCLAIMER,
  ]
    .filter(Boolean)
    .join('\n')

/** The days of purchases as an iCalendar file (RFC 5545), each an event of a whole day that keeps its id from one reading to the next. */
export const writeCalendar = (name: string, timed: readonly Timed[], siteUrl: string, now: Date): string => {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Goldthread', product: 'purchases', language: 'EN' },
    ttl: 6 * 60 * 60,
  })
  for (const { purchase, entries } of timed)
    for (const entry of entries) {
      const url = `${siteUrl}${purchasePath(purchase.id, 'timetable')}`
      calendar.createEvent({
        id: `${purchase.id}-${entry.id}@goldthread`,
        start: new Date(`${entry.date}T00:00:00Z`),
        end: new Date(Date.parse(`${entry.date}T00:00:00Z`) + 86_400_000),
        allDay: true,
        timezone: 'UTC',
        stamp: now,
        summary: `${LEADS[entry.means]}${entry.what} – ${purchase.title}`,
        description: describe(entry, url),
        url,
      })
    }
  return calendar.toString()
}
