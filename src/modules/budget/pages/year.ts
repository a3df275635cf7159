import { type FinancialYear, financialYearOf, readFinancialYear } from '../../../kernel/financial-year.ts'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import type { Basis as FigureBasis } from '../../../platform/views/views.ts'
import { formatDate, formatPeriod } from '../../../platform/views/views.ts'
import { leftOutWords } from '../messages.ts'
import type { Budget } from '../model.ts'
import { type BudgetRead, readBudget } from '../read-budget.ts'
import type { BudgetTables } from '../tables.ts'

/** The year of `?year=2026-27`; the running one without it. */
export const askedYear = ({ query, ctx }: PageRequest): FinancialYear =>
  readFinancialYear(query.year ?? '') ?? financialYearOf(today(ctx))

/** The year in an address. Throws NotFound for what is none. */
export const yearOfPath = ({ params }: PageRequest): FinancialYear => {
  const year = readFinancialYear(params.year ?? '')
  if (!year) throw new NotFound('There is no such financial year.')
  return year
}

export const readYear = (request: PageRequest, year: FinancialYear): Promise<BudgetRead> =>
  inReading(request.ctx, (db: Reader<BudgetTables>) => readBudget(db, year, today(request.ctx)))

/** What the figures of a year stand on. */
export const basisOf = ({ days, leftOut }: Budget): FigureBasis => ({
  period: formatPeriod(days.from, days.on),
  coverage:
    'Promises of suppliers in the register, and what is recorded of grants, asset transfers and the council itself',
  unknown: leftOutWords(leftOut),
  priceYear: 'Unit values as agreed at award',
  verifiedBy: `Verified by contract managers for work done by ${formatDate(days.on)}`,
})
