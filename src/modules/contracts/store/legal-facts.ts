import type { Reader, Writer } from '../../../platform/database.ts'
import { type LegalFacts, NO_LEGAL_FACTS } from '../model/life.ts'
import type { ContractsTables } from '../tables.ts'

/** What the law needs to know of a contract; nothing known where nobody has said it. */
export const readLegalFacts = async (
  db: Reader<ContractsTables>,
  contractId: string,
): Promise<LegalFacts> => {
  const row = await db
    .selectFrom('contracts.legal_facts')
    .selectAll()
    .where('contract_id', '=', contractId)
    .executeTakeFirst()
  return row
    ? {
        subject: row.subject,
        isLightTouch: row.is_light_touch,
        arrangement: row.arrangement,
        commencedOn: row.commenced_on,
        enteredOn: row.entered_on,
        mostPence: row.most_pence,
        termMonths: row.term_months,
        noIndicatorsBecause: row.no_indicators_because,
      }
    : NO_LEGAL_FACTS
}

export const saveLegalFacts = async (
  tx: Writer<ContractsTables>,
  authorityId: string,
  contractId: string,
  facts: LegalFacts,
): Promise<void> => {
  const values = {
    subject: facts.subject,
    is_light_touch: facts.isLightTouch,
    arrangement: facts.arrangement,
    commenced_on: facts.commencedOn,
    entered_on: facts.enteredOn,
    most_pence: facts.mostPence,
    term_months: facts.termMonths,
    no_indicators_because: facts.noIndicatorsBecause,
  }
  await tx
    .insertInto('contracts.legal_facts')
    .values({ authority_id: authorityId, contract_id: contractId, ...values })
    .onConflict((conflict) => conflict.columns(['authority_id', 'contract_id']).doUpdateSet(values))
    .execute()
}
