import { type FinancialYear, financialYearDays, financialYearOf } from '../../../kernel/financial-year.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'

/** The financial years that a period touches, in order; at most 20. */
export const yearsBetween = (from: PlainDate, until: PlainDate): FinancialYear[] => {
  const years: FinancialYear[] = []
  for (let year = financialYearOf(from); years.length < 20; ) {
    years.push(year)
    const { to } = financialYearDays(year)
    if (to >= until) break
    year = financialYearOf(`${Number(to.slice(0, 4))}-04-01`)
  }
  return years
}
