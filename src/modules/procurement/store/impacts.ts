import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Dimension, Impact, ImpactDraft, NoImpact } from '../model/impact.ts'
import type { PurchaseId } from '../model/purchase.ts'
import type { ProcurementTables } from '../tables.ts'

type Db = Reader<ProcurementTables>
type Tx = Writer<ProcurementTables>

const impactOf = (row: ProcurementTables['procurement.impact']): Impact => ({
  id: row.id,
  purchaseId: row.purchase_id,
  direction: row.direction,
  dimension: row.dimension,
  effect: row.effect,
  groups: row.groups,
  placeIds: row.place_ids,
  likelihood: row.likelihood,
  scale: row.scale,
  answer: row.answer,
  answerReason: row.answer_reason,
})

/** The effects of a purchase, in the order in which they were written down. */
export const listImpacts = async (db: Db, purchaseId: PurchaseId): Promise<Impact[]> => {
  const rows = await db
    .selectFrom('procurement.impact')
    .selectAll()
    .where('purchase_id', '=', purchaseId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(impactOf)
}

export const listNoImpacts = (db: Db, purchaseId: PurchaseId): Promise<NoImpact[]> =>
  db
    .selectFrom('procurement.impact_none')
    .select(['dimension', 'reason'])
    .where('purchase_id', '=', purchaseId)
    .orderBy('dimension')
    .execute()

const columnsOf = (draft: ImpactDraft) => ({
  direction: draft.direction,
  dimension: draft.dimension,
  effect: draft.effect,
  groups: [...draft.groups],
  place_ids: [...draft.placeIds],
  likelihood: draft.likelihood,
  scale: draft.scale,
  answer: draft.answer,
  answer_reason: draft.answerReason,
})

type Origin = {
  readonly authorityId: string
  readonly id: string
  readonly purchaseId: PurchaseId
  readonly createdBy: string
  readonly createdAt: Date
}

export const insertImpact = async (tx: Tx, draft: ImpactDraft, origin: Origin): Promise<void> => {
  await tx
    .insertInto('procurement.impact')
    .values({
      ...columnsOf(draft),
      authority_id: origin.authorityId,
      id: origin.id,
      purchase_id: origin.purchaseId,
      created_at: origin.createdAt,
      created_by: origin.createdBy,
    })
    .execute()
}

export const setImpact = async (
  tx: Tx,
  purchaseId: PurchaseId,
  id: string,
  draft: ImpactDraft,
): Promise<void> => {
  const { numUpdatedRows } = await tx
    .updateTable('procurement.impact')
    .set(columnsOf(draft))
    .where('purchase_id', '=', purchaseId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new NotFound('There is no such effect.')
}

export const deleteImpact = async (tx: Tx, purchaseId: PurchaseId, id: string): Promise<void> => {
  await tx
    .deleteFrom('procurement.impact')
    .where('purchase_id', '=', purchaseId)
    .where('id', '=', id)
    .execute()
}

export const deleteNoImpact = async (tx: Tx, purchaseId: PurchaseId, dimension: Dimension): Promise<void> => {
  await tx
    .deleteFrom('procurement.impact_none')
    .where('purchase_id', '=', purchaseId)
    .where('dimension', '=', dimension)
    .execute()
}

export const setNoImpact = async (
  tx: Tx,
  authorityId: string,
  purchaseId: PurchaseId,
  { dimension, reason }: NoImpact,
): Promise<void> => {
  await deleteNoImpact(tx, purchaseId, dimension)
  await tx
    .insertInto('procurement.impact_none')
    .values({ authority_id: authorityId, purchase_id: purchaseId, dimension, reason })
    .execute()
}
