import { firstYearOf, NOMINAL, readPriceYear } from '../rules/price-years.ts'
import { NAMES } from './value-names.ts'
import { isObject, MOST_YEARS, type Notes, parts, shown } from './value-parts.ts'

export const readPrices = (raw: unknown, path: string, notes: Notes, mayBeNominal = false): string | null => {
  if (raw === undefined || raw === null) return null
  const year = typeof raw === 'string' ? readPriceYear(raw) : undefined
  if (year && (mayBeNominal || year !== NOMINAL)) return year
  notes.faults.push(
    `${path} is ${shown(raw)}; write a financial year such as "2026/27" or a calendar year such as 2019.`,
  )
  return null
}

/** `2026`, or `2026/27` for the year that begins in April 2026. */
export const readYear = (raw: unknown, path: string, notes: Notes): number | null => {
  const year = readPrices(raw, path, notes)
  return year === null ? null : firstYearOf(year)
}

export type Span = { readonly years: number; readonly from: number | null }

const spanBetween = (from: number | null, to: number | null, path: string, notes: Notes): Span | null => {
  const years = from === null || to === null ? 0 : to - from + 1
  if (years >= 1 && years <= MOST_YEARS) return { years, from }
  notes.faults.push(
    `${path} runs from ${from ?? 'nothing'} to ${to ?? 'nothing'}; the first year comes first, and there are at most ${MOST_YEARS}.`,
  )
  return null
}

/** `5`, `[2026, 2027, 2028]`, or `{ "from": 2026, "to": 2030 }`. */
export const readSpan = (raw: unknown, path: string, notes: Notes): Span | null => {
  if (raw === undefined || raw === null) return null
  if (Array.isArray(raw)) {
    const years = raw.map((year, index) => readYear(year, `${path}[${index + 1}]`, notes))
    const isInTurn = years.every((year, index) => year !== null && year === (years[0] ?? 0) + index)
    if (years.length > 0 && isInTurn) return spanBetween(years[0] ?? null, years.at(-1) ?? null, path, notes)
    notes.faults.push(`${path} is a list of years; write them one after the other without a gap.`)
    return null
  }
  if (isObject(raw)) {
    const given = parts(raw, NAMES.span, path, notes)
    return spanBetween(
      readYear(given.from, `${path}.from`, notes),
      readYear(given.to, `${path}.to`, notes),
      path,
      notes,
    )
  }
  const count = typeof raw === 'string' && /^\d{1,3}$/.test(raw.trim()) ? Number(raw) : 0
  if (count >= 1 && count <= MOST_YEARS) return { years: count, from: null }
  notes.faults.push(
    `${path} is ${shown(raw)}; write how many years, from 1 to ${MOST_YEARS}, or which: [2026, 2027].`,
  )
  return null
}
