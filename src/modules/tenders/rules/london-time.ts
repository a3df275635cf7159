const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** What a clock in London shows at an instant, read as if it were UTC. */
const shownAt = (instant: number): number => {
  const part = Object.fromEntries(
    PARTS.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  )
  return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute)
}

/** The instant at which clocks in London show a day and a time such as `12:00` or `9:30`; undefined for what is no time. */
export const londonInstant = (day: string, time: string): Date | undefined => {
  const [, hour, minute] = /^\s*(\d{1,2})[:.](\d{2})\s*$/.exec(time) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined
  const wanted = Date.parse(`${day}T${hour.padStart(2, '0')}:${minute}:00Z`)
  const winter = wanted - (shownAt(wanted) - wanted)
  // In the hour that clocks skip in March there is no such time; what follows it is taken.
  return Number.isNaN(winter) ? undefined : new Date(winter)
}

/** `2026-11-22` and `12:00`: what clocks in London show at an instant. */
export const londonClock = (instant: Date): { readonly day: string; readonly time: string } => {
  const text = new Date(shownAt(instant.getTime())).toISOString()
  return { day: text.slice(0, 10), time: text.slice(11, 16) }
}
