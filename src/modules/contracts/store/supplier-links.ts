import { sql } from 'kysely'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { SupplierLink } from '../model/life.ts'
import type { Extension } from '../model.ts'
import type { ContractsTables } from '../tables.ts'

/** Suppliers that report, or reported, on a contract; of one contract, or of all. */
export const listSupplierLinks = async (
  db: Reader<ContractsTables>,
  contractId: string | null = null,
): Promise<SupplierLink[]> => {
  const rows = await db
    .selectFrom('contracts.supplier_link')
    .selectAll()
    .$if(contractId !== null, (query) => query.where('contract_id', '=', contractId ?? ''))
    .orderBy('contract_id')
    .orderBy('linked_at')
    .orderBy('supplier_id')
    .execute()
  return rows.map((row) => ({
    contractId: row.contract_id,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    email: row.email,
    how: row.how,
    linkedAt: row.linked_at,
    endedAt: row.ended_at,
  }))
}

export const insertSupplierLink = async (
  tx: Writer<ContractsTables>,
  authorityId: string,
  link: SupplierLink,
): Promise<void> => {
  const again = { ended_at: null, linked_at: link.linkedAt, email: link.email, how: link.how }
  await tx
    .insertInto('contracts.supplier_link')
    .values({
      ...again,
      authority_id: authorityId,
      contract_id: link.contractId,
      supplier_id: link.supplierId,
      supplier_name: link.supplierName,
    })
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'contract_id', 'supplier_id']).doUpdateSet(again),
    )
    .execute()
}

export const endSupplierLink = async (
  tx: Writer<ContractsTables>,
  contractId: string,
  supplierId: string,
  endedAt: Date,
): Promise<void> => {
  await tx
    .updateTable('contracts.supplier_link')
    .set({ ended_at: endedAt })
    .where('contract_id', '=', contractId)
    .where('supplier_id', '=', supplierId)
    .execute()
}

export type LinkedContract = {
  readonly authorityId: string
  readonly authorityName: string
  readonly contractId: string
  readonly reference: string
  readonly title: string
  /** Without extensions. */
  readonly endsOn: PlainDate | null
  /** Those that were taken. */
  readonly extensions: readonly Extension[]
}

/** The contracts that the acting supplier reports on, of all authorities. */
export const listLinkedContracts = async (db: Reader<ContractsTables>): Promise<LinkedContract[]> => {
  const { rows } = await sql<LinkedContract>`
    select authority_id as "authorityId", authority_name as "authorityName", contract_id as "contractId",
      reference, title, ends_on as "endsOn", extensions
    from contracts.linked_contracts()`.execute(db)
  return rows
}

/** Which contract a code is for; undefined for one that is used, over or unknown. */
export const findCode = async (
  db: Reader<ContractsTables>,
  hash: string,
  at: Date,
): Promise<{ readonly authorityId: string; readonly contractId: string } | undefined> => {
  const { rows } = await sql<{ authorityId: string; contractId: string }>`
    select authority_id as "authorityId", contract_id as "contractId"
    from contracts.find_code(${hash}, ${at})`.execute(db)
  return rows[0]
}

export type SupplierCode = {
  readonly id: string
  readonly contractId: string
  readonly email: string
  readonly madeAt: Date
  readonly expiresAt: Date
  readonly usedAt: Date | null
}

/** Codes that were made for a contract, newest first. */
export const listCodes = async (db: Reader<ContractsTables>, contractId: string): Promise<SupplierCode[]> => {
  const rows = await db
    .selectFrom('contracts.supplier_code')
    .selectAll()
    .where('contract_id', '=', contractId)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    contractId: row.contract_id,
    email: row.email,
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
  }))
}

export const insertCode = async (
  tx: Writer<ContractsTables>,
  authorityId: string,
  code: Omit<SupplierCode, 'usedAt'>,
  hash: string,
): Promise<void> => {
  await tx
    .insertInto('contracts.supplier_code')
    .values({
      authority_id: authorityId,
      id: code.id,
      contract_id: code.contractId,
      code_hash: hash,
      email: code.email,
      made_at: code.madeAt,
      expires_at: code.expiresAt,
      used_at: null,
    })
    .execute()
}

/** Marks a code used and gives its address; undefined where somebody was faster. */
export const useCode = async (
  tx: Writer<ContractsTables>,
  hash: string,
  at: Date,
): Promise<string | undefined> => {
  const used = await tx
    .updateTable('contracts.supplier_code')
    .set({ used_at: at })
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('email')
    .executeTakeFirst()
  return used?.email
}
