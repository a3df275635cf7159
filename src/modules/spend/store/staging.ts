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

/**
 * Moves a stage into its table; row-level security checks the authority on the way. Payments find their payee and
 * import by a join, in place of foreign keys (ADR 8): throws where one finds none.
 */
export const publishStage = async (
  tx: Writer<SpendTables>,
  stage: Stage,
  authorityId: string,
  importId: string | null,
): Promise<void> => {
  const columns = STAGES[stage].map((column) => `incoming.${column}`).join(', ')
  const key = importId === null ? 'authority_id' : 'authority_id, import_id'
  const values = importId === null ? sql`${authorityId}::uuid` : sql`${authorityId}::uuid, ${importId}::uuid`
  const parents =
    stage === 'payment'
      ? sql`join spend.payee on payee.authority_id = ${authorityId} and payee.id = incoming.payee_id
            join spend.import file on file.authority_id = ${authorityId} and file.id = ${importId}`
      : sql``
  const { numAffectedRows } = await sql`
    insert into ${sql.raw(`spend.${stage}`)} (${sql.raw(key)}, ${sql.raw(STAGES[stage].join(', '))})
    select ${values}, ${sql.raw(columns)} from ${sql.raw(stageName(stage))} incoming ${parents}`.execute(tx)
  if (stage !== 'payment') return
  const { rows } = await sql<{ staged: number }>`
    select count(*) as staged from ${sql.raw(stageName(stage))}`.execute(tx)
  if (Number(numAffectedRows) !== rows[0]?.staged)
    throw new Error('a payment names a payee or a file that does not exist')
}
