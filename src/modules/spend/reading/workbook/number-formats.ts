import { excelDay } from '../values/resolve-date.ts'

/** What a number format shows: a day, only a month or a year, or a plain number. */
export type NumberKind = 'number' | 'day' | 'month' | 'year'

/** Formats that exist without being declared (ECMA-376 part 1, 18.8.30), with those of East Asian locales. */
export const builtInKind = (id: number): NumberKind => {
  if (id === 17) return 'month'
  if ((id >= 14 && id <= 16) || id === 22) return 'day'
  if ((id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58) return 'day'
  return 'number'
}

/** The kind of a custom format code such as `dd/mm/yyyy;@`, `[$-809]d mmmm yyyy`, `mmm-yy` or `#,##0.00_);[Red](#,##0.00)`. */
export const customKind = (code: string): NumberKind => {
  const letters = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .split(';')[0]
    ?.toLowerCase()
  if (letters === undefined || /general|[0#?]/.test(letters)) return 'number'
  if (letters.includes('d')) return 'day'
  if (letters.includes('y')) return letters.includes('m') ? 'month' : 'year'
  return /mmm/.test(letters) ? 'month' : 'number'
}

/** The text of a number under its format: `2023-04-01`, `2023-04`, or the number itself, to Excel's 15 digits. */
export const numberText = (raw: string, kind: NumberKind, uses1904Dates: boolean): string => {
  if (kind !== 'number') {
    const day = excelDay(Number(raw), uses1904Dates)
    if (day !== undefined) return kind === 'day' ? day : kind === 'month' ? day.slice(0, 7) : day.slice(0, 4)
  }
  if (/e/i.test(raw)) return Number.isFinite(Number(raw)) ? String(Number(raw)) : raw
  return raw.length > 16 && raw.includes('.') ? toFifteenDigits(raw) : raw
}

/** Excel itself shows 15 significant digits; the 16th and 17th are how the file stores a binary number. */
const toFifteenDigits = (raw: string): string => {
  const value = Number(raw)
  return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : raw
}
