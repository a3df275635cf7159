import { sql } from 'kysely'
import type { Reader } from '../../../platform/database.ts'
import type { Scheme, SupplierKind, SupplierSize } from '../model.ts'
import { tradeClasses } from '../rules/trade-classes.ts'
import type { SupplierTables } from '../tables.ts'

type Db = Reader<SupplierTables>

/** Parts of editions in use, so that one that was replaced counts for nothing. */
const IN_USE = sql`(select load.part from suppliers.register join suppliers.register_load load using (load_id))`

/** The first half of a postcode; the index of migration 0016 is on this very expression. */
const DISTRICT = sql`split_part(entry.postcode, ' ', 1)`

/** The districts that entries in use lie in, each once. */
export const listRegisterDistricts = async (db: Db): Promise<string[]> => {
  const { rows } = await sql<{ district: string }>`
    select distinct ${DISTRICT} as district from suppliers.register_entry entry
    where entry.part in ${IN_USE} and entry.postcode is not null order by district`.execute(db)
  return rows.map((row) => row.district)
}

/** A body that is there to trade with, as far as finding local supply goes. */
export type TradingEntry = {
  readonly scheme: Scheme
  readonly number: string
  readonly name: string
  readonly postcode: string
  readonly kind: SupplierKind
  readonly size: SupplierSize | null
  /** Classes of SIC 2007, four digits. */
  readonly classes: readonly string[]
}

type Row = Omit<TradingEntry, 'classes'> & { readonly sic_codes: readonly string[] }

/** Active businesses and VCSEs in these districts that trade in one of these classes, each once. */
export const findTradingEntries = async (
  db: Db,
  districts: readonly string[],
  classes: ReadonlySet<string>,
): Promise<TradingEntry[]> => {
  if (districts.length === 0 || classes.size === 0) return []
  const { rows } = await sql<Row>`
    select distinct on (entry.scheme, entry.number)
      entry.scheme, entry.number, entry.name, entry.postcode, entry.kind, entry.size, entry.sic_codes
    from suppliers.register_entry entry
    where entry.part in ${IN_USE} and ${DISTRICT} = any(${[...districts]}::text[])
      and entry.status = 'active' and entry.kind in ('business', 'vcse')
      and exists (select from unnest(entry.sic_codes) code where left(code, 4) = any(${[...classes]}::text[]))
    order by entry.scheme, entry.number, entry.part desc`.execute(db)
  return rows.map(({ sic_codes, ...row }) => ({ ...row, classes: tradeClasses(sic_codes) }))
}

/** One name for all editions in use together: what was read of them may be kept while it is the same. */
export const nameRegisterEditions = async (db: Db): Promise<string> => {
  const { rows } = await sql<{ parts: string | null }>`
    select string_agg(part::text, ',' order by part) as parts from ${IN_USE} used`.execute(db)
  return rows[0]?.parts ?? ''
}

const ASKED_AT_ONCE = 20_000

/** The classes that bodies trade in by their keys (`GB-COH-01234567`); without those that no register in use has. */
export const findTradeClasses = async (
  db: Db,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const found = new Map<string, readonly string[]>()
  for (let at = 0; at < keys.length; at += ASKED_AT_ONCE) {
    const asked = keys.slice(at, at + ASKED_AT_ONCE).flatMap((key) => {
      const parts = /^(GB-[A-Z]+)-(.+)$/.exec(key)
      return parts ? [{ scheme: parts[1], number: parts[2] }] : []
    })
    const { rows } = await sql<{ key: string; sic_codes: readonly string[] }>`
      select asked.scheme || '-' || asked.number as key, entry.sic_codes
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked(scheme text, number text)
      join suppliers.register_entry entry on entry.number = asked.number and entry.scheme = asked.scheme
      where entry.part in ${IN_USE} order by key, entry.part`.execute(db)
    for (const row of rows) found.set(row.key, tradeClasses(row.sic_codes))
  }
  return found
}

/** A supplier of the directory, as far as finding local supply goes. */
export type ListedSupplier = {
  /** Null where it stands in no register. */
  readonly key: string | null
  readonly entryId: string
  readonly name: string
  readonly kind: SupplierKind
  readonly postcode: string
  /** Divisions of the Common Procurement Vocabulary that it says it supplies. */
  readonly divisions: readonly string[]
}

const MOST_LISTED = 20_000

/** Suppliers that chose to be listed, by name. */
export const listListedSuppliers = async (db: Db): Promise<ListedSupplier[]> => {
  const { rows } = await sql<ListedSupplier>`
    select entry.scheme || '-' || entry.number as key, listing.entry_id as "entryId",
      content ->> 'name' as name, content ->> 'kind' as kind, content ->> 'postcode' as postcode,
      content -> 'categories' as divisions
    from suppliers.directory_listing listing left join suppliers.directory_entry entry on entry.id = listing.entry_id
    order by name collate "C", listing.entry_id limit ${MOST_LISTED}`.execute(db)
  return rows
}
