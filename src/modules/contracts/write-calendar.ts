import ical, { ICalCalendarMethod } from 'ical-generator'
import type { CalendarEntry } from './read-calendar.ts'

export const CALENDAR_WORDS: Readonly<Record<CalendarEntry['kind'], string>> = {
  review: 'Review',
  'review-point': 'Review point',
  assessment: 'Assessment due',
  action: 'Action due',
  end: 'Contract ends',
}

/** Days of contracts as an iCalendar file (RFC 5545), each an event of a whole day that keeps its id. */
export const writeCalendar = (
  name: string,
  entries: readonly CalendarEntry[],
  siteUrl: string,
  now: Date,
): string => {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Goldthread', product: 'contracts', language: 'EN' },
  })
  for (const { id, on, what, kind, contract, path } of entries) {
    const url = `${siteUrl}/contracts/${contract.id}${path}`
    calendar.createEvent({
      id: `${id}-${kind}@goldthread`,
      start: new Date(`${on}T00:00:00Z`),
      end: new Date(Date.parse(`${on}T00:00:00Z`) + 86_400_000),
      allDay: true,
      timezone: 'UTC',
      stamp: now,
      summary: `${CALENDAR_WORDS[kind]}: ${what} – ${contract.title}`,
      description: url,
      url,
    })
  }
  return calendar.toString()
}
