import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { LayoutCorrection } from '../reading/reading.ts'
import type { SpendTables } from '../tables.ts'

export type ImportRecord = Selectable<SpendTables['spend.import']>

export const findImport = (db: Reader<SpendTables>, id: string): Promise<ImportRecord | undefined> =>
  db.selectFrom('spend.import').selectAll().where('id', '=', id).executeTakeFirst()

export const getImport = async (db: Reader<SpendTables>, id: string): Promise<ImportRecord> => {
  const found = await findImport(db, id)
  if (!found) throw new NotFound('There is no such payment file here.')
  return found
}

/** The file with this content that counts, or still may. */
export const findImportOfFile = (
  db: Reader<SpendTables>,
  fileHash: string,
): Promise<ImportRecord | undefined> =>
  db
    .selectFrom('spend.import')
    .selectAll()
    .where('file_hash', '=', fileHash)
    .where('status', 'in', ['queued', 'reading', 'overlapping', 'counted'])
    .orderBy('created_at')
    .executeTakeFirst()

export const listImports = (db: Reader<SpendTables>): Promise<ImportRecord[]> =>
  db.selectFrom('spend.import').selectAll().orderBy('created_at', 'desc').orderBy('id').limit(500).execute()

export const insertImport = (
  tx: Writer<SpendTables>,
  row: Insertable<SpendTables['spend.import']>,
): Promise<unknown> => tx.insertInto('spend.import').values(row).execute()

export const setImport = (
  tx: Writer<SpendTables>,
  id: string,
  change: Updateable<SpendTables['spend.import']>,
): Promise<unknown> => tx.updateTable('spend.import').set(change).where('id', '=', id).execute()

/** jsonb values are sent as text: an array would otherwise become a PostgreSQL array. */
export const asJson = <Value>(value: Value): Value => JSON.stringify(value) as unknown as Value

export const findRememberedLayout = async (
  db: Reader<SpendTables>,
  signature: string,
): Promise<LayoutCorrection | null> => {
  const row = await db
    .selectFrom('spend.remembered_layout')
    .select('correction')
    .where('signature', '=', signature)
    .executeTakeFirst()
  return row?.correction ?? null
}

export const setRememberedLayout = (
  tx: Writer<SpendTables>,
  authorityId: string,
  signature: string,
  correction: LayoutCorrection,
): Promise<unknown> =>
  tx
    .insertInto('spend.remembered_layout')
    .values({ authority_id: authorityId, signature, correction: asJson(correction) })
    .onConflict((conflict) =>
      conflict
        .constraint('pk_remembered_layout')
        .doUpdateSet({ correction: asJson(correction), remembered_at: new Date() }),
    )
    .execute()

/** One import at a time in an authority: payees are numbered and overlaps compared without a race. */
export const lockImports = (tx: Writer<SpendTables>, authorityId: string): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`spend.import ${authorityId}`}, 0))`.execute(tx)

/** Says that what counts has changed. */
export const raiseVersion = (tx: Writer<SpendTables>, authorityId: string): Promise<unknown> =>
  tx
    .insertInto('spend.version')
    .values({ authority_id: authorityId, number: 1 })
    .onConflict((conflict) =>
      conflict
        .constraint('pk_version')
        .doUpdateSet({ number: sql`spend.version.number + 1`, stamp: sql`gen_random_uuid()` }),
    )
    .execute()

export const getVersion = async (db: Reader<SpendTables>): Promise<number> => {
  const row = await db.selectFrom('spend.version').select('number').executeTakeFirst()
  return row?.number ?? 0
}

type RowKind = 'spend.rejected_row' | 'spend.other_row'

/** Rows of a file that are not payments, in file order. */
export const listRows = <Kind extends RowKind>(
  db: Reader<SpendTables>,
  kind: Kind,
  importId: string,
  limit: number,
  offset: number,
) =>
  db
    .selectFrom(kind as 'spend.rejected_row')
    .selectAll()
    .where('import_id', '=', importId)
    .orderBy('part')
    .orderBy('row_number')
    .limit(limit)
    .offset(offset)
    .execute() as unknown as Promise<Selectable<SpendTables[Kind]>[]>
