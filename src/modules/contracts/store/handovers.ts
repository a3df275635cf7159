import type { Reader, Writer } from '../../../platform/database.ts'
import type { Award } from '../model/award.ts'
import type { ContractsTables } from '../tables.ts'

export type Handover = {
  readonly contractId: string
  readonly award: Award
  readonly madeAt: Date
  readonly council: { readonly at: Date; readonly person: string } | null
  readonly supplier: { readonly at: Date; readonly person: string } | null
}

/** The hand-over pack of a contract; undefined where it came from no award. */
export const findHandover = async (
  db: Reader<ContractsTables>,
  contractId: string,
): Promise<Handover | undefined> => {
  const row = await db
    .selectFrom('contracts.handover')
    .selectAll()
    .where('contract_id', '=', contractId)
    .executeTakeFirst()
  return (
    row && {
      contractId: row.contract_id,
      award: row.award as Award,
      madeAt: row.made_at,
      council: row.council_confirmed_at && { at: row.council_confirmed_at, person: row.council_person },
      supplier: row.supplier_confirmed_at && { at: row.supplier_confirmed_at, person: row.supplier_person },
    }
  )
}

export const insertHandover = async (
  tx: Writer<ContractsTables>,
  authorityId: string,
  { contractId, award, madeAt }: Pick<Handover, 'contractId' | 'award' | 'madeAt'>,
): Promise<void> => {
  await tx
    .insertInto('contracts.handover')
    .values({
      authority_id: authorityId,
      contract_id: contractId,
      award: JSON.stringify(award),
      made_at: madeAt,
      council_confirmed_at: null,
      council_person: '',
      supplier_confirmed_at: null,
      supplier_person: '',
    })
    .execute()
}

export const setHandoverConfirmed = async (
  tx: Writer<ContractsTables>,
  contractId: string,
  side: 'council' | 'supplier',
  by: { readonly at: Date; readonly person: string },
): Promise<void> => {
  const values =
    side === 'council'
      ? { council_confirmed_at: by.at, council_person: by.person }
      : { supplier_confirmed_at: by.at, supplier_person: by.person }
  await tx.updateTable('contracts.handover').set(values).where('contract_id', '=', contractId).execute()
}
