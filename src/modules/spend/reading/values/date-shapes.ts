import { plainDate } from '../../../../kernel/plain-date.ts'
import type { DateForm } from './date-form.ts'
import { MONTH_WORDS, monthNumber } from './month-names.ts'

/** Two-digit years belong to this century up to 69, as spreadsheets read them. */
const fullYear = (text: string): number => {
  const year = Number(text)
  return text.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year
}

const day = (year: number, month: number, dayOfMonth: number): DateForm | undefined => {
  const found = plainDate(year, month, dayOfMonth)
  return found === undefined ? undefined : { kind: 'day', day: found }
}

const month = (year: number, monthOfYear: number | undefined): DateForm | undefined =>
  monthOfYear !== undefined && monthOfYear >= 1 && monthOfYear <= 12
    ? { kind: 'month', year, month: monthOfYear }
    : undefined

export type Shape = readonly [RegExp, (m: readonly string[]) => DateForm | undefined]
const M = `(${MONTH_WORDS})`
const number = (text: string | undefined): number => Number(text)
const year = (text: string | undefined): number => fullYear(text ?? '')
const named = (text: string | undefined): number => monthNumber(text ?? '') ?? 0

/** Digits and marks only, tried first: nearly every date is one of these. */
export const NUMERIC_SHAPES: readonly Shape[] = [
  [
    /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4}|\d{2})$/,
    (m) => ({ kind: 'numeric', first: number(m[1]), second: number(m[2]), year: year(m[3]) }),
  ],
  [/^(\d{4})[/.\-\s](\d{1,2})[/.\-\s](\d{1,2})$/, (m) => day(number(m[1]), number(m[2]), number(m[3]))],
  [/^((?:19|20)\d{2})(\d{2})(\d{2})$/, (m) => day(number(m[1]), number(m[2]), number(m[3]))],
  [/^(\d{2})(\d{2})((?:19|20)\d{2})$/, (m) => numericDay(number(m[1]), number(m[2]), number(m[3]))],
  [
    /^((?:19|20)\d{2})(0[1-9]|1[0-5])$/,
    (m) => ({ kind: 'year-and-period', year: number(m[1]), period: number(m[2]) }),
  ],
  [/^(\d{2})(\d{2})(\d{2})$/, (m) => numericDay(number(m[1]), number(m[2]), year(m[3]))],
  [/^([2-6]\d{4})(?:\.\d+)?$/, (m) => ({ kind: 'serial', serial: number(m[1]) })],
  [/^((?:19|20)\d{2})[/.\-\s](\d{2})$/, (m) => month(number(m[1]), number(m[2])) ?? yearSpan(m[1], m[2])],
  [/^((?:19|20)\d{2})\s*[/\-–]\s*((?:19|20)\d{2}|\d{2})$/, (m) => yearSpan(m[1], m[2])],
  [/^(\d{1,2})[/.\-\s]((?:19|20)\d{2})$/, (m) => month(number(m[2]), number(m[1]))],
  [/^((?:19|20)\d{2})$/, (m) => ({ kind: 'year', year: number(m[1]) })],
  [/^(\d{2})\s*[/-]\s*(\d{2})$/, (m) => yearSpan(`20${m[1]}`, m[2])],
  [/^0(\d{2})[./]((?:19|20)\d{2})$/, (m) => accountingPeriod(m[1], m[2])],
]

const numericDay = (first: number, second: number, inYear: number): DateForm | undefined =>
  first >= 1 && first <= 31 && second >= 1 && second <= 31
    ? { kind: 'numeric', first, second, year: inYear }
    : undefined

/** `2014/15`, `2014-2015`: a financial year where the second follows the first. */
const yearSpan = (first: string | undefined, second: string | undefined): DateForm | undefined => {
  const from = number(first)
  const next = second?.length === 2 ? (from + 1) % 100 : from + 1
  return number(second) === next ? { kind: 'financial-year', year: from } : undefined
}

const word = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'i')
const SEP = '[\\s\\-/.,]*'
const YEAR = "'?(\\d{4}|\\d{2})"

