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
    ])

/** Throws NotFound also where the entry is not the caller's to see. */
export const getEntry = async (db: Db, id: DirectoryEntryId): Promise<DirectoryEntry> => {
  const found = await select(db).where('id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound('There is no such entry.')
  return found
}

/** The entry as it is, held until the end of the change. */
export const lockEntry = async (tx: Tx, id: DirectoryEntryId): Promise<DirectoryEntry> => {
  const found = await select(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!found) throw new NotFound('There is no such entry.')
  return found
}

/** What waits for a moderator, longest first; then the rest by name. */
export const listEntries = (db: Db, state: EntryState | null, limit: number): Promise<DirectoryEntry[]> =>
  select(db)
    .$if(state !== null, (query) => query.where('state', '=', state ?? 'waiting'))
    .orderBy('proposed_at')
    .orderBy('name')
    .limit(limit)
    .execute()

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
