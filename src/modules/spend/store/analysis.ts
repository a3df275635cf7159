import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Reader } from '../../../platform/database.ts'
import type { Basis, GroupSum, Slice } from '../model.ts'
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

const GROUPS = {
  tier: sql<string | null>`spend.payee.tier`,
  month: sql<string | null>`to_char(spend.summary.month, 'YYYY-MM')`,
  category: sql<string | null>`spend.summary.category`,
  department: sql<string | null>`spend.summary.department`,
  area: sql<string | null>`spend.payee.located_as`,
}
export type GroupBy = keyof typeof GROUPS

/** Sums of a slice by one thing, largest first. */
export const sumByGroup = (db: Reader<SpendTables>, by: GroupBy, slice: Slice): Promise<GroupSum[]> =>
  sliced(db, slice)
    .select([
      GROUPS[by].as('key'),
      sql<number>`sum(spend.summary.payments)::bigint`.as('payments'),
      sql<number>`count(distinct spend.summary.payee_id)`.as('payees'),
      sql<number>`sum(spend.summary.amount_pence)::bigint`.as('pence'),
    ])
    .groupBy(GROUPS[by])
    .orderBy('pence', 'desc')
    .orderBy('key')
    .execute()

/** Sums of a slice by the official area of the payee, for payees of these tiers, largest first. */
export const sumByArea = async (
  db: Reader<SpendTables>,
  slice: Slice,
  tiers: readonly string[],
): Promise<GroupSum[]> => {
  const sums: GroupSum[] = []
  for (const tier of tiers) sums.push(...(await sumByGroup(db, 'area', { ...slice, tier })))
  const byArea = Map.groupBy(
    sums.filter((sum) => sum.key !== null),
    (sum) => sum.key,
  )
  const total = (parts: readonly GroupSum[], what: 'payments' | 'payees' | 'pence') =>
    parts.reduce((all, part) => all + part[what], 0)
  return [...byArea]
    .map(([key, parts]) => ({
      key,
      payments: total(parts, 'payments'),
      payees: total(parts, 'payees'),
      pence: total(parts, 'pence'),
    }))
    .sort((a, b) => b.pence - a.pence)
}

export type PayeeSum = GroupSum & {
  readonly name: string
  readonly tier: string
  readonly payeeId: number
  readonly flag: string
}

export const PAYEE_ORDERS = ['pence', 'payments', 'name'] as const
export type PayeeOrder = (typeof PAYEE_ORDERS)[number]

export type PayeePage = {
  readonly search: string | null
  readonly order: PayeeOrder
  readonly limit: number
  readonly offset: number
}

/** Payees of a slice with their sums. */
export const sumByPayee = (db: Reader<SpendTables>, slice: Slice, page: PayeePage): Promise<PayeeSum[]> =>
  sliced(db, slice)
    .$if(page.search !== null, (query) =>
      query.where('spend.payee.name', 'ilike', `%${(page.search ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`),
    )
    .select([
      'spend.payee.id as payeeId',
      'spend.payee.name',
      'spend.payee.tier',
      'spend.payee.flag',
      'spend.payee.name as key',
      sql<number>`sum(spend.summary.payments)::bigint`.as('payments'),
      sql<number>`1`.as('payees'),
      sql<number>`sum(spend.summary.amount_pence)::bigint`.as('pence'),
    ])
    .groupBy(['spend.payee.authority_id', 'spend.payee.id'])
    .orderBy(
      page.order === 'name' ? sql`spend.payee.name collate "en-x-icu"` : sql.ref(page.order),
      page.order === 'name' ? 'asc' : 'desc',
    )
    .orderBy('spend.payee.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()

/** How many payees a slice has, for paging. */
export const countPayees = async (
  db: Reader<SpendTables>,
  slice: Slice,
  search: string | null,
): Promise<number> => {
  const row = await sliced(db, slice)
    .$if(search !== null, (query) =>
      query.where('spend.payee.name', 'ilike', `%${(search ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`),
    )
    .select(sql<number>`count(distinct spend.payee.id)`.as('payees'))
    .executeTakeFirstOrThrow()
  return row.payees
}

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

/** What the figures of a slice stand on. */
export const measureBasis = async (db: Reader<SpendTables>, slice: Slice): Promise<Basis> => {
  const sums = await sliced(db, slice).select(BASIS_SUMS).executeTakeFirstOrThrow()
  const rejected = await db
    .selectFrom('spend.import')
    .where('status', '=', 'counted')
    .$if(slice.importId !== null, (query) => query.where('id', '=', slice.importId ?? ''))
    .select([
      sql<number>`coalesce(sum(rows_rejected), 0)::bigint`.as('rejectedRows'),
      sql<number>`coalesce(sum(pence_rejected), 0)::bigint`.as('rejectedPence'),
    ])
    .executeTakeFirstOrThrow()
  return { ...sums, ...rejected }
}
