import { type RawBuilder, sql } from 'kysely'
import type { Basis, GroupSum, HeadSum, PlainSum, Slice, SupplierSum } from '../model.ts'
import type { Calculator } from './calculator.ts'
import { inSlice } from './facts.ts'

const GROUPS = {
  tier: sql<string | null>`tier`,
  month: sql<string | null>`month`,
  category: sql<string | null>`category`,
  department: sql<string | null>`department`,
  area: sql<string | null>`area`,
  kind: sql<string | null>`kind`,
  sector: sql<string | null>`sector`,
  postcode: sql<string | null>`postcode`,
} as const
export type GroupBy = keyof typeof GROUPS

/** Counting heads costs several times what adding up does, so each question counts what it shows. */
const HEADS = {
  nobody: sql``,
  payees: sql`count(distinct payee_id) as payees,`,
  suppliers: sql`count(distinct party) as suppliers,`,
  both: sql`count(distinct payee_id) as payees, count(distinct party) as suppliers,`,
} as const

const SHOWN = {
  nobody: sql``,
  payees: sql`payees,`,
  suppliers: sql`suppliers,`,
  both: sql`payees, suppliers,`,
} as const

const sumBy = <Row>(
  calculator: Calculator,
  by: GroupBy,
  slice: Slice,
  heads: keyof typeof HEADS,
): Promise<Row[]> =>
  calculator.rows(sql<Row>`
    select ${by === 'month' ? sql`left(key::text, 7)` : sql`key`} as key, payments, ${SHOWN[heads]} pence
    from (select ${GROUPS[by]} as key, sum(payments)::bigint as payments, ${HEADS[heads]} sum(pence)::bigint as pence
      from ${calculator.facts} where ${inSlice(slice)} group by ${GROUPS[by]}) as grouped
    order by pence desc, ${by === 'month' ? sql`key` : sql`key collate "C"`} nulls last`)

/** Sums of a slice by one thing, largest first. */
export const sumPlainly = (calculator: Calculator, by: GroupBy, slice: Slice): Promise<PlainSum[]> =>
  sumBy(calculator, by, slice, 'nobody')
export const sumByGroup = (calculator: Calculator, by: GroupBy, slice: Slice): Promise<GroupSum[]> =>
  sumBy(calculator, by, slice, 'payees')
/** A supplier counts once in each sum, however many payees it is, and so does a group of companies. */
export const sumWithSuppliers = (calculator: Calculator, by: GroupBy, slice: Slice): Promise<SupplierSum[]> =>
  sumBy(calculator, by, slice, 'suppliers')
export const sumWithBoth = (calculator: Calculator, by: GroupBy, slice: Slice): Promise<HeadSum[]> =>
  sumBy(calculator, by, slice, 'both')

/**
 * What was paid to companies that belong to a group with a large one, by their own kind, largest first. Large is what any payee of
 * the group was paid as, in whatever slice.
 */
export const sumLinkedToLarge = (calculator: Calculator, slice: Slice): Promise<SupplierSum[]> =>
  calculator.rows(sql<SupplierSum>`
    select kind as key, sum(payments)::bigint as payments, count(distinct party) as suppliers, sum(pence)::bigint as pence
    from ${calculator.facts}
    where ${inSlice(slice)} and party <> supplier and kind <> 'large'
      and party in (select party from ${calculator.facts} where kind = 'large' and party <> supplier)
    group by kind order by sum(pence) desc, kind collate "C"`)

/** Sums of a slice by the official area of the payee, for payees of these tiers, largest first. */
export const sumByArea = async (
  calculator: Calculator,
  slice: Slice,
  tiers: readonly string[],
): Promise<GroupSum[]> => {
  if (tiers.length === 0) return []
  return calculator.rows(sql<GroupSum>`
    select area as key, sum(payments)::bigint as payments, count(distinct payee_id) as payees, sum(pence)::bigint as pence
    from ${calculator.facts}
    where ${inSlice(slice)} and area is not null and tier in (${sql.join([...tiers])})
    group by area order by pence desc, area collate "C"`)
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

const named = (search: string | null): RawBuilder<boolean> =>
  search === null ? sql`true` : sql`strpos(payee_order, ${search.toLowerCase()}) > 0`

const ORDERS: Readonly<Record<PayeeOrder, RawBuilder<unknown>>> = {
  pence: sql`sum(pence) desc`,
  payments: sql`sum(payments) desc`,
  name: sql`any_value(payee_order) collate "C"`,
}

/** Payees of a slice with their sums. */
export const sumByPayee = (calculator: Calculator, slice: Slice, page: PayeePage): Promise<PayeeSum[]> =>
  calculator.rows(sql<PayeeSum>`
    select payee_id as "payeeId", any_value(payee) as name, any_value(tier) as tier, any_value(flag) as flag,
      any_value(payee) as key, sum(payments)::bigint as payments, 1 as payees, sum(pence)::bigint as pence
    from ${calculator.facts} where ${inSlice(slice)} and ${named(page.search)}
    group by payee_id order by ${ORDERS[page.order]}, payee_id
    limit ${page.limit} offset ${page.offset}`)

/** How many payees a slice has, for paging. */
export const countPayees = async (
  calculator: Calculator,
  slice: Slice,
  search: string | null,
): Promise<number> => {
  const [row] = await calculator.rows(sql<{ payees: number }>`
    select count(distinct payee_id) as payees from ${calculator.facts} where ${inSlice(slice)} and ${named(search)}`)
  return row?.payees ?? 0
}

type Rejected = Pick<Basis, 'rejectedRows' | 'rejectedPence'>

/** Rows that could not be read, of the files that count: of all, or of these. */
export const measureRejected = async (
  { db }: Calculator,
  importIds: readonly string[] | null,
): Promise<Rejected> =>
  db
    .selectFrom('spend.import')
    .where('status', '=', 'counted')
    .$if(importIds !== null, (query) =>
      query.where((eb) => eb('id', '=', eb.fn.any(eb.val([...(importIds ?? [])])))),
    )
    .select([
      sql<number>`coalesce(sum(rows_rejected), 0)::bigint`.as('rejectedRows'),
      sql<number>`coalesce(sum(pence_rejected), 0)::bigint`.as('rejectedPence'),
    ])
    .executeTakeFirstOrThrow()

/** What the figures of a slice stand on. */
export const measureBasis = async (calculator: Calculator, slice: Slice): Promise<Basis> => {
  const [found] = await calculator.rows(sql<Omit<Basis, keyof Rejected> & { imports: string | null }>`
    select min(month)::text as "from",
      (max(month) + interval '1 month' - interval '1 day')::date::text as "to",
      count(distinct import_id) as files,
      string_agg(distinct import_id::text, ',') as imports,
      coalesce(sum(payments), 0)::bigint as payments,
      coalesce(sum(pence), 0)::bigint as pence,
      coalesce(sum(pence) filter (where tier = 'unknown'), 0)::bigint as "unknownPence",
      coalesce(sum(pence) filter (where month is null), 0)::bigint as "undatedPence"
    from ${calculator.facts} where ${inSlice(slice)}`)
  if (!found) throw new Error('a sum over nothing is still a row')
  const { imports, ...sums } = found
  // Of a part, the rows of its own files: those of other files would not have been in it.
  const isPart = Object.values(slice).some((part) => part !== null)
  const files = isPart ? [...(imports?.split(',') ?? []), ...(slice.importId ? [slice.importId] : [])] : null
  return { ...sums, ...(calculator.rejected ?? (await measureRejected(calculator, files))) }
}
