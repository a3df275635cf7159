import type { Period } from '../model.ts'
import { type DateForm, readDateForm } from './date-forms.ts'
import { MONTH_WORDS } from './month-names.ts'
import { resolveDate } from './resolve-date.ts'

const M = `(?:${MONTH_WORDS})`
const DAY = '\\d{1,2}(?:st|nd|rd|th)?'
const YEAR = '(?:19|20)\\d{2}'
const NUMERIC_DAY = '\\d{1,2}[/.\\-]\\d{1,2}[/.\\-](?:\\d{4}|\\d{2})'
const ISO_DAY = `${YEAR}-\\d{2}-\\d{2}`
const TO = '\\s*(?:-|–|—|to|until|and|&|through)\\s*'

const pattern = (source: string): RegExp => new RegExp(`(?<![a-z0-9£.,/])${source}(?![a-z0-9])`, 'gi')

const RANGES: readonly RegExp[] = [
  pattern(`${DAY}\\s+(?:of\\s+)?${M}(?:\\s+${YEAR})?${TO}${DAY}\\s+(?:of\\s+)?${M},?\\s+${YEAR}`),
  pattern(`${NUMERIC_DAY}${TO}${NUMERIC_DAY}`),
  pattern(`${ISO_DAY}\\s*(?:-|–|to)\\s*${ISO_DAY}`),
  pattern(`${M}(?:[\\s\\-.']*(?:${YEAR}|\\d{2}))?${TO}${M}[\\s\\-.,']*(?:${YEAR}|\\d{2})`),
]

/** From the most telling to the least; the first that can be read wins. */
const SINGLES: readonly RegExp[] = [
  pattern(`${M}\\s+${YEAR}\\s*[/-]\\s*\\d{2}`),
  pattern(`${M}\\s+${DAY},?\\s+${YEAR}`),
  pattern(`${M}[\\s\\-.,'/]*(?:of\\s+)?(?:${YEAR}|\\d{2}(?!,?\\s+${YEAR}))`),
  pattern(`${YEAR}[\\s\\-.]*${M}`),
  pattern(
    `(?:q|qtr|quarter)[\\s.]*[1-4][\\s,\\-/]*(?:of\\s+|fy\\s*)?${YEAR}(?:\\s*[/-]\\s*(?:${YEAR}|\\d{2}))?`,
  ),
  pattern(`${YEAR}(?:\\s*[/-]\\s*(?:${YEAR}|\\d{2}))?[\\s,\\-/]*(?:q|qtr|quarter)[\\s.]*[1-4]`),
  pattern(`[1-4](?:st|nd|rd|th)\\s+quarter(?:\\s+(?:of\\s+)?${YEAR}(?:\\s*[/-]\\s*\\d{2,4})?)`),
  pattern(`${YEAR}[\\s\\-/]*(?:p|per|period)[\\s.]*\\d{1,2}`),
  pattern(`(?:p|per|period)[\\s.]*\\d{1,2}[\\s,\\-/]*${YEAR}`),
  pattern(ISO_DAY),
  pattern(`${YEAR}(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])`),
  pattern(NUMERIC_DAY),
  pattern(`${DAY}\\s+(?:of\\s+)?${M},?\\s+${YEAR}`),
  pattern(`${YEAR}[-. /](?:0[1-9]|1[0-2])`),
  pattern(`${YEAR}(?:0[1-9]|1[0-2])`),
  pattern(`(?:0?[1-9]|1[0-2])[-. /]${YEAR}`),
  pattern(`(?:0[1-9]|1[0-2])${YEAR}`),
  pattern(`${YEAR}\\s*[/-]\\s*(?:${YEAR}|\\d{2})`),
  pattern(YEAR),
]

/** A day beside these words is when the report was made, not when money was paid. */
const REPORT_DATE = /\b(?:run|print|produc|publish|creat|generat|updat|extract|as at|as of|report date)/i
const PLAN = { order: 'day-first', period: null, uses1904Dates: false, countsFromApril: false } as const

/**
 * The period that a title, a sheet name or a file name speaks of: `Invoices over £500 paid in August 2010`,
 * `spend-2021-q2.csv`. A single day in a title stands for its month. Undefined where none is named.
 */
export const findPeriod = (text: string): (Period & { readonly form: DateForm }) | undefined => {
  const plain = text
    .replace(/\.(?:csv|tsv|txt|xlsx?|xlsm|zip|gz)$/gi, '')
    .replace(/[_+]|%20/g, ' ')
    .replace(/([a-z])(\d)/gi, splitAfterWord)
    .replace(/(\d)(?=[A-Z][a-z]{2})/g, '$1 ')
    .replace(/\s+/g, ' ')
  return (
    firstPeriod(plain, RANGES) ?? firstPeriod(REPORT_DATE.test(plain) ? withoutDays(plain) : plain, SINGLES)
  )
}

const firstPeriod = (text: string, patterns: readonly RegExp[]): ReturnType<typeof findPeriod> => {
  for (const one of patterns) {
    for (const match of text.matchAll(one)) {
      const found = readPeriod(match[0])
      if (found !== undefined) return found
    }
  }
  return undefined
}

const withoutDays = (text: string): string =>
  text
    .replace(new RegExp(`${ISO_DAY}|${NUMERIC_DAY}`, 'gi'), ' ')
    .replace(new RegExp(`${DAY}\\s+(?:of\\s+)?${M},?\\s+${YEAR}`, 'gi'), ' ')

/** `Spend2023` and `april2023` are cut before the digits; `q2` and `p13` stay whole. */
const splitAfterWord = (whole: string, letter: string, digit: string, at: number, all: string): string => {
  const before = at > 0 ? all.charAt(at - 1) : ''
  return /[a-z]/i.test(before) ? `${letter} ${digit}` : whole
}

const readPeriod = (text: string): (Period & { readonly form: DateForm }) | undefined => {
  const form = monthAndYear(text) ?? readDateForm(text.replace(/\s*,\s*/g, ' '))
  const reading = form === undefined ? undefined : resolveDate(form, PLAN)
  if (form === undefined || reading === undefined) return undefined
  if (reading.paidOn === null) return { from: reading.from, to: reading.to, form }
  const [year, month] = [Number(reading.from.slice(0, 4)), Number(reading.from.slice(5, 7))]
  const whole = resolveDate({ kind: 'month', year, month }, PLAN)
  return whole === undefined ? undefined : { from: whole.from, to: whole.to, form }
}

/** `042023`. */
const monthAndYear = (text: string): DateForm | undefined => {
  const match = /^(0[1-9]|1[0-2])((?:19|20)\d{2})$/.exec(text)
  return match ? { kind: 'month', year: Number(match[2]), month: Number(match[1]) } : undefined
}
