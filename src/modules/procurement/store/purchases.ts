import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { LawFacts, Purchase, PurchaseDraft, PurchaseId, Stage } from '../model/purchase.ts'
import type { ProcurementTables } from '../tables.ts'

type Db = Reader<ProcurementTables>
type Tx = Writer<ProcurementTables>
type Row = Awaited<ReturnType<typeof rowsOf>>[number]

const rowsOf = (db: Db) => db.selectFrom('procurement.purchase').selectAll().orderBy('number').execute()

const purchaseOf = (row: Row): Purchase => ({
  id: row.id,
  authorityId: row.authority_id,
  number: row.number,
  title: row.title,
  purpose: row.purpose,
  stage: row.stage,
  kind: row.kind,
  category: row.category,
  department: row.department,
  placeIds: row.place_ids,
  valuePence: row.value_pence,
  optionsPence: row.options_pence,
  extensionsPence: row.extensions_pence,
  vatRate: row.vat_rate,
  commencesOn: row.commences_on,
  tenderOn: row.tender_on,
  tendersDueOn: row.tenders_due_on,
  awardOn: row.award_on,
  contractOn: row.contract_on,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  extendedEndsOn: row.extended_ends_on,
  expiringContract: row.expiring_contract,
  expiringOn: row.expiring_on,
  owner: row.owner,
  facts: row.facts,
  isPublic: row.is_public,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  version: row.version,
})

const columnsOf = (draft: PurchaseDraft) => ({
  title: draft.title,
  purpose: draft.purpose,
  kind: draft.kind,
  category: draft.category,
  department: draft.department,
  place_ids: [...draft.placeIds],
  value_pence: draft.valuePence,
  options_pence: draft.optionsPence,
  extensions_pence: draft.extensionsPence,
  vat_rate: draft.vatRate,
  commences_on: draft.commencesOn,
  tender_on: draft.tenderOn,
  tenders_due_on: draft.tendersDueOn,
  award_on: draft.awardOn,
  contract_on: draft.contractOn,
  starts_on: draft.startsOn,
  ends_on: draft.endsOn,
  extended_ends_on: draft.extendedEndsOn,
  expiring_contract: draft.expiringContract,
  expiring_on: draft.expiringOn,
  owner: draft.owner,
  is_public: draft.isPublic,
})

/** Every purchase of the acting authority, in the order of their numbers. */
export const listPurchases = async (db: Db): Promise<Purchase[]> => (await rowsOf(db)).map(purchaseOf)

export const findPurchase = async (db: Db, id: PurchaseId): Promise<Purchase | undefined> => {
  const row = await db.selectFrom('procurement.purchase').selectAll().where('id', '=', id).executeTakeFirst()
  return row && purchaseOf(row)
}

export const getPurchase = async (db: Db, id: PurchaseId): Promise<Purchase> => {
  const purchase = await findPurchase(db, id)
  if (!purchase) throw new NotFound('There is no such purchase.')
  return purchase
}

/** The same with its row held until the transaction ends, so that two changes come one after the other. */
export const lockPurchase = async (tx: Tx, id: PurchaseId): Promise<Purchase> => {
  const row = await tx
    .selectFrom('procurement.purchase')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound('There is no such purchase.')
  return purchaseOf(row)
}

export const findPurchaseByNumber = async (db: Db, number: number): Promise<Purchase | undefined> => {
  const row = await db
    .selectFrom('procurement.purchase')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst()
  return row && purchaseOf(row)
}

type NewPurchase = PurchaseDraft & {
  readonly id: PurchaseId
  readonly authorityId: string
  readonly createdBy: string
  readonly stage: Stage
  readonly facts: LawFacts
  readonly createdAt: Date
}

/** Adds a purchase with the next number of its authority; the lock keeps two from taking the same. */
export const insertPurchase = async (tx: Tx, purchase: NewPurchase): Promise<number> => {
  await tx.selectNoFrom((eb) => eb.fn('pg_advisory_xact_lock', [eb.val(7_101_014)]).as('locked')).execute()
  const newest = await tx
    .selectFrom('procurement.purchase')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('authority_id', '=', purchase.authorityId)
    .executeTakeFirst()
  const number = (newest?.number ?? 0) + 1
  await tx
    .insertInto('procurement.purchase')
    .values({
      ...columnsOf(purchase),
      authority_id: purchase.authorityId,
      id: purchase.id,
      number,
      stage: purchase.stage,
      facts: JSON.stringify(purchase.facts),
      created_at: purchase.createdAt,
      created_by: purchase.createdBy,
      updated_at: purchase.createdAt,
    })
    .execute()
  return number
}

const update = async (
  tx: Tx,
  id: PurchaseId,
  version: number,
  now: Date,
  values: Partial<ReturnType<typeof columnsOf>> & { stage?: Stage; facts?: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('procurement.purchase')
    .set({ ...values, updated_at: now, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Changes a purchase that still has this version; false where somebody changed it meanwhile. So do the two below. */
export const setPurchase = (tx: Tx, id: PurchaseId, version: number, now: Date, draft: PurchaseDraft) =>
  update(tx, id, version, now, columnsOf(draft))

export const setStage = (tx: Tx, id: PurchaseId, version: number, now: Date, stage: Stage) =>
  update(tx, id, version, now, { stage })

export const setFacts = (tx: Tx, id: PurchaseId, version: number, now: Date, facts: LawFacts) =>
  update(tx, id, version, now, { facts: JSON.stringify(facts) })
