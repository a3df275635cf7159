import type { PriceYear } from '../model.ts'

const FINANCIAL = /^(?:FY\s?)?(\d{4})\s?[/-]\s?(\d{2}|\d{4})$/i
const CALENDAR = /^\d{4}$/

/** Pounds as paid: no year to uprate from. */
export const NOMINAL = 'nominal'

/** Reads `2012/13`, `2012-13`, `2012/2013`, `2019` or `nominal`; undefined where the two years do not follow each other. */
export const readPriceYear = (text: string): PriceYear | undefined => {
  const bare = text.trim()
  if (bare.toLowerCase() === NOMINAL) return NOMINAL
  if (CALENDAR.test(bare)) return bare
  const match = FINANCIAL.exec(bare)
  if (!match) return undefined
  const first = Number(match[1])
  const second = Number(match[2])
  return second === (match[2]?.length === 2 ? (first + 1) % 100 : first + 1)
    ? financialPriceYear(first)
    : undefined
}

export const financialPriceYear = (firstYear: number): PriceYear =>
  `${firstYear}/${String((firstYear + 1) % 100).padStart(2, '0')}`

export const isFinancialYear = (year: PriceYear): boolean => year.includes('/')

/** The year in which a price year begins: 2012 for `2012/13` and for `2012`. */
export const firstYearOf = (year: PriceYear): number => Number(year.slice(0, 4))
