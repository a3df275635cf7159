import type { Selectable } from 'kysely'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { Award } from '../model.ts'
import type { EvaluationTables } from '../tables.ts'

const awardOf = (row: Selectable<EvaluationTables['evaluation.award']>): Award => ({
  id: row.id,
  evaluationId: row.evaluation_id,
  tenderId: row.tender_id,
  purchaseId: row.purchase_id,
  lot: row.lot,
  lotName: row.lot_name,
  bidId: row.bid_id,
  supplierId: row.supplier_id,
  supplierName: row.supplier_name,
  supplierKey: row.supplier_key,
  pricePence: row.price_pence,
  decidedOn: row.decided_on,
  signedOn: row.signed_on,
  offers: row.offers,
  words: row.words,
})

/** Awards of the acting authority, those in standstill too: `signedOn` says which are final. */
export const listAwards = async (
  db: Reader<EvaluationTables>,
  evaluationId: string | null = null,
): Promise<Award[]> => {
  const rows = await db
    .selectFrom('evaluation.award')
    .selectAll()
    .$if(evaluationId !== null, (query) => query.where('evaluation_id', '=', evaluationId ?? ''))
    .orderBy('decided_on', 'desc')
    .orderBy('lot')
    .orderBy('id')
    .execute()
  return rows.map(awardOf)
}

export const findAward = async (db: Reader<EvaluationTables>, id: string): Promise<Award | undefined> => {
  const row = await db.selectFrom('evaluation.award').selectAll().where('id', '=', id).executeTakeFirst()
  return row && awardOf(row)
}

export const insertAward = async (
  tx: Writer<EvaluationTables>,
  authorityId: string,
  award: Award,
): Promise<void> => {
  await tx
    .insertInto('evaluation.award')
    .values({
      authority_id: authorityId,
      id: award.id,
      evaluation_id: award.evaluationId,
      tender_id: award.tenderId,
      purchase_id: award.purchaseId,
      lot: award.lot,
      lot_name: award.lotName,
      bid_id: award.bidId,
      supplier_id: award.supplierId,
      supplier_name: award.supplierName,
      supplier_key: award.supplierKey,
      price_pence: award.pricePence,
      decided_on: award.decidedOn,
      signed_on: award.signedOn,
      offers: JSON.stringify(award.offers) as never,
      words: JSON.stringify(award.words) as never,
    })
    .execute()
}

export const setSigned = async (
  tx: Writer<EvaluationTables>,
  evaluationId: string,
  signedOn: PlainDate,
): Promise<void> => {
  await tx
    .updateTable('evaluation.award')
    .set({ signed_on: signedOn })
    .where('evaluation_id', '=', evaluationId)
    .execute()
}
