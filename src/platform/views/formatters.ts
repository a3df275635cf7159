import { type FinancialYear, financialYearDays, financialYearOf } from '../../kernel/financial-year.ts'
import { divideRounding } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { MONTH_NAMES } from '../../kernel/plain-date.ts'

/** Every number and date that people read is written here, in British English. All functions are pure. */

const MINUS = '\u2212'
const NOT_KNOWN = 'not known'

const grouped = (digits: bigint | string): string => String(digits).replace(/\B(?=(\d{3})+$)/g, ',')

const signed = (isNegative: boolean, text: string): string => (isNegative ? MINUS + text : text)

const magnitude = (amount: number | bigint): bigint => {
  const whole = BigInt(amount)
  return whole < 0n ? -whole : whole
}

/** Whole pence as `£1,234.56`. Throws on a fraction of a penny: money is whole pence everywhere. */
export const formatPence = (amountPence: number | bigint): string => {
  const pence = magnitude(amountPence)
  const text = `£${grouped(pence / 100n)}.${String(pence % 100n).padStart(2, '0')}`
  return signed(amountPence < 0, text)
}

/** Whole pence as whole pounds, `£1,235`, halves away from zero. */
export const formatPounds = (amountPence: number | bigint): string => {
  const pounds = divideRounding(BigInt(amountPence), 100n)
  return signed(pounds < 0n, `£${grouped(magnitude(pounds))}`)
}

/** A unit begins where the one below it would round to 1,000. */
const COMPACT = [
  { pence: 100_000_000_000n, from: 99_950_000_000n, suffix: 'bn' },
  { pence: 100_000_000n, from: 99_950_000n, suffix: 'm' },
  { pence: 100_000n, from: 99_950n, suffix: 'k' },
] as const

/** Whole pence for charts and key figures: `£1.2m`, `£950k`, `£1bn`; below £1,000 whole pounds. */
export const formatPoundsCompact = (amountPence: number | bigint): string => {
  const pence = magnitude(amountPence)
  const unit = COMPACT.find(({ from }) => pence >= from)
  if (!unit) return formatPounds(amountPence)
  // Three figures say enough: £1.2m, £37.5m, £458m.
  if (pence >= unit.pence * 100n)
    return signed(amountPence < 0, `£${grouped(divideRounding(pence, unit.pence))}${unit.suffix}`)
  const tenths = divideRounding(pence * 10n, unit.pence)
  const fraction = tenths % 10n === 0n ? '' : `.${tenths % 10n}`
  return signed(amountPence < 0, `£${grouped(tenths / 10n)}${fraction}${unit.suffix}`)
}

const withDecimals = (decimals: number): Intl.NumberFormat =>
  new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
  })
/** Making one takes a hundred times as long as using it, and a page writes hundreds of numbers. */
const FEW_DECIMALS = [0, 1, 2, 3, 4].map(withDecimals)

/** A number with its thousands marked, `1,234.5`; `decimals` are always shown. */
export const formatNumber = (value: number | bigint, decimals = 0): string =>
  (FEW_DECIMALS[decimals] ?? withDecimals(decimals)).format(value).replace('-', MINUS)

/** A number with its noun: `1 supplier`, `1,204 suppliers`. */
export const formatCount = (count: number | bigint, one: string, many = `${one}s`): string =>
  `${formatNumber(count)} ${BigInt(count) === 1n ? one : many}`

/** A ratio, 0 to 1, as `12.3%`. What is not quite nothing or all is never shown as such: `<0.1%`, `>99.9%`. */
export const formatPercent = (ratio: number, decimals = 1): string => {
  const step = 10 ** -decimals
  const percent = ratio * 100
  const rounded = Number(percent.toFixed(decimals))
  if (percent > 0 && rounded === 0) return `<${formatNumber(step, decimals)}%`
  if (percent < 100 && rounded === 100) return `>${formatNumber(100 - step, decimals)}%`
  return `${formatNumber(rounded, Number.isInteger(rounded) ? 0 : decimals)}%`
}

/** The share that one whole amount is of another; `not known` where the whole is nothing. */
export const formatShare = (part: number | bigint, whole: number | bigint, decimals = 1): string =>
  BigInt(whole) === 0n ? NOT_KNOWN : formatPercent(Number(part) / Number(whole), decimals)

