import type { Selectable } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Delivery, DeliveryStep, Evidence } from '../model.ts'
import type { Judged } from '../rules/verify.ts'
import type { ContractsTables, DeliveryTable } from '../tables.ts'
import { plainDecimal } from './commitments.ts'

export const deliveryOf = (row: Selectable<DeliveryTable>): Delivery => ({
  id: row.id,
  contractId: row.contract_id,
  commitmentId: row.commitment_id,
  activityId: row.activity_id,
  title: row.title,
  unit: row.unit,
  quantity: plainDecimal(row.quantity),
  verifiedQuantity: row.verified_quantity === null ? null : plainDecimal(row.verified_quantity),
  fromOn: row.from_on,
  toOn: row.to_on,
  placeCode: row.place_code,
  placeName: row.place_name,
  story: row.story,
  reportedFor: row.reported_for,
  status: row.status,
  reportedAt: row.reported_at,
  reportedBy: row.reported_by,
  subContractorId: row.sub_contractor_id,
})

/** Deliveries by the day they ended, newest first; of one contract, or of all. */
export const listDeliveries = async (
  db: Reader<ContractsTables>,
  contractId: string | null = null,
): Promise<Delivery[]> => {
  const rows = await db
    .selectFrom('contracts.delivery')
    .selectAll()
    .$if(contractId !== null, (query) => query.where('contract_id', '=', contractId ?? ''))
    .orderBy('to_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(deliveryOf)
}

export const getDelivery = async (db: Reader<ContractsTables>, id: string): Promise<Delivery> => {
  const row = await db.selectFrom('contracts.delivery').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('There is no such delivery here.')
  return deliveryOf(row)
}

export const lockDelivery = async (tx: Writer<ContractsTables>, id: string): Promise<Delivery> => {
  await tx.selectFrom('contracts.delivery').select('id').where('id', '=', id).forUpdate().execute()
  return getDelivery(tx, id)
}

export const insertDelivery = async (
  tx: Writer<ContractsTables>,
  authorityId: string,
  delivery: Delivery,
): Promise<void> => {
  await tx
    .insertInto('contracts.delivery')
    .values({
      authority_id: authorityId,
      id: delivery.id,
      contract_id: delivery.contractId,
      commitment_id: delivery.commitmentId,
      activity_id: delivery.activityId,
      title: delivery.title,
      unit: delivery.unit,
      quantity: delivery.quantity,
      verified_quantity: delivery.verifiedQuantity,
      from_on: delivery.fromOn,
      to_on: delivery.toOn,
      place_code: delivery.placeCode,
      place_name: delivery.placeName,
      story: delivery.story,
      reported_for: delivery.reportedFor,
      status: delivery.status,
      reported_at: delivery.reportedAt,
      reported_by: delivery.reportedBy,
      sub_contractor_id: delivery.subContractorId,
    })
    .execute()
}

export const setJudged = async (
  tx: Writer<ContractsTables>,
  id: string,
  { status, verifiedQuantity }: Judged,
): Promise<void> => {
  await tx
    .updateTable('contracts.delivery')
    .set({ status, verified_quantity: verifiedQuantity })
    .where('id', '=', id)
    .execute()
}

export const listSteps = async (
  db: Reader<ContractsTables>,
  deliveryId: string,
): Promise<(DeliveryStep & { readonly number: number })[]> => {
  const rows = await db
    .selectFrom('contracts.delivery_step')
    .selectAll()
    .where('delivery_id', '=', deliveryId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    status: row.status,
    quantity: row.quantity === null ? null : plainDecimal(row.quantity),
    note: row.note,
    personName: row.person_name,
    recordedAt: row.recorded_at,
  }))
}

export const insertStep = async (
  tx: Writer<ContractsTables>,
  who: { readonly authorityId: string; readonly personId: string | null },
  deliveryId: string,
  step: DeliveryStep & { readonly number: number },
): Promise<void> => {
  await tx
    .insertInto('contracts.delivery_step')
    .values({
      authority_id: who.authorityId,
      delivery_id: deliveryId,
      number: step.number,
      status: step.status,
      quantity: step.quantity,
      note: step.note,
      person_id: who.personId,
      person_name: step.personName,
      recorded_at: step.recordedAt,
    })
    .execute()
}

export const evidenceOf = (row: Selectable<ContractsTables['contracts.evidence']>): Evidence => ({
  id: row.id,
  deliveryId: row.delivery_id,
  fileHash: row.file_hash,
  fileName: row.file_name,
  contentType: row.content_type,
  bytes: row.bytes,
  scan: row.scan,
  hadMetadata: row.had_metadata,
  personName: row.person_name,
  recordedAt: row.recorded_at,
})

export const listEvidence = async (db: Reader<ContractsTables>, deliveryId: string): Promise<Evidence[]> => {
  const rows = await db
    .selectFrom('contracts.evidence')
    .selectAll()
    .where('delivery_id', '=', deliveryId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map(evidenceOf)
}

export const insertEvidence = async (
  tx: Writer<ContractsTables>,
  authorityId: string,
  evidence: Evidence,
): Promise<void> => {
  await tx
    .insertInto('contracts.evidence')
    .values({
      authority_id: authorityId,
      id: evidence.id,
      delivery_id: evidence.deliveryId,
      file_hash: evidence.fileHash,
      file_name: evidence.fileName,
      content_type: evidence.contentType,
      bytes: evidence.bytes,
      scan: evidence.scan,
      had_metadata: evidence.hadMetadata,
      person_name: evidence.personName,
      recorded_at: evidence.recordedAt,
    })
    .execute()
}
