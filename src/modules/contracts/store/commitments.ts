import type { Selectable } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Commitment, CommitmentText } from '../model.ts'
import type { CommitmentTable, ContractsTables } from '../tables.ts'

/** PostgreSQL writes a numeric with the places it was given; `12.50` is shown as `12.5`. */
export const plainDecimal = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)

const commitmentOf = (row: Selectable<CommitmentTable>): Commitment => ({
  id: row.id,
  contractId: row.contract_id,
  title: row.title,
  framework: row.framework,
  measure: row.measure,
  unit: row.unit,
  quantity: plainDecimal(row.quantity),
  unitValue: row.unit_value === null ? null : plainDecimal(row.unit_value),
  priceYear: row.price_year,
  basis: row.basis,
  schedule: row.schedule,
  placeCode: row.place_code,
  placeName: row.place_name,
  evidenceRule: row.evidence_rule,
  owner: row.owner,
  supplierOwner: row.supplier_owner,
  priorityId: row.priority_id,
  scalesWithSpend: row.scales_with_spend,
  fromOn: row.from_on,
  untilOn: row.until_on,
  replaces: row.replaces,
})

const columnsOf = (text: CommitmentText) => ({
  title: text.title,
  framework: text.framework,
  measure: text.measure,
  unit: text.unit,
  quantity: text.quantity,
  unit_value: text.unitValue,
  price_year: text.priceYear,
  basis: text.basis,
  schedule: JSON.stringify(text.schedule) as never,
  place_code: text.placeCode,
  place_name: text.placeName,
  evidence_rule: text.evidenceRule,
  owner: text.owner,
  supplier_owner: text.supplierOwner,
  priority_id: text.priorityId,
  scales_with_spend: text.scalesWithSpend,
})

/** Commitments in the order they were agreed; of one contract, or of all. */
export const listCommitments = async (
  db: Reader<ContractsTables>,
  contractId: string | null = null,
): Promise<Commitment[]> => {
  const rows = await db
    .selectFrom('contracts.commitment')
    .selectAll()
    .$if(contractId !== null, (query) => query.where('contract_id', '=', contractId ?? ''))
    .orderBy('contract_id')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(commitmentOf)
}

export const getCommitment = async (db: Reader<ContractsTables>, id: string): Promise<Commitment> => {
  const row = await db.selectFrom('contracts.commitment').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('There is no such commitment here.')
  return commitmentOf(row)
}

export const insertCommitment = async (
  tx: Writer<ContractsTables>,
  authorityId: string,
  commitment: Commitment,
  at: { readonly position: number; readonly recordedAt: Date },
): Promise<void> => {
  await tx
    .insertInto('contracts.commitment')
    .values({
      authority_id: authorityId,
      id: commitment.id,
      contract_id: commitment.contractId,
      position: at.position,
      recorded_at: at.recordedAt,
      ...columnsOf(commitment),
      from_on: commitment.fromOn,
      until_on: commitment.untilOn,
      replaces: commitment.replaces,
    })
    .execute()
}

export const updateCommitment = async (
  tx: Writer<ContractsTables>,
  id: string,
  text: CommitmentText,
): Promise<void> => {
  await tx.updateTable('contracts.commitment').set(columnsOf(text)).where('id', '=', id).execute()
}
