import type { FinancialYear } from '../../../kernel/financial-year.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { BudgetLine } from '../model.ts'
import type { BudgetTables } from '../tables.ts'

/** Financial budget lines in the order of their file; of one year, or of all. */
export const listLines = async (
  db: Reader<BudgetTables>,
  year: FinancialYear | null = null,
): Promise<BudgetLine[]> =>
  db
    .selectFrom('budget.line')
    .select([
      'year',
      'department',
      'code',
      'name',
      'budget_pence as budgetPence',
      'spent_pence as spentPence',
    ])
    .$if(year !== null, (query) => query.where('year', '=', year ?? ''))
    .orderBy('year', 'desc')
    .orderBy('number')
    .execute()

/** Puts the lines of a year in the place of those there were. Returns how many there were. */
export const replaceLines = async (
  tx: Writer<BudgetTables>,
  authorityId: string,
  year: FinancialYear,
  lines: readonly BudgetLine[],
  made: { readonly sourceName: string; readonly recordedAt: Date },
): Promise<number> => {
  const { numDeletedRows } = await tx
    .deleteFrom('budget.line')
    .where('year', '=', year)
    .executeTakeFirstOrThrow()
  for (let from = 0; from < lines.length; from += 2000)
    await tx
      .insertInto('budget.line')
      .values(
        lines.slice(from, from + 2000).map((line, at) => ({
          authority_id: authorityId,
          year,
          number: from + at + 1,
          department: line.department,
          code: line.code,
          name: line.name,
          budget_pence: line.budgetPence,
          spent_pence: line.spentPence,
          source_name: made.sourceName,
          recorded_at: made.recordedAt,
        })),
      )
      .execute()
  return Number(numDeletedRows)
}
