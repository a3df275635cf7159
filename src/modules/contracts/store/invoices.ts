import type { Reader, Writer } from '../../../platform/database.ts'
import type { Invoice } from '../rules/paid-on-time.ts'
import type { ContractsTables } from '../tables.ts'

/** Invoices of a contract by the day they came. */
export const listInvoices = async (db: Reader<ContractsTables>, contractId: string): Promise<Invoice[]> => {
  const rows = await db
    .selectFrom('contracts.invoice')
    .selectAll()
    .where('contract_id', '=', contractId)
    .orderBy('received_on')
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    receivedOn: row.received_on,
    paidOn: row.paid_on,
    amountPence: row.amount_pence,
    isDisputed: row.is_disputed,
  }))
}

/** Writes invoices down, or brings them up to date by their numbers. */
export const saveInvoices = async (
  tx: Writer<ContractsTables>,
  authorityId: string,
  contractId: string,
  invoices: readonly Invoice[],
): Promise<void> => {
  for (let from = 0; from < invoices.length; from += 5000)
    await tx
      .insertInto('contracts.invoice')
      .values(
        invoices.slice(from, from + 5000).map((one) => ({
          authority_id: authorityId,
          contract_id: contractId,
          number: one.number,
          received_on: one.receivedOn,
          paid_on: one.paidOn,
          amount_pence: one.amountPence,
          is_disputed: one.isDisputed,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['authority_id', 'contract_id', 'number']).doUpdateSet((now) => ({
          received_on: now.ref('excluded.received_on'),
          paid_on: now.ref('excluded.paid_on'),
          amount_pence: now.ref('excluded.amount_pence'),
          is_disputed: now.ref('excluded.is_disputed'),
        })),
      )
      .execute()
}