interface DateParts {
  readonly day: number
  readonly month: string
  readonly year: number
}

const datePartsOf = (date: PlainDate): DateParts => ({
  day: Number(date.slice(8, 10)),
  month: MONTH_NAMES[Number(date.slice(5, 7)) - 1] ?? '',
  year: Number(date.slice(0, 4)),
})

/** `21 November 2026`. */
export const formatDate = (date: PlainDate): string => {
  const { day, month, year } = datePartsOf(date)
  return `${day} ${month} ${year}`
}

/** `21 Nov 2026`, for tables. */
export const formatShortDate = (date: PlainDate): string => {
  const { day, month, year } = datePartsOf(date)
  return `${day} ${month.slice(0, 3)} ${year}`
}

/** The month of a date or of `2026-11`: `November 2026`. */
export const formatMonth = (month: string): string => {
  const parts = datePartsOf(`${month.slice(0, 7)}-01`)
  return `${parts.month} ${parts.year}`
}

/** `Nov 2026`, for charts. */
export const formatShortMonth = (month: string): string => {
  const parts = datePartsOf(`${month.slice(0, 7)}-01`)
  return `${parts.month.slice(0, 3)} ${parts.year}`
}

/** Two days as people say it: `1 April 2025 to 31 March 2026`, `1 April to 30 June 2026`, `1 to 30 April 2026`. */
export const formatPeriod = (from: PlainDate, to: PlainDate): string => {
  if (from === to) return formatDate(from)
  const { day, month, year } = datePartsOf(from)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${day} to ${formatDate(to)}`
  return from.slice(0, 4) === to.slice(0, 4)
    ? `${day} ${month} to ${formatDate(to)}`
    : `${day} ${month} ${year} to ${formatDate(to)}`
}

/** `2026/27` in words: `April 2026 to March 2027`. The short form is the value itself. */
export const formatFinancialYear = (year: FinancialYear): string => {
  const { from, to } = financialYearDays(year)
  return `${formatMonth(from)} to ${formatMonth(to)}`
}

/** The financial year of a day in words. */
export const formatFinancialYearOf = (date: PlainDate): string => formatFinancialYear(financialYearOf(date))

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
})

const londonParts = (instant: Date): Record<string, string> =>
  Object.fromEntries(LONDON.formatToParts(instant).map(({ type, value }) => [type, value]))

/** The day in London of an instant. */
export const plainDateOf = (instant: Date): PlainDate => {
  const { year, month, day } = londonParts(instant)
  return `${year}-${month}-${day}`
}

const clockTime = (instant: Date, separator: string): string => {
  const { hour, minute, second } = londonParts(instant)
  const hours = Number(hour)
  const rest = separator === '' ? (minute === '00' ? '' : `:${minute}`) : `:${minute}${separator}${second}`
  return `${hours % 12 || 12}${rest}${hours < 12 ? 'am' : 'pm'}`
}

/** The time in London: `2:30pm`, `9am`, `midday`, `midnight`, as the GOV.UK style guide writes it. */
export const formatTime = (instant: Date): string => {
  const time = clockTime(instant, '')
  if (time === '12am') return 'midnight'
  return time === '12pm' ? 'midday' : time
}

/** `21 November 2026 at 2:30pm`. */
export const formatInstant = (instant: Date): string =>
  `${formatDate(plainDateOf(instant))} at ${formatTime(instant)}`

/** To the second and with the zone, for receipts: `21 November 2026 at 2:30:05pm GMT`. */
export const formatInstantExact = (instant: Date): string =>
  `${formatDate(plainDateOf(instant))} at ${clockTime(instant, ':')} ${londonParts(instant)['timeZoneName']}`

/** `a, b and c`. */
export const formatList = (items: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(items)

const BYTE_UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const

/** `512 bytes`, `1.2 MB`; a kilobyte is 1,000 bytes. */
export const formatFileSize = (bytes: number): string => {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), BYTE_UNITS.length - 1)
  const size = bytes / 1000 ** power
  return `${formatNumber(size, power === 0 || Number.isInteger(Number(size.toFixed(1))) ? 0 : 1)} ${BYTE_UNITS[power]}`
}
