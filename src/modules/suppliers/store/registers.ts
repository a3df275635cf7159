import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { isId } from '../../../platform/ids.ts'
import type { LoadId, Register, RegisterId, RegisterKind, RegisterLoad, RegisterReject } from '../model.ts'
import type { RegisterLoadTable, SupplierTables } from '../tables.ts'

const loadOf = (row: Selectable<RegisterLoadTable>): RegisterLoad => ({
  loadId: row.load_id,
  registerId: row.register_id,
  state: row.state,
  asOf: row.as_of,
  source: row.source,
  licence: row.licence,
  files: row.files,
  askedAt: row.asked_at,
  touchedAt: row.touched_at,
  finishedAt: row.finished_at,
  bytesTotal: row.bytes_total,
  bytesRead: row.bytes_read,
  rowsRead: row.rows_read,
  rowsLoaded: row.rows_loaded,
  rowsRejected: row.rows_rejected,
  rejectedByReason: row.rejected_by_reason,
  figures: row.figures,
  notes: row.notes,
  problem: row.problem,
})

type Db = Reader<SupplierTables>
type Tx = Writer<SupplierTables>
type RegisterRow = { register_id: string; kind: RegisterKind; name: string; load_id: string | null }

const withLoads = async (db: Db, registers: readonly RegisterRow[]): Promise<Register[]> => {
  if (registers.length === 0) return []
  const ids = registers.map((register) => register.register_id)
  const latest = await db
    .selectFrom('suppliers.register_load')
    .selectAll()
    .distinctOn('register_id')
    .where('register_id', 'in', ids)
    .orderBy('register_id')
    .orderBy('part', 'desc')
    .execute()
  const current = await db
    .selectFrom('suppliers.register_load')
    .selectAll()
    .where(
      'load_id',
      'in',
      registers.map((register) => register.load_id ?? register.register_id),
    )
    .orderBy('load_id')
    .execute()
  const find = (
    rows: typeof latest,
    test: (row: (typeof latest)[number]) => boolean,
  ): RegisterLoad | null => {
    const row = rows.find(test)
    return row ? loadOf(row) : null
  }
  return registers.map((register) => ({
    registerId: register.register_id,
    kind: register.kind,
    name: register.name,
    current: find(current, (row) => row.load_id === register.load_id),
    latest: find(latest, (row) => row.register_id === register.register_id),
  }))
}

/** All registers with the edition that is read and the newest attempt to load one, by name. */
export const listRegisters = async (db: Db): Promise<Register[]> =>
  withLoads(db, await db.selectFrom('suppliers.register').selectAll().orderBy('name').execute())

export const findRegister = async (db: Db, registerId: string): Promise<Register | undefined> => {
  if (!isId(registerId)) return undefined
  const rows = await db
    .selectFrom('suppliers.register')
    .selectAll()
    .where('register_id', '=', registerId)
    .execute()
  return (await withLoads(db, rows))[0]
}

export const getRegister = async (db: Db, registerId: string): Promise<Register> => {
  const register = await findRegister(db, registerId)
  if (!register) throw new NotFound('There is no such register. It may have been removed.')
  return register
}

export const findRegisterByName = async (db: Db, name: string): Promise<Register | undefined> =>
  (
    await withLoads(
      db,
      await db.selectFrom('suppliers.register').selectAll().where('name', '=', name).execute(),
    )
  )[0]

/** Rows of a load that were not taken, in the order of the files; at most as many as are kept. */
export const listRejects = async (db: Db, load: RegisterLoad, limit: number): Promise<RegisterReject[]> => {
  const rows = await db
    .selectFrom('suppliers.register_reject')
    .select(['row_no', 'reason', 'extract'])
    .where('load_id', '=', load.loadId)
    .orderBy('row_no')
    .orderBy('reason')
    .limit(limit)
    .execute()
  return rows.map((row) => {
    const file = load.files.findLast((part) => part.firstRow <= row.row_no)
    return {
      file: file?.name ?? '',
      row: row.row_no - (file?.firstRow ?? 1) + 1,
      reason: row.reason,
      extract: row.extract,
    }
  })
}

export const insertRegister = (tx: Tx, register: Pick<Register, 'registerId' | 'kind' | 'name'>) =>
  tx
    .insertInto('suppliers.register')
    .values({ register_id: register.registerId, kind: register.kind, name: register.name, load_id: null })
    .execute()

