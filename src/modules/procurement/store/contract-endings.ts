import type { Reader, Writer } from '../../../platform/database.ts'
import type { ContractEnding } from '../model/contract-ending.ts'
import type { ProcurementTables } from '../tables.ts'

type Db = Reader<ProcurementTables>

const endings = (db: Db) =>
  db
    .selectFrom('procurement.contract_ending')
    .select([
      'contract_id as contractId',
      'reference',
      'title',
      'supplier_name as supplierName',
      'department',
      'value_pence as valuePence',
      'ends_on as endsOn',
      'furthest_on as furthestOn',
      'href',
    ])

/** Every contract that ends on a day, soonest first. */
export const listContractEndings = (db: Db): Promise<ContractEnding[]> =>
  endings(db).where('ends_on', 'is not', null).orderBy('ends_on').orderBy('reference').execute()

export const findContractEnding = (db: Db, reference: string): Promise<ContractEnding | undefined> =>
  endings(db).where('reference', '=', reference).orderBy('contract_id').limit(1).executeTakeFirst()

export const saveContractEnding = async (
  tx: Writer<ProcurementTables>,
  authorityId: string,
  ending: ContractEnding,
): Promise<void> => {
  const values = {
    reference: ending.reference,
    title: ending.title,
    supplier_name: ending.supplierName,
    department: ending.department,
    value_pence: ending.valuePence,
    ends_on: ending.endsOn,
    furthest_on: ending.furthestOn,
    href: ending.href,
  }
  await tx
    .insertInto('procurement.contract_ending')
    .values({ authority_id: authorityId, contract_id: ending.contractId, ...values })
    .onConflict((conflict) => conflict.columns(['authority_id', 'contract_id']).doUpdateSet(values))
    .execute()
}
