import { type Selectable, sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Contract, ContractText, Extension, RegisterNumber } from '../model.ts'
import type { ContractsTables, ContractTable } from '../tables.ts'

const contractOf = (row: Selectable<ContractTable>): Contract => ({
  id: row.id,
  reference: row.reference,
  title: row.title,
  description: row.description,
  department: row.department,
  lot: row.lot,
  supplierName: row.supplier_name,
  supplierNumber:
    row.supplier_number === null
      ? null
      : { scheme: row.supplier_scheme as RegisterNumber['scheme'], number: row.supplier_number },
  supplierKey: row.supplier_key,
  valuePence: row.value_pence,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  manager: row.manager,
  supplierContact: row.supplier_contact,
  cpv: row.cpv,
  source: row.source,
  sourceName: row.source_name,
  recordedAt: row.recorded_at,
  awardId: row.award_id,
  purchaseId: row.purchase_id,
})

const columnsOf = (contract: ContractText & { readonly supplierKey: string }) => ({
  reference: contract.reference,
  title: contract.title,
  description: contract.description,
  department: contract.department,
  lot: contract.lot,
  supplier_name: contract.supplierName,
  supplier_scheme: contract.supplierNumber?.scheme ?? null,
  supplier_number: contract.supplierNumber?.number ?? null,
  supplier_key: contract.supplierKey,
  value_pence: contract.valuePence,
  starts_on: contract.startsOn,
  ends_on: contract.endsOn,
  manager: contract.manager,
  supplier_contact: contract.supplierContact,
  cpv: [...contract.cpv],
})

export const listContracts = async (db: Reader<ContractsTables>): Promise<Contract[]> => {
  const rows = await db
    .selectFrom('contracts.contract')
    .selectAll()
    .orderBy('reference')
    .orderBy('id')
    .execute()
  return rows.map(contractOf)
}

export const getContract = async (db: Reader<ContractsTables>, id: string): Promise<Contract> => {
  const row = await db.selectFrom('contracts.contract').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('There is no such contract here.')
  return contractOf(row)
}

/** By its id or its reference, as people at the command line name it. */
export const findContractByReference = async (
  db: Reader<ContractsTables>,
  reference: string,
): Promise<Contract | undefined> => {
  const row = await db
    .selectFrom('contracts.contract')
    .selectAll()
    .where('reference', '=', reference)
    .executeTakeFirst()
  return row && contractOf(row)
}

/** The contract that an award has become. */
export const findContractByAward = async (
  db: Reader<ContractsTables>,
  awardId: string,
): Promise<Contract | undefined> => {
  const row = await db
    .selectFrom('contracts.contract')
    .selectAll()
    .where('award_id', '=', awardId)
    .executeTakeFirst()
  return row && contractOf(row)
}

/** Contracts in batches: one statement takes at most 65,535 values. */
export const insertContracts = async (
  tx: Writer<ContractsTables>,
  authorityId: string,
  contracts: readonly Contract[],
): Promise<void> => {
  for (let from = 0; from < contracts.length; from += 1000)
    await tx
      .insertInto('contracts.contract')
      .values(
        contracts.slice(from, from + 1000).map((contract) => ({
          authority_id: authorityId,
          id: contract.id,
          ...columnsOf(contract),
          source: contract.source,
          source_name: contract.sourceName,
          recorded_at: contract.recordedAt,
          award_id: contract.awardId,
          purchase_id: contract.purchaseId,
        })),
      )
      .execute()
}

export const updateContract = async (
  tx: Writer<ContractsTables>,
  id: string,
  contract: ContractText & { readonly supplierKey: string },
): Promise<void> => {
  await tx.updateTable('contracts.contract').set(columnsOf(contract)).where('id', '=', id).execute()
}

/** Makes those who write the same contract wait for each other. */
export const lockContract = async (tx: Writer<ContractsTables>, id: string): Promise<Contract> => {
  await tx.selectFrom('contracts.contract').select('id').where('id', '=', id).forUpdate().execute()
  return getContract(tx, id)
}

export const countContractsOfSupplier = async (
  db: Reader<ContractsTables>,
  supplierKey: string,
): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select contracts.count_of_supplier(${supplierKey}) as count`.execute(db)
  return rows[0]?.count ?? 0
}

/** Extensions by contract, earliest first; of all contracts, or of one. */
export const listExtensions = async (
  db: Reader<ContractsTables>,
  contractId: string | null = null,
): Promise<Map<string, Extension[]>> => {
  const rows = await db
    .selectFrom('contracts.extension')
    .selectAll()
    .$if(contractId !== null, (query) => query.where('contract_id', '=', contractId ?? ''))
    .orderBy('contract_id')
    .orderBy('number')
    .execute()
  const byContract = Map.groupBy(rows, (row) => row.contract_id)
  return new Map(
    [...byContract].map(([id, group]) => [
      id,
      group.map((row) => ({
        number: row.number,
        untilOn: row.until_on,
        takenOn: row.taken_on,
        note: row.note,
      })),
    ]),
  )
}

export const insertExtension = async (
  tx: Writer<ContractsTables>,
  authorityId: string,
  contractId: string,
  { number, untilOn, takenOn, note }: Extension,
): Promise<void> => {
  await tx
    .insertInto('contracts.extension')
    .values({
      authority_id: authorityId,
      contract_id: contractId,
      number,
      until_on: untilOn,
      taken_on: takenOn,
      note,
    })
    .execute()
}

export const setExtensionTaken = async (
  tx: Writer<ContractsTables>,
  contractId: string,
  { number, takenOn }: Extension,
): Promise<void> => {
  await tx
    .updateTable('contracts.extension')
    .set({ taken_on: takenOn })
    .where('contract_id', '=', contractId)
    .where('number', '=', number)
    .execute()
}