export const deleteRegister = (tx: Tx, registerId: RegisterId) =>
  tx.deleteFrom('suppliers.register').where('register_id', '=', registerId).execute()

/** Takes away a register that never held anything, once nobody is loading it. */
export const deleteRegisterNeverLoaded = (tx: Tx, registerId: RegisterId) =>
  sql`delete from suppliers.register
      where register_id = ${registerId}::uuid and load_id is null and not exists (
        select from suppliers.register_load load
        where load.register_id = register.register_id and state in ('queued', 'loading'))`.execute(tx)

export type NewLoad = Pick<
  RegisterLoad,
  'loadId' | 'registerId' | 'asOf' | 'source' | 'licence' | 'files' | 'askedAt'
>

/** Returns the number that the entries of this load carry. */
export const insertLoad = async (tx: Tx, load: NewLoad): Promise<number> => {
  const row = await tx
    .insertInto('suppliers.register_load')
    .values({
      load_id: load.loadId,
      register_id: load.registerId,
      state: 'queued',
      as_of: load.asOf,
      source: load.source,
      licence: load.licence,
      files: JSON.stringify(load.files),
      asked_at: load.askedAt,
      touched_at: load.askedAt,
      finished_at: null,
      bytes_total: 0,
      bytes_read: 0,
      rows_read: 0,
      rows_loaded: 0,
      rows_rejected: 0,
      rejected_by_reason: '{}',
      figures: '[]',
      notes: '[]',
      problem: null,
    })
    .returning('part')
    .executeTakeFirstOrThrow()
  return row.part
}

export const findLoad = async (
  db: Db,
  loadId: LoadId,
): Promise<(RegisterLoad & { readonly part: number }) | undefined> => {
  const row = await db
    .selectFrom('suppliers.register_load')
    .selectAll()
    .where('load_id', '=', loadId)
    .executeTakeFirst()
  return row && { ...loadOf(row), part: row.part }
}

export type LoadChange = Partial<
  Pick<
    RegisterLoad,
    | 'state'
    | 'bytesTotal'
    | 'bytesRead'
    | 'rowsRead'
    | 'rowsLoaded'
    | 'rowsRejected'
    | 'finishedAt'
    | 'problem'
    | 'rejectedByReason'
    | 'figures'
    | 'notes'
    | 'files'
  >
> & { readonly touchedAt: Date }

const json = (value: unknown): string | undefined => (value === undefined ? undefined : JSON.stringify(value))

/** Sets what is given and leaves the rest. */
export const setLoad = (tx: Tx, loadId: LoadId, change: LoadChange) =>
  tx
    .updateTable('suppliers.register_load')
    .set({
      touched_at: change.touchedAt,
      state: change.state,
      bytes_total: change.bytesTotal,
      bytes_read: change.bytesRead,
      rows_read: change.rowsRead,
      rows_loaded: change.rowsLoaded,
      rows_rejected: change.rowsRejected,
      finished_at: change.finishedAt,
      problem: change.problem,
      rejected_by_reason: json(change.rejectedByReason),
      figures: json(change.figures),
      notes: json(change.notes),
      files: json(change.files),
    })
    .where('load_id', '=', loadId)
    .execute()

/** From this moment on the load is the edition that everybody reads. */
export const setCurrentLoad = (tx: Tx, registerId: RegisterId, loadId: LoadId) =>
  tx
    .updateTable('suppliers.register')
    .set({ load_id: loadId })
    .where('register_id', '=', registerId)
    .execute()

/** Loads of a register that are older than its current one are of no use but for their figures: the newest ten stay. */
export const deleteOldLoads = (tx: Tx, registerId: RegisterId) =>
  sql`delete from suppliers.register_load
      where register_id = ${registerId}::uuid and load_id not in (
        select load_id from suppliers.register_load where register_id = ${registerId}::uuid
        order by part desc limit 10)
      and load_id is distinct from (select load_id from suppliers.register where register_id = ${registerId}::uuid)`.execute(
    tx,
  )

/** Stored files that a load still needs. */
export const listFilesOfWaitingLoads = async (db: Db): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('suppliers.register_load')
    .select('files')
    .where('state', 'in', ['queued', 'loading'])
    .orderBy('part')
    .execute()
  return new Set(rows.flatMap((row) => row.files.map((file) => file.hash).filter((hash) => hash !== null)))
}
