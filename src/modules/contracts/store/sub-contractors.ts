import type { Reader, Writer } from '../../../platform/database.ts'
import type { SubContractor } from '../model/life.ts'
import type { ContractsTables } from '../tables.ts'

/** The sub-contractors of a contract, by name; those that have left come too. */
export const listSubContractors = async (
  db: Reader<ContractsTables>,
  contractId: string,
): Promise<SubContractor[]> => {
  const rows = await db
    .selectFrom('contracts.sub_contractor')
    .selectAll()
    .where('contract_id', '=', contractId)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    contractId: row.contract_id,
    above: row.above,
    name: row.name,
    number: row.number,
    work: row.work,
    valuePence: row.value_pence,
    leftOn: row.left_on,
  }))
}

export const insertSubContractor = async (
  tx: Writer<ContractsTables>,
  authorityId: string,
  one: SubContractor,
): Promise<void> => {
  await tx
    .insertInto('contracts.sub_contractor')
    .values({
      authority_id: authorityId,
      id: one.id,
      contract_id: one.contractId,
      above: one.above,
      name: one.name,
      number: one.number,
      work: one.work,
      value_pence: one.valuePence,
      left_on: one.leftOn,
    })
    .execute()
}

export const setSubContractorLeft = async (
  tx: Writer<ContractsTables>,
  id: string,
  leftOn: string,
): Promise<void> => {
  await tx.updateTable('contracts.sub_contractor').set({ left_on: leftOn }).where('id', '=', id).execute()
}
