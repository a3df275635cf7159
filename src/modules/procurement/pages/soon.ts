import { addDays, type PlainDate } from '../../../kernel/plain-date.ts'

const SOON_DAYS = 60

/** What counts as soon, seen from a day. */
export const soonAround = (today: PlainDate) => ({ today, soonUntil: addDays(today, SOON_DAYS) })
