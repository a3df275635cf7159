import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { ContractText } from '../model.ts'
import type { ContractsTables } from '../tables.ts'

export type FormerText = {
  readonly number: number
  /** The first day on which it did not hold any more. */
  readonly untilOn: PlainDate
  readonly text: ContractText
  readonly why: string
  readonly personName: string
  readonly recordedAt: Date
}

/** What the register said of a contract before, oldest first. */
export const listFormerTexts = async (
  db: Reader<ContractsTables>,
  contractId: string,
): Promise<FormerText[]> => {
  const rows = await db
    .selectFrom('contracts.former_text')
    .selectAll()
    .where('contract_id', '=', contractId)
    .orderBy('until_on')
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    untilOn: row.until_on,
    text: row.facts,
    why: row.why,
    personName: row.person_name,
    recordedAt: row.recorded_at,
  }))
}

export const insertFormerText = async (
  tx: Writer<ContractsTables>,
  authorityId: string,
  contractId: string,
  former: Omit<FormerText, 'number'>,
): Promise<void> => {
  const last = await tx
    .selectFrom('contracts.former_text')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('contract_id', '=', contractId)
    .executeTakeFirst()
  await tx
    .insertInto('contracts.former_text')
    .values({
      authority_id: authorityId,
      contract_id: contractId,
      number: (last?.number ?? 0) + 1,
      until_on: former.untilOn,
      facts: JSON.stringify(former.text) as never,
      why: former.why,
      person_name: former.personName,
      recorded_at: former.recordedAt,
    })
    .execute()
}
