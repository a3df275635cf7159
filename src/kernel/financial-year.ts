import type { PlainDate } from './plain-date.ts'

/** A local authority's financial year runs from 1 April to 31 March; named by both years, `2026/27`. */
export type FinancialYear = string & { readonly __financialYear?: true }

export const financialYearOf = (day: PlainDate): FinancialYear => {
  const year = Number(day.slice(0, 4))
  const first = day.slice(5, 7) < '04' ? year - 1 : year
  return `${first}/${String((first + 1) % 100).padStart(2, '0')}`
}

/** The first and last day of a financial year. */
export const financialYearDays = (year: FinancialYear): { from: PlainDate; to: PlainDate } => {
  const first = Number(year.slice(0, 4))
  return { from: `${first}-04-01`, to: `${first + 1}-03-31` }
}

/** The year that many years later, or earlier where it is negative. */
export const financialYearAfter = (year: FinancialYear, years: number): FinancialYear =>
  financialYearOf(`${Number(year.slice(0, 4)) + years}-04-01`)

/** Reads `2026/27`, and `2026-27` as addresses have it; undefined for anything else, `2026/28` among it. */
export const readFinancialYear = (text: string): FinancialYear | undefined => {
  const [, first] = /^((?:19|20)\d{2})[/-]\d{2}$/.exec(text.trim()) ?? []
  const year = first ? financialYearOf(`${first}-04-01`) : undefined
  return year === text.trim().replace('-', '/') ? year : undefined
}
