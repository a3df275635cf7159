import { type RawBuilder, sql } from 'kysely'
import { groupIdIn } from '../model/groups.ts'
import type { Slice } from '../model.ts'

/**
 * The facts that analysis adds up: a row for each payee, month, department, category and file, with what is known of the
 * payee. The same columns stand in PostgreSQL (this query) and in the copy that DuckDB reads (`FACT_COLUMNS`).
 */
export const factsOfPostgres = (): RawBuilder<unknown> => sql`(
  select line.authority_id::text as org, line.import_id::text as import_id, line.month, line.department, line.category,
    line.payments::bigint as payments, line.amount_pence as pence,
    line.payee_id, payee.name as payee, lower(payee.name) as payee_order, payee.flag, payee.tier, payee.located_as as area,
    payee.located_postcode as postcode,
    ${supplierOfPayee('payee')} as supplier,
    coalesce(payee.supplier_name, payee.name) as supplier_name,
    ${kindOfPayee('payee')} as kind, payee.sector,
    ${partyOfPayee('payee', 'member')} as party,
    coalesce(company.name, payee.supplier_name, payee.name) as party_name
  from spend.summary line
  join spend.payee payee on payee.authority_id = line.authority_id and payee.id = line.payee_id
  ${joinGroupOf('payee')})`

/** Small, medium and so on for a business whose size is known; a name that is withheld nearly always protects a person. */
export const kindOfPayee = (payee: string): RawBuilder<string> => {
  const column = (name: string) => sql.ref(`${payee}.${name}`)
  return sql<string>`case
    when ${column('match_state')} = 'individual' or ${column('flag')} = 'redacted' then 'individual'
    when ${column('supplier_kind')} in ('vcse', 'public') then ${column('supplier_kind')}
    when ${column('supplier_kind')} = 'business' then coalesce(${column('supplier_size')}, 'business')
    else 'unknown' end`
}

/** The supplier a payee is; a payee that nobody has identified is one of its own. */
export const supplierOfPayee = (payee: string): RawBuilder<string> =>
  sql<string>`coalesce(${sql.ref(`${payee}.supplier_key`)}, 'payee:' || ${sql.ref(`${payee}.authority_id`)} || ':' || ${sql.ref(`${payee}.id`)})`

/** The group of a payee's supplier, as `member` and `company`; nulls where it is in none. */
export const joinGroupOf = (payee: string): RawBuilder<unknown> => {
  const [authority, key] = [sql.ref(`${payee}.authority_id`), sql.ref(`${payee}.supplier_key`)]
  return sql`left join spend.supplier_group_member member
      on member.authority_id = ${authority} and member.supplier_key = ${key}
    left join spend.supplier_group company
      on company.authority_id = member.authority_id and company.id = member.group_id`
}

/** A supplier with its group: the group's key where a person put it into one, else its own. */
export const partyOfPayee = (payee: string, member: string): RawBuilder<string> =>
  sql<string>`coalesce('group:' || ${sql.ref(`${member}.group_id`)}, ${supplierOfPayee(payee)})`

/** The columns of the copy, in the order of the query above, with their types in DuckDB. */
export const FACT_COLUMNS = {
  org: 'VARCHAR',
  import_id: 'VARCHAR',
  month: 'DATE',
  department: 'VARCHAR',
  category: 'VARCHAR',
  payments: 'BIGINT',
  pence: 'BIGINT',
  payee_id: 'INTEGER',
  payee: 'VARCHAR',
  payee_order: 'VARCHAR',
  flag: 'VARCHAR',
  tier: 'VARCHAR',
  area: 'VARCHAR',
  postcode: 'VARCHAR',
  supplier: 'VARCHAR',
  supplier_name: 'VARCHAR',
  kind: 'VARCHAR',
  sector: 'VARCHAR',
  party: 'VARCHAR',
  party_name: 'VARCHAR',
} as const

const equals = (column: string, value: string): RawBuilder<boolean> =>
  value === '(none)' ? sql<boolean>`${sql.ref(column)} is null` : sql<boolean>`${sql.ref(column)} = ${value}`

/** What a slice narrows the facts to. `(none)` asks for what the file left empty. */
export const inSlice = (slice: Slice): RawBuilder<boolean> => {
  const parts = [
    sql<boolean>`true`,
    ...(slice.fromMonth ? [sql<boolean>`month >= ${`${slice.fromMonth}-01`}::date`] : []),
    ...(slice.toMonth ? [sql<boolean>`month <= ${`${slice.toMonth}-01`}::date`] : []),
    ...(slice.tier ? [equals('tier', slice.tier)] : []),
    ...(slice.category ? [equals('category', slice.category)] : []),
    ...(slice.department ? [equals('department', slice.department)] : []),
    ...(slice.kind ? [equals('kind', slice.kind)] : []),
    ...(slice.sector ? [equals('sector', slice.sector)] : []),
    ...(slice.supplier
      ? [equals(groupIdIn(slice.supplier) === null ? 'supplier' : 'party', slice.supplier)]
      : []),
    ...(slice.payeeId !== null ? [sql<boolean>`payee_id = ${slice.payeeId}`] : []),
    ...(slice.importId ? [equals('import_id', slice.importId)] : []),
  ]
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}
