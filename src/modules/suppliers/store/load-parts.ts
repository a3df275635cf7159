import { sql } from 'kysely'
import { copyInto, copyLine } from '../../../platform/copy.ts'
import type { Writer } from '../../../platform/database.ts'
import type { EntryFigure, LoadId } from '../model.ts'
import { ENTRY_COLUMNS } from '../registers/entry-lines.ts'
import type { NumberedReject } from '../registers/read-register.ts'
import type { SupplierTables } from '../tables.ts'

type Tx = Writer<SupplierTables>

/** Takes the lock that keeps a register from being loaded twice at once; false where another load holds it. */
export const lockRegister = async (tx: Tx, registerId: string): Promise<boolean> => {
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('suppliers.register ' || ${registerId}, 0)) as locked`.execute(
    tx,
  )
  return rows[0]?.locked === true
}

/** Makes the partition of a load; seen by nobody else before the transaction ends. */
export const openPart = (tx: Tx, part: number) => sql`select suppliers.open_part(${part})`.execute(tx)

export const copyEntries = (tx: Tx, part: number, lines: AsyncIterable<string>): Promise<void> =>
  copyInto(tx, `suppliers.register_entry_${part}`, ENTRY_COLUMNS, lines)

export const insertRejects = async (
  tx: Tx,
  loadId: LoadId,
  rejects: readonly NumberedReject[],
): Promise<void> => {
  const lines = rejects.map(({ row, reason, extract }) => copyLine([loadId, row, reason, extract]))
  await copyInto(tx, 'suppliers.register_reject', ['load_id', 'row_no', 'reason', 'extract'], lines)
}

/** Indexes the partition and puts it beside the others. Returns how many rows repeated a number and were dropped. */
export const attachPart = async (tx: Tx, part: number, loadId: LoadId, room: number): Promise<number> => {
  const { rows } = await sql<{ repeats: number }>`
    select suppliers.attach_part(${part}, ${loadId}::uuid, ${room}) as repeats`.execute(tx)
  return rows[0]?.repeats ?? 0
}

export const countEntries = async (tx: Tx, part: number): Promise<EntryFigure[]> =>
  tx
    .selectFrom('suppliers.register_entry')
    .select(['kind', 'size', 'status', (of) => of.fn.countAll<number>().as('entries')])
    .where('part', '=', part)
    .groupBy(['kind', 'size', 'status'])
    .orderBy('kind')
    .orderBy('size')
    .orderBy('status')
    .execute()

/** Drops partitions that no register reads any more. Fails where somebody reads one of them for long. */
export const dropUnreadParts = (tx: Tx) => sql`select suppliers.drop_unread_parts()`.execute(tx)
