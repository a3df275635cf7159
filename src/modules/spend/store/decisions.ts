import { type Insertable, type Selectable, sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { Decision } from '../rules/remembered-decisions.ts'
import type { SpendTables } from '../tables.ts'

export type DecisionRecord = Selectable<SpendTables['spend.payee_decision']>

/** All decisions of the authority, as placing payees needs them. */
export const listDecisions = async (db: Reader<SpendTables>): Promise<Decision[]> => {
  const rows = await db
    .selectFrom('spend.payee_decision')
    .select(['payee_key', 'name_key', 'register_scheme', 'register_number'])
    .orderBy('decided_at')
    .orderBy('payee_key')
    .execute()
  return rows.map((row) => ({
    payeeKey: row.payee_key,
    nameKey: row.name_key,
    decided:
      row.register_scheme === null || row.register_number === null
        ? null
        : { scheme: row.register_scheme, number: row.register_number },
  }))
}

/** One key press: a batch of payees about which the same was said. */
export type DecidedBatch = {
  readonly batch: string
  readonly payees: readonly string[]
  readonly supplierName: string | null
  readonly register: string | null
  readonly decidedBy: string
  readonly decidedAt: Date
}

/** The newest decisions first, each batch as one. */
export const listDecidedBatches = async (
  db: Reader<SpendTables>,
  limit: number,
  offset: number,
): Promise<DecidedBatch[]> => {
  const { rows } = await sql<DecidedBatch>`
    select batch, array_agg(payee_name order by payee_name) as payees, min(supplier_name) as "supplierName",
      min(register_scheme || ' ' || register_number) as register, min(decided_by) as "decidedBy",
      max(decided_at) as "decidedAt"
    from spend.payee_decision group by batch order by max(decided_at) desc, batch
    limit ${limit} offset ${offset}`.execute(db)
  return rows
}

export const countDecidedBatches = async (db: Reader<SpendTables>): Promise<number> => {
  const row = await db
    .selectFrom('spend.payee_decision')
    .select(sql<number>`count(distinct batch)`.as('batches'))
    .executeTakeFirstOrThrow()
  return row.batches
}

/** A new word about a payee takes the place of the one before. */
export const insertDecisions = async (
  tx: Writer<SpendTables>,
  rows: readonly Insertable<SpendTables['spend.payee_decision']>[],
): Promise<void> => {
  await tx
    .insertInto('spend.payee_decision')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.constraint('pk_payee_decision').doUpdateSet((eb) => ({
        name_key: eb.ref('excluded.name_key'),
        payee_name: eb.ref('excluded.payee_name'),
        register_scheme: eb.ref('excluded.register_scheme'),
        register_number: eb.ref('excluded.register_number'),
        supplier_name: eb.ref('excluded.supplier_name'),
        batch: eb.ref('excluded.batch'),
        decided_by: eb.ref('excluded.decided_by'),
        decided_at: eb.ref('excluded.decided_at'),
      })),
    )
    .execute()
}

/** Takes a batch back; returns what it said. */
export const deleteBatch = (tx: Writer<SpendTables>, batch: string): Promise<DecisionRecord[]> =>
  tx.deleteFrom('spend.payee_decision').where('batch', '=', batch).returningAll().execute()
