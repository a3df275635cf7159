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