export const WORD_SHAPES: readonly Shape[] = [
  [
    word(`(\\d{1,2})(?:st|nd|rd|th)?${SEP}(?:of\\s+)?${M}${SEP}${YEAR}`),
    (m) => day(year(m[3]), named(m[2]), number(m[1])),
  ],
  [word(`${M}${SEP}${YEAR}`), (m) => month(year(m[2]), named(m[1]))],
  [
    word(`${M}${SEP}(\\d{1,2})(?:st|nd|rd|th)?[\\s,\\-/]+(\\d{4}|\\d{2})`),
    (m) => day(year(m[3]), named(m[1]), number(m[2])),
  ],
  [word(`(\\d{4})${SEP}${M}${SEP}(\\d{1,2})`), (m) => day(number(m[1]), named(m[2]), number(m[3]))],
  [word(`(\\d{4})${SEP}${M}`), (m) => month(number(m[1]), named(m[2]))],
  [word(`${M}\\s+(\\d{4})\\s*[/\\-]\\s*(\\d{2}|\\d{4})`), (m) => monthOfFinancialYear(m)],
  [word(`${M}\\.?`), (m) => ({ kind: 'month-name', month: named(m[1]) })],
  [
    word(`(\\d{1,2})(?:st|nd|rd|th)?${SEP}${M}`),
    (m) => ({ kind: 'day-and-month', day: number(m[1]), month: named(m[2]) }),
  ],
  [
    /^[a-z]{3} ([a-z]{3}) +(\d{1,2}) \d{2}:\d{2}:\d{2} [a-z]{3,4} (\d{4})$/i,
    (m) => day(number(m[3]), named(m[1]), number(m[2])),
  ],
  [
    /^(?:q|qtr|quarter)\s*\.?\s*([1-4])(?:\s*(?:of|,|-|\/|fy)?\s*(?:fy)?\s*((?:19|20)\d{2})(?:\s*[/-]\s*(\d{2,4}))?)?$/i,
    (m) => quarter(m[1], m[2], m[3]),
  ],
  [
    /^(?:fy\s*)?((?:19|20)\d{2})(?:\s*[/-]\s*(\d{2,4}))?\s*[-,/]?\s*(?:q|qtr|quarter)\s*\.?\s*([1-4])$/i,
    (m) => quarter(m[3], m[1], m[2]),
  ],
  [
    /^([1-4])(?:st|nd|rd|th)\s+(?:quarter|qtr)(?:\s*(?:of|,)?\s*((?:19|20)\d{2})(?:\s*[/-]\s*(\d{2,4}))?)?$/i,
    (m) => quarter(m[1], m[2], m[3]),
  ],
  [
    /^(?:p|per|pd|prd|period|month|mth|m)\s*\.?\s*(\d{1,2})(?:\s*[-/,]?\s*((?:19|20)\d{2})(?:\s*[/-]\s*\d{2,4})?)?$/i,
    (m) => accountingPeriod(m[1], m[2]),
  ],
  [
    /^((?:19|20)\d{2})(?:\s*[/-]\s*\d{2,4})?\s*[-/,]?\s*(?:p|per|pd|prd|period|month|mth|m)\s*\.?\s*(\d{1,2})$/i,
    (m) => accountingPeriod(m[2], m[1]),
  ],
  [/^(?:fy|financial year)\s*((?:19|20)\d{2})\s*[/-]?\s*(\d{2,4})$/i, (m) => yearSpan(m[1], m[2])],
]

const quarter = (which?: string, inYear?: string, nextYear?: string): DateForm => ({
  kind: 'quarter',
  quarter: number(which),
  year: inYear === undefined ? null : number(inYear),
  financial: nextYear !== undefined,
})

const accountingPeriod = (period?: string, inYear?: string): DateForm | undefined => {
  const which = number(period)
  if (which < 1 || which > 15) return undefined
  return { kind: 'accounting-period', period: which, year: inYear === undefined ? null : number(inYear) }
}

/** `April 2023/24`: that month within the financial year. */
const monthOfFinancialYear = (m: readonly string[]): DateForm | undefined => {
  const span = yearSpan(m[2], m[3])
  const which = named(m[1])
  return span?.kind === 'financial-year' ? month(span.year + (which < 4 ? 1 : 0), which) : undefined
}
