import { type Selectable, sql } from 'kysely'
import type { Reader } from '../../../platform/database.ts'
import type { NameHit, RegisterEntry, RegisterKind, Scheme } from '../model.ts'
import { deriveSupplierKind } from '../rules/derive-supplier-kind.ts'
import { mergeBodies, mergeHits } from '../rules/merge-bodies.ts'
import type { RegisterEntryTable, SupplierTables } from '../tables.ts'

type Db = Reader<SupplierTables>

/** An array parameter of PostgreSQL may be long; a plan for many more than this is no better. */
const ASKED_AT_ONCE = 20_000

type EntryRow = Selectable<RegisterEntryTable> & {
  readonly register_id: string
  readonly register_kind: RegisterKind
  readonly as_of: string
  readonly charity_number: string | null
}

const CHARITY_SCHEMES: ReadonlySet<Scheme> = new Set(['GB-CHC', 'GB-SC', 'GB-NIC'])

const entryOf = (row: EntryRow): RegisterEntry => {
  const facts = {
    scheme: row.scheme,
    number: row.number,
    name: row.name,
    formerNames: row.former_names ?? [],
    postcode: row.postcode,
    form: row.form,
    status: row.status,
    statusText: row.status_text,
    accountsCategory: row.accounts_category,
    employees: row.employees,
    sicCodes: row.sic_codes,
    incorporatedOn: row.incorporated_on,
    dissolvedOn: row.dissolved_on,
    companyNumber: row.company_number,
    charityNumber: CHARITY_SCHEMES.has(row.scheme) ? row.number : row.charity_number,
  }
  const { kind, size } = deriveSupplierKind(facts)
  return {
    ...facts,
    nameKey: row.name_key,
    kind,
    size,
    registerId: row.register_id,
    registerKind: row.register_kind,
    asOf: row.as_of,
  }
}

/** Entries of editions in use only: the partition of an edition that was replaced may still stand for a while. */
const CURRENT = sql`
  join suppliers.register_load load on load.part = entry.part
  join suppliers.register register on register.load_id = load.load_id`

/** A charity that gives this company number as its own. */
const CHARITY = sql`
  left join lateral (
    select charity.number from suppliers.register_entry charity
      join suppliers.register_load charity_load on charity_load.part = charity.part
      join suppliers.register charity_register on charity_register.load_id = charity_load.load_id
    where entry.scheme = 'GB-COH' and charity.company_number = entry.number and charity.scheme = 'GB-CHC'
      and charity.status <> 'closed'
    order by charity.number limit 1) charity on true`

const FACTS = sql`entry.*, register.register_id, register.kind as register_kind, load.as_of, charity.number as charity_number`

const inChunks = async <Item, Found>(
  items: readonly Item[],
  find: (chunk: Item[]) => Promise<readonly Found[]>,
): Promise<Found[]> => {
  const distinct = [...new Set(items)]
  const found: Found[] = []
  for (let at = 0; at < distinct.length; at += ASKED_AT_ONCE) {
    found.push(...(await find(distinct.slice(at, at + ASKED_AT_ONCE))))
  }
  return found
}

/**
 * Entries with these numbers, of one scheme or of all. A body that several registers list comes once, from the
 * register that knows most of it. Numbers as `readCompanyNumber` and `readCharityNumber` give them.
 */
export const findRegisterEntriesByNumber = async (
  db: Db,
  asked: { readonly scheme?: Scheme; readonly numbers: readonly string[] },
): Promise<RegisterEntry[]> => {
  const rows = await inChunks(asked.numbers, async (numbers) => {
    const scheme = asked.scheme ? sql`and entry.scheme = ${asked.scheme}` : sql``
    const { rows } = await sql<EntryRow>`
      select ${FACTS} from suppliers.register_entry entry ${CURRENT} ${CHARITY}
      where entry.number = any(${numbers}::text[]) ${scheme}
      order by entry.number, entry.scheme, load.as_of desc, entry.part`.execute(db)
    return rows
  })
  return mergeBodies(rows.map(entryOf))
}

/**
 * Entries whose current or former name has one of these keys (`normalisePayeeName`). All bodies of a name come; a
 * body that several registers list comes once, and a company that is a charity comes as the company.
 */
export const findRegisterEntriesByExactName = async (
  db: Db,
  nameKeys: readonly string[],
): Promise<NameHit[]> => {
  const keys = nameKeys.filter((key) => key !== '')
  const rows = await inChunks(keys, async (some) => {
    const { rows } = await sql<EntryRow & { readonly hit_key: string; readonly is_former: boolean }>`
      select hit.hit_key, hit.is_former, ${FACTS} from (
        select name_key as hit_key, false as is_former, part, scheme, number
        from suppliers.register_entry where name_key = any(${some}::text[])
        union all
        select name_key, true, part, scheme, number
        from suppliers.register_former_name where name_key = any(${some}::text[])) hit
      join suppliers.register_entry entry
        on entry.part = hit.part and entry.number = hit.number and entry.scheme = hit.scheme
      ${CURRENT} ${CHARITY}
      order by hit.hit_key, hit.is_former, entry.number, entry.scheme, load.as_of desc, entry.part`.execute(
      db,
    )
    return rows
  })
  return mergeHits(
    rows.map((row) => ({ nameKey: row.hit_key, isFormerName: row.is_former, entry: entryOf(row) })),
  )
}

export type PrefixHits = { readonly entries: readonly RegisterEntry[]; readonly hasMore: boolean }

/** Entries whose current name begins with this key, in the order of their keys. Reads the index by name only. */
export const findRegisterEntriesByNameStart = async (
  db: Db,
  nameKey: string,
  limit: number,
): Promise<PrefixHits> => {
  if (nameKey === '') return { entries: [], hasMore: false }
  const { rows } = await sql<EntryRow>`
    select ${FACTS} from (
      select * from suppliers.register_entry
      where name_key >= ${nameKey} and name_key < ${`${nameKey}\u{10ffff}`}
        and part in (select part from suppliers.register_load join suppliers.register using (load_id))
      order by name_key, number, scheme, part limit ${limit + 1}) entry
    ${CURRENT} ${CHARITY}
    order by entry.name_key, entry.number, entry.scheme, entry.part`.execute(db)
  const hits = rows
    .slice(0, limit)
    .map((row) => ({ nameKey: row.name_key ?? '', isFormerName: false, entry: entryOf(row) }))
  return { entries: mergeHits(hits).map((hit) => hit.entry), hasMore: rows.length > limit }
}

/** Whether any register can be searched at all. */
export const isAnyRegisterLoaded = async (db: Db): Promise<boolean> => {
  const row = await db
    .selectFrom('suppliers.register')
    .select('register_id')
    .where('load_id', 'is not', null)
    .orderBy('register_id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
