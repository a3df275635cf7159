import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Reader } from '../../../platform/database.ts'
import type { Basis, GroupSum, MatchState, Slice } from '../model.ts'
import { EVERYTHING } from '../model.ts'
import type { SpendTables } from '../tables.ts'
import { measureBasis } from './analysis.ts'
import { databaseCalculator } from './calculator.ts'
import type { ReviewPayee } from './review.ts'
import { BASIS_SUMS, sliced } from './sliced.ts'

/** Which suppliers a list is narrowed to. `(none)` asks for those of which it is not known. */
export type SupplierFilter = {
  readonly search: string | null
  readonly kind: string | null
  readonly size: string | null
  readonly sector: string | null
  readonly state: MatchState | null
}

/** Money to one supplier over all payees that are it. */
export type SupplierSum = {
  readonly supplierKey: string
  readonly name: string
  /** How many suppliers of a group these are; 0 for a supplier in no group. */
  readonly members: number
  readonly kind: string | null
  readonly size: string | null
  readonly sector: string | null
  /** Null where the payees of the supplier are seen in different tiers. */
  readonly tier: string | null
  readonly state: MatchState
  readonly payees: number
  readonly payments: number
  readonly pence: number
}

export const SUPPLIER_ORDERS = ['pence', 'payments', 'payees', 'name'] as const
export type SupplierOrder = (typeof SUPPLIER_ORDERS)[number]

export type SupplierPage = {
  readonly order: SupplierOrder
  readonly isDescending: boolean
  readonly limit: number
  readonly offset: number
}

/** Withheld names are one supplier to the reader, and so are payments without a name. */
const KEY = sql<string>`coalesce('group:' || member.group_id, spend.payee.supplier_key, spend.payee.flag)`

/** As everywhere in analysis: a name that is withheld nearly always protects a person. */
const KIND = sql<
  string | null
>`case when spend.payee.match_state = 'individual' or spend.payee.flag = 'redacted' then 'individual'
  else spend.payee.supplier_kind end`

const like = (search: string): string => `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`

const conditions = (filter: SupplierFilter): Expression<SqlBool>[] => {
  const same = (expression: RawBuilder<unknown>, value: string) =>
    value === '(none)' ? sql<SqlBool>`${expression} is null` : sql<SqlBool>`${expression} = ${value}`
  const equals = (column: string, value: string) => same(sql.ref(`spend.payee.${column}`), value)
  const search = filter.search
  return [
    ...(search
      ? [
          sql<SqlBool>`(company.name ilike ${like(search)} or spend.payee.supplier_name ilike ${like(search)} or spend.payee.name ilike ${like(search)}
            or spend.payee.register_number = ${search.toUpperCase()})`,
        ]
      : []),
    ...(filter.kind ? [same(KIND, filter.kind)] : []),
    ...(filter.size ? [equals('supplier_size', filter.size)] : []),
    ...(filter.sector ? [equals('sector', filter.sector)] : []),
    ...(filter.state ? [equals('match_state', filter.state)] : []),
  ]
}

const narrowed = (db: Reader<SpendTables>, slice: Slice, filter: SupplierFilter) =>
  sliced(db, slice)
    .leftJoin('spend.supplier_group_member as member', (join) =>
      join
        .onRef('member.authority_id', '=', 'spend.payee.authority_id')
        .onRef('member.supplier_key', '=', 'spend.payee.supplier_key'),
    )
    .leftJoin('spend.supplier_group as company', (join) =>
      join
        .onRef('company.authority_id', '=', 'member.authority_id')
        .onRef('company.id', '=', 'member.group_id'),
    )
    .where((eb) => eb.and(conditions(filter)))

/** Suppliers of a slice with their sums. A supplier that answers the filter with one of its payees is shown with those. */
export const sumBySupplier = (
  db: Reader<SpendTables>,
  slice: Slice,
  filter: SupplierFilter,
  page: SupplierPage,
): Promise<SupplierSum[]> =>
  narrowed(db, slice, filter)
    .select([
      KEY.as('supplierKey'),
      sql<string>`(array_agg(coalesce(company.name, spend.payee.supplier_name, spend.payee.name)
        order by spend.summary.amount_pence desc, spend.payee.id))[1]`.as('name'),
      sql<number>`count(distinct member.supplier_key)`.as('members'),
      sql<string | null>`max(${KIND})`.as('kind'),
      sql<string | null>`max(spend.payee.supplier_size)`.as('size'),
      sql<string | null>`max(spend.payee.sector)`.as('sector'),
      sql<
        string | null
      >`case when min(spend.payee.tier) = max(spend.payee.tier) then min(spend.payee.tier) end`.as('tier'),
      sql<MatchState>`(array_agg(spend.payee.match_state order by spend.summary.amount_pence desc, spend.payee.id))[1]`.as(
        'state',
      ),
      sql<number>`count(distinct spend.payee.id)`.as('payees'),
      sql<number>`sum(spend.summary.payments)::bigint`.as('payments'),
      sql<number>`sum(spend.summary.amount_pence)::bigint`.as('pence'),
    ])
    .groupBy(KEY)
    .orderBy(
      page.order === 'name' ? sql`name collate "en-x-icu"` : sql.ref(page.order),
      page.isDescending ? 'desc' : 'asc',
    )
    .orderBy('supplierKey')
    .limit(page.limit)
    .offset(page.offset)
    .execute()

