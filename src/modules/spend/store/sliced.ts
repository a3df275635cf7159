import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Reader } from '../../../platform/database.ts'
import type { Slice } from '../model.ts'
import type { SpendTables } from '../tables.ts'

type Tables = 'spend.summary' | 'spend.payee'

/** The columns a slice narrows. `(none)` asks for what the file left empty. */
const conditions = (eb: ExpressionBuilder<SpendTables, Tables>, slice: Slice): Expression<SqlBool>[] => {
  const equals = (column: 'category' | 'department', value: string) =>
    value === '(none)' ? eb(`spend.summary.${column}`, 'is', null) : eb(`spend.summary.${column}`, '=', value)
  return [
    ...(slice.fromMonth ? [eb('spend.summary.month', '>=', `${slice.fromMonth}-01`)] : []),
    ...(slice.toMonth ? [eb('spend.summary.month', '<=', `${slice.toMonth}-01`)] : []),
    ...(slice.tier ? [eb('spend.payee.tier', '=', slice.tier)] : []),
    ...(slice.category ? [equals('category', slice.category)] : []),
    ...(slice.department ? [equals('department', slice.department)] : []),
    ...(slice.payeeId !== null ? [eb('spend.summary.payee_id', '=', slice.payeeId)] : []),
    ...(slice.importId ? [eb('spend.summary.import_id', '=', slice.importId)] : []),
  ]
}

/** Summary rows of a slice, each with its payee. The join is by primary key; a slice is a scan of the summary. */
export const sliced = (db: Reader<SpendTables>, slice: Slice) =>
  db
    .selectFrom('spend.summary')
    .innerJoin('spend.payee', (join) =>
      join
        .onRef('spend.payee.authority_id', '=', 'spend.summary.authority_id')
        .onRef('spend.payee.id', '=', 'spend.summary.payee_id'),
    )
    .where((eb) => eb.and(conditions(eb as never, slice)))

/** Period, files and money of some rows of the summary, and the part whose place or date is not known. */
export const BASIS_SUMS = [
  sql<string | null>`min(spend.summary.month)::text`.as('from'),
  sql<string | null>`(max(spend.summary.month) + interval '1 month' - interval '1 day')::date::text`.as('to'),
  sql<number>`count(distinct spend.summary.import_id)`.as('files'),
  sql<number>`coalesce(sum(spend.summary.payments), 0)::bigint`.as('payments'),
  sql<number>`coalesce(sum(spend.summary.amount_pence), 0)::bigint`.as('pence'),
  sql<number>`coalesce(sum(spend.summary.amount_pence) filter (where spend.payee.tier = 'unknown'), 0)::bigint`.as(
    'unknownPence',
  ),
  sql<number>`coalesce(sum(spend.summary.amount_pence) filter (where spend.summary.month is null), 0)::bigint`.as(
    'undatedPence',
  ),
] as const
