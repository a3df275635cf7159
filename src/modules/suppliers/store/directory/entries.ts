import { sql } from 'kysely'
import type { Reader, Writer } from '../../../../platform/database.ts'
import { NotFound } from '../../../../platform/errors.ts'
import type { DirectoryEntry, DirectoryEntryId, EntryContent, EntryState } from '../../model/directory.ts'
import type { Scheme } from '../../model.ts'
import type { SupplierTables } from '../../tables.ts'

type Db = Reader<SupplierTables>
type Tx = Writer<SupplierTables>

/** Says which entry this transaction may see and change. Only after a code or a key for it was proved, or a new id made. */
export const actForEntry = (tx: Db, id: DirectoryEntryId): Promise<unknown> =>
  sql`select set_config('app.directory_entry', ${id}, true)`.execute(tx)

const select = (db: Db) =>
  db
    .selectFrom('suppliers.directory_entry')
    .select([
      'id',
      'scheme',
      'number',
      'name',
      'keeper_email as keeperEmail',
      'state',
      'proposal',
      'proposed_at as proposedAt',
      'refusal',
      'hears_of_opportunities as hearsOfOpportunities',
    ])

/** Undefined also where the entry is not the caller's to see. */
export const findEntry = (db: Db, id: DirectoryEntryId): Promise<DirectoryEntry | undefined> =>
  select(db).where('id', '=', id).executeTakeFirst()

/** Throws NotFound also where the entry is not the caller's to see. */
export const getEntry = async (db: Db, id: DirectoryEntryId): Promise<DirectoryEntry> => {
  const found = await findEntry(db, id)
  if (!found) throw new NotFound('There is no such entry.')
  return found
}

/** The entry as it is, held until the end of the change. */
export const lockEntry = async (tx: Tx, id: DirectoryEntryId): Promise<DirectoryEntry> => {
  const found = await select(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!found) throw new NotFound('There is no such entry.')
  return found
}

/** What a moderator looks for; null where they do not say. */
export type EntrySearch = { readonly state: EntryState | null; readonly words: string | null }

export const ENTRY_ORDERS = ['proposed', 'name', 'state', 'number'] as const
export type EntryOrder = (typeof ENTRY_ORDERS)[number]
export type EntryPage = {
  readonly order: EntryOrder
  readonly isDescending: boolean
  readonly limit: number
  readonly offset: number
}

/** Every entry, what was written longest ago first. */
export const EVERY_ENTRY: EntryPage = { order: 'proposed', isDescending: false, limit: 100_000, offset: 0 }

const NAME = sql<string>`coalesce(proposal ->> 'name', name)`
const ORDER_BY = {
  proposed: sql`proposed_at`,
  name: sql`${NAME} collate "en-x-icu"`,
  state: sql`state`,
  number: sql`scheme || ' ' || number`,
} as const

const narrowed = (db: Db, { state, words }: EntrySearch) =>
  select(db)
    .$if(state !== null, (query) => query.where('state', '=', state ?? 'waiting'))
    .$if(words !== null, (query) => {
      const like = `%${(words ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`
      return query.where(
        sql<boolean>`(${NAME} ilike ${like} or number ilike ${like} or keeper_email ilike ${like})`,
      )
    })

/** Entries as a moderator sees them. */
export const listEntries = (db: Db, search: EntrySearch, page: EntryPage): Promise<DirectoryEntry[]> =>
  narrowed(db, search)
    .orderBy(ORDER_BY[page.order], (order) =>
      page.isDescending ? order.desc().nullsLast() : order.asc().nullsLast(),
    )
    .orderBy(NAME)
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()

export const countEntries = async (db: Db, search: EntrySearch): Promise<number> => {
  const { entries } = await narrowed(db, search)
    .clearSelect()
    .select(sql<number>`count(*)`.as('entries'))
    .executeTakeFirstOrThrow()
  return entries
}

export const insertEntry = async (
  tx: Tx,
  entry: Pick<DirectoryEntry, 'id' | 'scheme' | 'number' | 'name' | 'keeperEmail'>,
  at: Date,
): Promise<void> => {
  await tx
    .insertInto('suppliers.directory_entry')
    .values({
      id: entry.id,
      scheme: entry.scheme,
      number: entry.number,
      name: entry.name,
      keeper_email: entry.keeperEmail,
      state: 'draft',
      proposal: null,
      proposed_at: null,
      refusal: null,
      created_at: at,
      hears_of_opportunities: false,
    })
    .execute()
}

/** The entry of a number, if there is one; nothing else of it is told. */
export const findEntryOfNumber = async (
  db: Db,
  scheme: Scheme,
  number: string,
): Promise<DirectoryEntryId | null> => {
  const found = await sql<{
    id: string | null
  }>`select suppliers.entry_of_directory_number(${scheme}, ${number}) as id`.execute(db)
  return found.rows[0]?.id ?? null
}

export const setProposal = async (
  tx: Tx,
  id: DirectoryEntryId,
  content: EntryContent,
  state: EntryState,
  at: Date,
): Promise<void> => {
  await tx
    .updateTable('suppliers.directory_entry')
    .set({ proposal: JSON.stringify(content), proposed_at: at, state })
    .where('id', '=', id)
    .execute()
}

export const setHears = async (tx: Tx, id: DirectoryEntryId, hears: boolean): Promise<void> => {
  await tx
    .updateTable('suppliers.directory_entry')
    .set({ hears_of_opportunities: hears })
    .where('id', '=', id)
    .execute()
}

export const setState = async (
  tx: Tx,
  id: DirectoryEntryId,
  state: EntryState,
  change: { readonly refusal?: string | null; readonly name?: string } = {},
): Promise<void> => {
  await tx
    .updateTable('suppliers.directory_entry')
    .set({ state, refusal: null, ...change })
    .where('id', '=', id)
    .execute()
}
