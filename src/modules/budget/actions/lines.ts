import { actingAuthority } from '#identity'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { BudgetLine } from '../model.ts'
import { replaceLines } from '../store/lines.ts'
import type { BudgetTables } from '../tables.ts'

export type LinesImported = {
  readonly years: readonly string[]
  readonly lines: number
  readonly replaced: number
}

/** Puts financial budget lines in the place of those of the same years, all or none. */
export const importLines = (
  ctx: Context,
  name: string,
  lines: readonly BudgetLine[],
): Promise<LinesImported> =>
  inTransaction<BudgetTables, LinesImported>(ctx, async (tx) => {
    const byYear = Map.groupBy(lines, ({ year }) => year)
    const made = { sourceName: name.slice(0, 120), recordedAt: ctx.clock.now() }
    let replaced = 0
    for (const [year, ofYear] of byYear)
      replaced += await replaceLines(tx, actingAuthority(ctx), year, ofYear, made)
    const years = [...byYear.keys()].sort()
    const facts = { years: years.join(', '), lines: lines.length, replaced }
    await recordAudit(tx, ctx, { name: 'BUDGET_LINES_IMPORTED', subject: made.sourceName, facts })
    return { years, lines: lines.length, replaced }
  })
