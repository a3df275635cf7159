import { daysInMonth, type PlainDate, plainDate } from '../../../kernel/plain-date.ts'

const isWeekend = (day: PlainDate): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
/** Days on which no council pays: Christmas, Boxing Day, New Year. */
const isHoliday = (day: PlainDate): boolean => ['12-25', '12-26', '01-01'].includes(day.slice(5))

/** The days of a month on which payments are made, as `2026-04`. */
export const workingDaysOf = (month: string): PlainDate[] => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return Array.from(
    { length: daysInMonth(year, number) },
    (_, at) => plainDate(year, number, at + 1) as PlainDate,
  ).filter((day) => !isWeekend(day) && !isHoliday(day))
}

/** The months of a financial year in order, named by the year it begins in: 2025 gives 2025-04 to 2026-03. */
export const monthsOfYear = (firstYear: number): string[] =>
  Array.from({ length: 12 }, (_, at) => {
    const month = ((at + 3) % 12) + 1
    return `${at < 9 ? firstYear : firstYear + 1}-${String(month).padStart(2, '0')}`
  })
