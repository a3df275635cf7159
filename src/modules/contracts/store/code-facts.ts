import type { Reader, Writer } from '../../../platform/database.ts'
import { type CodeFacts, NO_CODE_FACTS } from '../model/code-facts.ts'
import type { ContractsTables } from '../tables.ts'

/** What was said for the Transparency Code, by contract. */
export const listCodeFacts = async (db: Reader<ContractsTables>): Promise<ReadonlyMap<string, CodeFacts>> => {
  const rows = await db.selectFrom('contracts.code_facts').selectAll().orderBy('contract_id').execute()
  return new Map(
    rows.map((row) => [
      row.contract_id,
      {
        irrecoverableVatPence: row.irrecoverable_vat_pence,
        invitation: row.invitation,
        isSme: row.is_sme,
        isVcse: row.is_vcse,
      },
    ]),
  )
}

export const readCodeFacts = async (db: Reader<ContractsTables>, contractId: string): Promise<CodeFacts> =>
  (await listCodeFacts(db)).get(contractId) ?? NO_CODE_FACTS

export const saveCodeFacts = async (
  tx: Writer<ContractsTables>,
  authorityId: string,
  contractId: string,
  facts: CodeFacts,
): Promise<void> => {
  const values = {
    irrecoverable_vat_pence: facts.irrecoverableVatPence,
    invitation: facts.invitation,
    is_sme: facts.isSme,
    is_vcse: facts.isVcse,
  }
  await tx
    .insertInto('contracts.code_facts')
    .values({ authority_id: authorityId, contract_id: contractId, ...values })
    .onConflict((conflict) => conflict.columns(['authority_id', 'contract_id']).doUpdateSet(values))
    .execute()
}
