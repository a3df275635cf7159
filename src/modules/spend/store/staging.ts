import { sql } from 'kysely'
import type { Writer } from '../../../platform/database.ts'
import type { SpendTables } from '../tables.ts'

/** What a payment file is copied into before it becomes rows under row-level security. Gone with the transaction. */
export const PAYMENT_COLUMNS = [
  'part',
  'row_number',
  'payee_id',
  'paid_on',
  'period_from',
  'period_to',
  'amount_pence',
  'vat_pence',
  'body',
  'department',
  'category',
  'description',
  'reference',
  'expense_type',
  'contract_reference',
] as const
export const OTHER_COLUMNS = ['part', 'row_number', 'kind', 'cells'] as const
export const REJECTED_COLUMNS = ['part', 'row_number', 'reason', 'message', 'amount_pence', 'cells'] as const
export const PAYEE_COLUMNS = [
  'id',
  'payee_key',
  'name',
  'name_key',
  'flag',
  'supplier_reference',
  'company_number',
  'charity_number',
  'postcode',
] as const

export const STAGES = {
  payment: PAYMENT_COLUMNS,
  other_row: OTHER_COLUMNS,
  rejected_row: REJECTED_COLUMNS,
  payee: PAYEE_COLUMNS,
} as const
export type Stage = keyof typeof STAGES

export const stageName = (stage: Stage): string => `pg_temp.incoming_${stage}`

/** Temporary tables shaped as the columns of the real ones. */
export const createStages = async (tx: Writer<SpendTables>): Promise<void> => {
  for (const [stage, columns] of Object.entries(STAGES)) {
    await sql
      .raw(
        `create temporary table incoming_${stage} on commit drop as
         select ${columns.join(', ')} from spend.${stage} with no data`,
      )
      .execute(tx)
  }
}

/** Moves a stage into its table; row-level security checks the authority on the way. */
export const publishStage = (
  tx: Writer<SpendTables>,
  stage: Stage,
  authorityId: string,
  importId: string | null,
): Promise<unknown> => {
  const columns = STAGES[stage].join(', ')
  const key = importId === null ? 'authority_id' : 'authority_id, import_id'
  const values = importId === null ? sql`${authorityId}::uuid` : sql`${authorityId}::uuid, ${importId}::uuid`
  return sql`insert into ${sql.raw(`spend.${stage}`)} (${sql.raw(key)}, ${sql.raw(columns)})
             select ${values}, ${sql.raw(columns)} from ${sql.raw(stageName(stage))}`.execute(tx)
}
