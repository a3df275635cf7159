import { addDays, dayNumber, daysInMonth, type PlainDate } from '../../../kernel/plain-date.ts'

/** 0 Sunday to 6 Saturday. */
export const weekdayOf = (day: PlainDate): number => (((dayNumber(day) + 4) % 7) + 7) % 7

/** The same day of another month; the month's last day where there is no such day. */
export const addMonths = (day: PlainDate, months: number): PlainDate => {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  const last = Math.min(Number(day.slice(8)), daysInMonth(year, month))
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(last).padStart(2, '0')}`
}

/**
 * The last day of a period. "30 days beginning with" a day counts that day as day 1, so it ends 29 days later;
 * the periods of section 54 begin on the day after the invitation.
 */
export const lastDayOfPeriod = (start: PlainDate, days: number, countsStartDay: boolean): PlainDate =>
  addDays(start, countsStartDay ? days - 1 : days)

/** The last day of a period of months or years that begins with a day: the day before the same date. */
export const lastDayOfMonths = (start: PlainDate, months: number): PlainDate =>
  addDays(addMonths(start, months), -1)

/** The last day of the quarter (31 March, 30 June, 30 September, 31 December) that holds a day. */
export const quarterEndOf = (day: PlainDate): PlainDate => {
  const month = Math.ceil(Number(day.slice(5, 7)) / 3) * 3
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-${daysInMonth(Number(day.slice(0, 4)), month)}`
}

/** The last day of the half-year (31 March or 30 September) that holds a day. */
export const halfYearEndOf = (day: PlainDate): PlainDate => {
  const year = Number(day.slice(0, 4))
  if (day.slice(5) <= '03-31') return `${year}-03-31`
  return day.slice(5) <= '09-30' ? `${year}-09-30` : `${year + 1}-03-31`
}