export type SupplierTotals = {
  readonly suppliers: number
  readonly payees: number
  readonly pence: number
  /** Paid to payees that are identified in a register. */
  readonly identifiedPence: number
}

export const measureSuppliers = (
  db: Reader<SpendTables>,
  slice: Slice,
  filter: SupplierFilter,
): Promise<SupplierTotals> =>
  narrowed(db, slice, filter)
    .select([
      sql<number>`count(distinct ${KEY})`.as('suppliers'),
      sql<number>`count(distinct spend.payee.id)`.as('payees'),
      sql<number>`coalesce(sum(spend.summary.amount_pence), 0)::bigint`.as('pence'),
      sql<number>`coalesce(sum(spend.summary.amount_pence) filter (where spend.payee.register_number is not null), 0)::bigint`.as(
        'identifiedPence',
      ),
    ])
    .executeTakeFirstOrThrow()

export type SupplierPayee = ReviewPayee & {
  readonly supplierName: string | null
  readonly groupKey: string | null
  readonly tier: string
  readonly locatedBy: string | null
  readonly locatedPostcode: string | null
  readonly locatedAs: string | null
}

/** All payees that are one of these suppliers, the most money first. */
export const listPayeesOfSuppliers = async (
  db: Reader<SpendTables>,
  keys: readonly string[],
): Promise<SupplierPayee[]> => {
  const { rows } = await sql<SupplierPayee>`
    select id, name, postcode, company_number as "companyNumber", charity_number as "charityNumber",
      supplier_reference as reference, match_state as state, identified_by as "identifiedBy",
      register_scheme as "registerScheme", register_number as "registerNumber", match_probability as probability,
      match_evidence as evidence, supplier_name as "supplierName", group_key as "groupKey", tier,
      located_by as "locatedBy", located_postcode as "locatedPostcode", located_as as "locatedAs",
      coalesce(money.payments, 0) as payments, coalesce(money.pence, 0) as pence
    from spend.payee payee left join lateral (
      select sum(amount_pence)::bigint as pence, sum(payments)::bigint as payments from spend.summary
      where summary.authority_id = payee.authority_id and payee_id = payee.id) money on true
    where supplier_key = any(${[...keys]}::text[]) order by pence desc, id`.execute(db)
  return rows
}

const isOneOf = (keys: readonly string[]) =>
  sql<boolean>`spend.payee.supplier_key = any(${[...keys]}::text[])`

/** Sums of these suppliers' money together by a column of the summary. */
export const sumSuppliersBy = (
  db: Reader<SpendTables>,
  keys: readonly string[],
  by: 'month' | 'category',
): Promise<GroupSum[]> => {
  const group =
    by === 'month'
      ? sql<string | null>`to_char(spend.summary.month, 'YYYY-MM')`
      : sql.ref<string | null>('spend.summary.category')
  return sliced(db, EVERYTHING)
    .where(isOneOf(keys))
    .select([
      group.as('key'),
      sql<number>`sum(spend.summary.payments)::bigint`.as('payments'),
      sql<number>`count(distinct spend.summary.payee_id)`.as('payees'),
      sql<number>`sum(spend.summary.amount_pence)::bigint`.as('pence'),
    ])
    .groupBy(group)
    .orderBy(by === 'month' ? 'key' : 'pence', by === 'month' ? 'asc' : 'desc')
    .orderBy('key')
    .execute()
}

/** What the figures of these suppliers stand on. */
export const measureSuppliersBasis = async (
  db: Reader<SpendTables>,
  keys: readonly string[],
): Promise<Basis> => ({
  ...(await measureBasis(databaseCalculator(db), EVERYTHING)),
  ...(await sliced(db, EVERYTHING).where(isOneOf(keys)).select(BASIS_SUMS).executeTakeFirstOrThrow()),
})

/** Suppliers in no group whose names agree with one of these but for words of structure and country. */
export const listSisters = (
  db: Reader<SpendTables>,
  groupKeys: readonly string[],
  keys: readonly string[],
): Promise<{ supplierKey: string; name: string; pence: number }[]> =>
  sliced(db, EVERYTHING)
    .where('spend.payee.group_key', '=', sql<string>`any(${groupKeys}::text[])`)
    .where((eb) => eb.not(isOneOf(keys)))
    .where(
      sql<boolean>`not exists (select from spend.supplier_group_member member
        where member.authority_id = spend.payee.authority_id and member.supplier_key = spend.payee.supplier_key)`,
    )
    .select([
      sql<string>`spend.payee.supplier_key`.as('supplierKey'),
      sql<string>`min(spend.payee.supplier_name)`.as('name'),
      sql<number>`sum(spend.summary.amount_pence)::bigint`.as('pence'),
    ])
    .groupBy('spend.payee.supplier_key')
    .orderBy('pence', 'desc')
    .orderBy('supplierKey')
    .limit(20)
    .execute()
