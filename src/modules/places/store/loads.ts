import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Load, LoadKind } from '../model.ts'
import type { PlacesTables } from '../tables.ts'

type LoadRow = PlacesTables['places.load']

const loadOf = (row: LoadRow): Load => ({
  id: row.id,
  kind: row.kind,
  status: row.status,
  fileName: row.file_name,
  fileHash: row.file_hash,
  edition: row.edition,
  source: row.source,
  licence: row.licence,
  bytesTotal: row.bytes_total,
  bytesRead: row.bytes_read,
  rowsRead: row.rows_read,
  rowsKept: row.rows_kept,
  message: row.message,
  askedAt: row.asked_at,
  updatedAt: row.updated_at,
  finishedAt: row.finished_at,
  isCurrent: row.is_current,
})

export const insertLoad = async (
  tx: Writer<PlacesTables>,
  load: Pick<
    Load,
    'id' | 'kind' | 'status' | 'fileName' | 'fileHash' | 'edition' | 'source' | 'licence' | 'askedAt'
  >,
  authorityId: string | null,
): Promise<void> => {
  await tx
    .insertInto('places.load')
    .values({
      id: load.id,
      authority_id: authorityId,
      kind: load.kind,
      status: load.status,
      file_name: load.fileName,
      file_hash: load.fileHash,
      edition: load.edition,
      source: load.source,
      licence: load.licence,
      bytes_total: 0,
      bytes_read: 0,
      rows_read: 0,
      rows_kept: 0,
      message: '',
      asked_at: load.askedAt,
      updated_at: load.askedAt,
      finished_at: null,
      is_current: false,
    })
    .execute()
}

export type LoadChange = Partial<
  Pick<
    LoadRow,
    | 'status'
    | 'edition'
    | 'source'
    | 'licence'
    | 'bytes_total'
    | 'bytes_read'
    | 'rows_read'
    | 'rows_kept'
    | 'message'
    | 'finished_at'
  >
>

/** Says how far a load is. */
export const setLoad = async (
  tx: Writer<PlacesTables>,
  id: string,
  change: LoadChange,
  now: Date,
): Promise<void> => {
  await tx
    .updateTable('places.load')
    .set({ ...change, updated_at: now })
    .where('id', '=', id)
    .execute()
}

export const getLoad = async (db: Reader<PlacesTables>, id: string): Promise<Load> => {
  const row = await db.selectFrom('places.load').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('There is no such load.')
  return loadOf(row)
}

/** The newest loads of all kinds. */
export const listLoads = async (db: Reader<PlacesTables>, limit: number): Promise<Load[]> => {
  const rows = await db
    .selectFrom('places.load')
    .selectAll()
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(loadOf)
}

/** The postcode lookup in use, or undefined before the first. */
export const findCurrentLookup = async (db: Reader<PlacesTables>): Promise<Load | undefined> => {
  const row = await db
    .selectFrom('places.load')
    .selectAll()
    .where('kind', '=', 'postcodes')
    .where('is_current', '=', true)
    .executeTakeFirst()
  return row ? loadOf(row) : undefined
}

/** The newest finished load of a kind, or undefined before the first. */
export const findNewestLoaded = async (
  db: Reader<PlacesTables>,
  kind: LoadKind,
): Promise<Load | undefined> => {
  const row = await db
    .selectFrom('places.load')
    .selectAll()
    .where('kind', '=', kind)
    .where('status', '=', 'loaded')
    .orderBy('finished_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? loadOf(row) : undefined
}
