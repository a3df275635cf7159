import type { Pence } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'

/** `1234.56`, `-1234.56`. */
export const plainPounds = (pence: Pence): string => {
  const digits = String(Math.abs(pence)).padStart(3, '0')
  return `${pence < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** `1,234.56`, `-1,234.56`. */
export const groupedPounds = (pence: Pence): string =>
  plainPounds(pence).replace(/\d(?=(?:\d{3})+\.)/g, '$&,')

/** `1,234.56`, `(1,234.56)`: credits in brackets, as accountants write them. */
export const bracketedPounds = (pence: Pence): string =>
  pence < 0 ? `(${groupedPounds(-pence)})` : groupedPounds(pence)

/** `22/11/2026`. */
export const slashedDay = (day: PlainDate): string => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `22-Nov-26`, as banks print it. */
export const wordedDay = (day: PlainDate): string =>
  `${day.slice(8)}-${MONTHS[Number(day.slice(5, 7)) - 1]}-${day.slice(2, 4)}`

/** Windows-1252: the same as Latin-1 for every character that is written here. */
export const inWindows1252 = (text: string): Buffer => Buffer.from(text, 'latin1')

/** UTF-8 with the mark in front that spreadsheets write. */
export const inMarkedUtf8 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf8')
