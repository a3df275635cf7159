/** A day without a time, `2026-11-22`. Compares and sorts as text. */
export type PlainDate = string & { readonly __plainDate?: true }

export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0)

/** The plain date of these parts, or undefined where no such day exists (31 February, month 13). */
export const plainDate = (year: number, month: number, day: number): PlainDate | undefined => {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return undefined
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Reads a day as English spreadsheets write it, `31/03/2026`, or as ISO does; no other order is guessed. */
export const parseBritishDate = (text: string): PlainDate | undefined => {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  return day ? plainDate(Number(year), Number(month), Number(day)) : parsePlainDate(text)
}

/** Reads an ISO day, `2026-11-22`; undefined where it is not one. */
export const parsePlainDate = (text: string): PlainDate | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match ? plainDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined
}

const DAY = 86_400_000
/** Days since 1 January 1970. */
export const dayNumber = (day: PlainDate): number => Date.parse(day) / DAY

/** The day so many days later, or earlier for a negative number. */
export const addDays = (day: PlainDate, days: number): PlainDate =>
  new Date((dayNumber(day) + days) * DAY).toISOString().slice(0, 10)

/** Days from one day to another; 0 for the same day. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from)
